import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Postgres } from '../harness/postgres.ts';

/** Runs with a setting of PostgreSQL's log; `lines` answers what it has logged since. */
export async function logging<T>(
  postgres: Postgres,
  setting: string,
  run: (lines: () => readonly string[]) => Promise<T>,
): Promise<T> {
  const from = postgres.lines.length;
  await configure(postgres, `alter system set ${setting}`);
  try {
    return await run(() => postgres.lines.slice(from));
  } finally {
    await configure(postgres, `alter system reset ${setting.split(' ')[0]}`);
  }
}

async function configure({ adminUrl }: Postgres, command: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(command);
  await client.query('select pg_reload_conf()');
  await client.end();
}

const timed = /duration: ([\d.]+) ms {2}(?:(parse|bind|execute) ([\w.-]+):|statement: (begin|commit)$)/;

/** How long PostgreSQL is at work with one step of a statement. */
interface Timed {
  readonly name: string;
  readonly step: string;
  readonly us: number;
}

/** What PostgreSQL runs while `act` runs, in its order. */
async function timedStatements(postgres: Postgres, act: () => Promise<unknown>): Promise<readonly Timed[]> {
  return logging(postgres, 'log_parameter_max_length = 0', () =>
    logging(postgres, 'log_min_duration_statement = 0', async (lines) => {
      // Until all connections have read their settings anew.
      await sleep(200);
      await act();
      // The log comes through a pipe.
      await sleep(200);
      return lines().flatMap((line) => {
        const [, ms, step = '', prepared, simple] = timed.exec(line) ?? [];
        const name = prepared ?? simple;
        return name === undefined ? [] : [{ name, step, us: Number(ms) * 1000 }];
      });
    }),
  );
}

/** How long PostgreSQL is at work while `act` runs, in microseconds by the names of the statements. */
export async function statementTimes(
  postgres: Postgres,
  act: () => Promise<unknown>,
): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  for (const { name, us } of await timedStatements(postgres, act))
    times.set(name, (times.get(name) ?? 0) + us);
  return times;
}

/**
 * How long PostgreSQL is at work, in milliseconds, with the statements of these names while `act` runs; with the last
 * one of each when it runs them more than once.
 */
export async function databaseMs(
  postgres: Postgres,
  names: RegExp,
  act: () => Promise<unknown>,
): Promise<number> {
  const last = new Map<string, number>();
  for (const { name, step, us } of await timedStatements(postgres, act)) {
    if (names.test(name)) last.set(`${name} ${step}`, us / 1000);
  }
  return [...last.values()].reduce((sum, ms) => sum + ms, 0);
}
