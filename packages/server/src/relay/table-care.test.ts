import { pino } from 'pino';
import { v7 as uuidV7 } from 'uuid';
import { expect, it } from 'vitest';
import type { Statement } from '../store/database.ts';
import { tablesDue } from '../store/table-care.ts';
import { onEachDatabase } from '../store/testing/databases.ts';
import { seedDirectory, seedEnvironment, seedEvent, seedLog } from '../store/testing/seed.ts';
import { createTableCare } from './table-care.ts';

const logger = pino({ enabled: false });

/** The database tells its counters no oftener than once a second, unless it is asked to. */
const tellCounters: Statement = { name: 'testing.flush', text: 'select pg_stat_force_next_flush()::text' };

const known: Statement = {
  name: 'testing.known-rows',
  text: `select reltuples::integer as rows from pg_class where oid = 'events'::regclass`,
};
const dead: Statement = {
  name: 'testing.dead-rows',
  text: `select n_dead_tup::integer as rows from pg_stat_user_tables where relname = 'inbox'`,
};

onEachDatabase((test) => {
  it('counts a table that has grown for the planner, and leaves the others alone', async () => {
    const { database } = test;
    const directoryId = await seedDirectory(database, await seedEnvironment(database));
    await database.transaction(async (tx) => {
      for (let n = 0; n < 700; n += 1) await seedEvent(tx, { directoryId, orderKey: uuidV7() });
      await seedLog(tx);
    });
    await database.query(tellCounters);
    expect(await tablesDue(database)).toContain('events');

    const care = createTableCare({ database, logger, pauseMs: 20 });
    care.start();
    await expect.poll(() => tablesDue(database)).toEqual([]);
    await care.stop();
    expect(await database.query(known)).toEqual([{ rows: 700 }]);
    // PostgreSQL takes away by itself what is dead.
    if (database.kind === 'embedded') expect(await database.query(dead)).toEqual([{ rows: 0 }]);
  });
});
