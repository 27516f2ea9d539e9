import pg from 'pg';
import type { RecordedStatement } from './recorded-statement.ts';

interface Plan {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

/** What the planner reads for a statement: its indexes, and each table that it reads from end to end. */
export async function explain(databaseUrl: string, statement: RecordedStatement): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const text = `explain (format json) ${statement.text}`;
    const { rows } = await client.query<{ 'QUERY PLAN': readonly [{ readonly Plan: Plan }] }>(text, [
      ...statement.parameters,
    ]);
    const plan = rows[0]?.['QUERY PLAN'][0].Plan;
    return plan === undefined ? '' : [...new Set(readersOf(plan))].join(', ');
  } finally {
    await client.end();
  }
}

function readersOf(plan: Plan): readonly string[] {
  const below = (plan.Plans ?? []).flatMap(readersOf);
  if (plan['Index Name'] !== undefined) return [`\`${plan['Index Name']}\``, ...below];
  if (plan['Node Type'] === 'Seq Scan') return [`all of \`${plan['Relation Name']}\``, ...below];
  return below;
}
