import type { Postgres } from '../harness/postgres.ts';
import { logging } from './statement-log.ts';

/** A statement that the server ran, with the values that it gave. */
export interface RecordedStatement {
  readonly text: string;
  /** In the order of $1, $2, …; null for null. */
  readonly parameters: readonly (string | null)[];
}

/**
 * Answers the statement that runs under this name while `act` is repeated: the very one, read from PostgreSQL's log.
 */
export async function recordStatement(
  postgres: Postgres,
  name: string | RegExp,
  act: () => Promise<unknown>,
): Promise<RecordedStatement> {
  return logging(postgres, `log_statement = 'all'`, async (lines) => {
    // The connections of the server read their settings anew between two statements.
    for (let attempt = 0; attempt < 50; attempt += 1) {
      await act();
      const found = findStatement(lines(), name);
      if (found !== undefined) return found;
    }
    throw new Error(`Expected a statement ${name} in the log of PostgreSQL, found none.`);
  });
}

function findStatement(lines: readonly string[], name: string | RegExp): RecordedStatement | undefined {
  const first = lines.findIndex((line) => isExecution(line, name));
  const line = lines[first];
  if (line === undefined) return undefined;
  const [rest, after] = continued(lines, first + 1);
  const text = [line.replace(execution, ''), ...rest].join('\n');
  const detail = lines[after];
  if (detail === undefined || !/DETAIL:\s+parameters:/i.test(detail)) return undefined;
  const values = [detail, ...continued(lines, after + 1)[0]].join('\n');
  const parameters = [...values.matchAll(/\$\d+ = (NULL|'(?:[^']|'')*')/g)].map(([, value = 'NULL']) =>
    value === 'NULL' ? null : value.slice(1, -1).replaceAll("''", "'"),
  );
  return { text, parameters };
}

const execution = /^.*?execute ([^:]*): /;

function isExecution(line: string, name: string | RegExp): boolean {
  const executed = execution.exec(line)?.[1];
  if (executed === undefined) return false;
  return typeof name === 'string' ? executed === name : name.test(executed);
}

/** The log marks the lines of one message after its first by a tab. */
function continued(lines: readonly string[], from: number): readonly [readonly string[], number] {
  let after = from;
  while (lines[after]?.startsWith('\t') === true) after += 1;
  return [lines.slice(from, after).map((line) => line.slice(1)), after];
}

/** A statement for pgbench. */
export interface PgbenchScript {
  readonly text: string;
  /** Sent as parameters, as the server sends them. */
  readonly variables: ReadonlyMap<string, string>;
}

/** What runs in pgbench instead of the values that were recorded, so that no two runs write the same. */
export interface ScriptOptions {
  /** Commands before the statement. */
  readonly prelude?: string;
  /** SQL by the recorded value that it replaces, or by the parameter (`$14`). */
  readonly expressions?: ReadonlyMap<string, string>;
  /** Variables that the prelude and the expressions use. */
  readonly variables?: ReadonlyMap<string, string>;
}

/** The statement as a script of pgbench with the same parameters. */
export function toPgbenchScript(
  { text, parameters }: RecordedStatement,
  { prelude = '', expressions = new Map(), variables = new Map() }: ScriptOptions = {},
): PgbenchScript {
  const all = new Map(variables);
  const statement = text.replaceAll(/\$(\d+)/g, (parameter, index: string) => {
    const value = parameters[Number(index) - 1] ?? null;
    const expression = expressions.get(parameter) ?? expressions.get(value ?? 'null');
    if (expression !== undefined) return expression;
    if (value === null) return 'null';
    // pgbench takes no variable without a value.
    if (value === '') return `''`;
    all.set(`p${index}`, value);
    return `:p${index}`;
  });
  return { text: `\\set n random(1, 1000000000000000)\n${prelude}${statement};\n`, variables: all };
}
