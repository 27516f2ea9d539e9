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

const timed = /duration: ([\d.]+) ms {2}(?:parse|bind|execute) ([^:]+):/;

/** How long PostgreSQL is at work, in milliseconds, with the statements of these names while `act` runs. */
export async function databaseMs(
  postgres: Postgres,
  names: RegExp,
  act: () => Promise<unknown>,
): Promise<number> {
  return logging(postgres, 'log_min_duration_statement = 0', async (lines) => {
    // The connections of the server read their settings anew between two statements.
    await act();
    const before = lines().length;
    await act();
    // The log comes through a pipe.
    await sleep(200);
    return lines()
      .slice(before)
      .map((line) => timed.exec(line))
      .filter((found) => found !== null && names.test(found[2] ?? ''))
      .reduce((sum, found) => sum + Number(found?.[1]), 0);
  });
}
