import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Measure } from './compare.ts';

/** The same measure, begun when the relay has moved what was written before: nobody pays for another's events. */
export function whenDrained(databaseUrl: string, measure: Measure): Measure {
  return async () => {
    await drained(databaseUrl);
    return measure();
  };
}

async function drained(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    while ((await client.query('select from inbox limit 1')).rowCount !== 0) await sleep(20);
  } finally {
    await client.end();
  }
}
