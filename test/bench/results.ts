import { readFile, writeFile } from 'node:fs/promises';

const file = new URL('RESULTS.md', import.meta.url);

const preface = `# Measured

Written by \`pnpm bench\`, on a machine that does nothing else. Each comparison is made in one run, its parts in turn. A
figure is the median of the rounds, in brackets the least and the most. On a shared machine the absolute figures drift:
compare within a row.
`;

/** Puts a section into the page of results, in the place of the one that a run before has left. */
export async function writeSection(title: string, text: string, titles: readonly string[]): Promise<void> {
  const before = await readFile(file, 'utf8').catch(() => '');
  const sections = new Map(
    before.split(/^(?=## )/m).map((section) => [/^## (.*)$/m.exec(section)?.[1] ?? '', section]),
  );
  sections.set(title, `## ${title}\n\n${text.trim()}\n\n`);
  const kept = titles.flatMap((each) => sections.get(each) ?? []);
  await writeFile(file, `${preface}\n${kept.join('').trim()}\n`);
}
