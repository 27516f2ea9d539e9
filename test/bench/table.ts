import type { Comparison } from './compare.ts';
import type { Sample } from './statistics.ts';

/** What a suite found, as it is printed and written down. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What the figures need to be read rightly. */
  readonly note?: string;
}

/** What design section 12 asks of a figure. */
export type Goal = { readonly atLeast: number } | { readonly atMost: number };

export function toMarkdown({ title, columns, rows, note }: Table): string {
  const lines = [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return [`### ${title}`, '', ...(note === undefined ? [] : [note, '']), ...lines, ''].join('\n');
}

/** The columns of `comparisonRow`. */
export const comparisonColumns: readonly string[] = ['what', 'ours', 'beside', 'ratio', 'goal', ''];

/** One comparison: both medians, the ratio with its spread, and whether the goal is met. */
export function comparisonRow(what: string, comparison: Comparison, goal?: Goal): readonly string[] {
  const { subject, reference, ratio } = comparison;
  return [what, number(subject.median), number(reference.median), spread(ratio), ...judge(ratio, goal)];
}

/** The goal in words, and the verdict. */
export function judge({ median }: Sample, goal: Goal | undefined): readonly [string, string] {
  if (goal === undefined) return ['', ''];
  if ('atLeast' in goal) return [`≥ ${number(goal.atLeast)}`, median >= goal.atLeast ? 'met' : '**missed**'];
  return [`≤ ${number(goal.atMost)}`, median <= goal.atMost ? 'met' : '**missed**'];
}

/** The median with the least and the most of the rounds. */
export function spread({ median, least, most }: Sample): string {
  return `${number(median)} (${number(least)}–${number(most)})`;
}

/** Three digits that count; whole thousands with a comma. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}
