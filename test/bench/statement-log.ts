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

const timed = /duration: ([\d.]+) ms {2}(?:(?:parse|bind|execute) ([\w.-]+):|statement: (begin|commit)$)/;

/** How long PostgreSQL is at work while `act` runs, in microseconds by the names of the statements. */
export async function statementTimes(
  postgres: Postgres,
  act: () => Promise<unknown>,
): Promise<ReadonlyMap<string, number>> {
  return logging(postgres, 'log_parameter_max_length = 0', () =>
    logging(postgres, 'log_min_duration_statement = 0', async (lines) => {
      // Until all connections have read their settings anew.
      await sleep(200);
      await act();
      // The log comes through a pipe.
      await sleep(200);
      const times = new Map<string, number>();
      for (const line of lines()) {
        const [, ms, prepared, simple] = timed.exec(line) ?? [];
        const name = prepared ?? simple;
        if (name !== undefined) times.set(name, (times.get(name) ?? 0) + Number(ms) * 1000);
      }
      return times;
    }),
  );
}

/** How long PostgreSQL is at work, in milliseconds, with the statements of these names while `act` runs. */
export async function databaseMs(
  postgres: Postgres,
  names: RegExp,
  act: () => Promise<unknown>,
): Promise<number> {
  const times = await statementTimes(postgres, act);
  return [...times].filter(([name]) => names.test(name)).reduce((sum, [, us]) => sum + us / 1000, 0);
}
