import { pino } from 'pino';
import { expect, it } from 'vitest';
import type { Database, Queryable } from '../store/database.ts';
import { currentEventPosition } from '../store/events.ts';
import { onEachDatabase, onPostgres } from '../store/testing/databases.ts';
import { seedDirectory, seedEnvironment, seedEvent } from '../store/testing/seed.ts';
import { createEventReader } from './event-reader.ts';
import type { EventReader } from './event-reader.ts';
import { relayBatch } from './relay.ts';
import { createWake } from './wake.ts';
import type { Wake } from './wake.ts';

const hour = 3_600_000;
const publicUrl = 'https://sync.example.com';
const logger = pino({ enabled: false });

/** Counts the statements by name. */
function counting(database: Database) {
  const counts = new Map<string, number>();
  const count: Queryable['query'] = (statement, values) => {
    counts.set(statement.name, (counts.get(statement.name) ?? 0) + 1);
    return database.query(statement, values);
  };
  return { counts, database: { ...database, query: count } };
}

async function withReader(
  database: Database,
  run: (reader: EventReader, wake: Wake) => Promise<void>,
): Promise<void> {
  const wake = await createWake(database);
  const reader = createEventReader({ database, wake, logger, pollMs: hour });
  reader.start();
  try {
    await run(reader, wake);
  } finally {
    await reader.stop();
    await wake.close();
  }
}

onEachDatabase((test) => {
  it('answers what there is without waiting', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    await seedEvent(database, { directoryId: await seedDirectory(database, environmentId) });
    await relayBatch(database, 500, publicUrl);
    await withReader(database, async (reader) => {
      const page = await reader.list({ environmentId, after: 0, limit: 10 }, { waitMs: hour });
      expect(page.rows).toHaveLength(1);
    });
  });

  it('answers an empty page at once to who does not wait', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    await withReader(database, async (reader) => {
      expect((await reader.list({ environmentId, after: 0, limit: 10 })).rows).toEqual([]);
    });
  });

  it('answers who waits as soon as the log has an event for them', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const directoryId = await seedDirectory(database, environmentId);
    await withReader(database, async (reader, wake) => {
      const after = await currentEventPosition(database);
      const query = {
        environmentId,
        directoryId: directoryId.toUpperCase(),
        types: ['user.deleted'],
        after,
        limit: 10,
      };
      const waiting = reader.list(query, { waitMs: hour });
      for (const type of ['user.created', 'user.updated', 'user.deleted']) {
        await seedEvent(database, { directoryId, type });
        await relayBatch(database, 500, publicUrl);
        wake.notify('dirsync_events');
      }
      const { rows, position } = await waiting;
      expect(rows.map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([{ type: 'user.deleted' }]);
      expect(position).toBe(await currentEventPosition(database));
    });
  });

  it('misses no event, however it falls between listing and waiting', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const directoryId = await seedDirectory(database, environmentId);
    await withReader(database, async (reader, wake) => {
      let after = await currentEventPosition(database);
      for (let n = 0; n < 50; n += 1) {
        await seedEvent(database, { directoryId });
        const relayed = relayBatch(database, 500, publicUrl).then(() => wake.notify('dirsync_events'));
        const page = await reader.list({ environmentId, after, limit: 10 }, { waitMs: hour });
        expect(page.rows).toHaveLength(1);
        after = page.position;
        await relayed;
      }
    });
  });

  it('does not ask again for those whose directories are quiet', async () => {
    const { database } = test;
    const quiet = await seedEnvironment(database);
    const environmentId = await seedEnvironment(database);
    const directoryId = await seedDirectory(database, environmentId);
    const counted = counting(database);
    await withReader(counted.database, async (reader, wake) => {
      const abort = new AbortController();
      const after = await currentEventPosition(database);
      const query = { after, limit: 10 };
      const waiting = Array.from({ length: 100 }, () =>
        reader.list({ environmentId: quiet, ...query }, { waitMs: hour, signal: abort.signal }),
      );
      // The first look after a quiet time asks for all of them: from here on it is known what was seen.
      for (let n = 0; n < 3; n += 1) {
        const listed = reader.list(
          { environmentId, ...query, after: await currentEventPosition(database) },
          { waitMs: hour },
        );
        await seedEvent(database, { directoryId });
        await relayBatch(database, 500, publicUrl);
        wake.notify('dirsync_events');
        await listed;
      }
      abort.abort();
      await Promise.all(waiting);
      expect(counted.counts.get('events.list-of-environment')).toBeLessThan(2 * 100 + 3 * 4);
    });
  });

  it('answers the empty page when the time is over, when the caller is gone, and when it stops', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const after = await currentEventPosition(database);
    const query = { environmentId, after, limit: 10 };
    const empty = { rows: [], position: after, isAhead: false, isExpired: false };
    await withReader(database, async (reader) => {
      expect(await reader.list(query, { waitMs: 1 })).toEqual(empty);
      expect(await reader.list(query, { waitMs: hour, signal: AbortSignal.abort() })).toEqual(empty);
      const abort = new AbortController();
      const aborted = reader.list(query, { waitMs: hour, signal: abort.signal });
      const stopped = reader.list(query, { waitMs: hour });
      abort.abort();
      expect(await aborted).toEqual(empty);
      await reader.stop();
      expect(await stopped).toEqual(empty);
    });
  });
});

onPostgres((test) => {
  it('answers who waits when another process relayed the event', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const directoryId = await seedDirectory(database, environmentId);
    const elsewhere = test.connectAgain();
    const wake = await createWake(elsewhere);
    await withReader(database, async (reader) => {
      const after = await currentEventPosition(database);
      const waiting = reader.list({ environmentId, after, limit: 10 }, { waitMs: hour });
      await seedEvent(elsewhere, { directoryId });
      await relayBatch(elsewhere, 500, publicUrl);
      wake.notify('dirsync_events');
      expect((await waiting).rows).toHaveLength(1);
    });
    await wake.close();
  });
});
