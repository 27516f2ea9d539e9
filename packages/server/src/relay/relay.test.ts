import { pino } from 'pino';
import { v7 as uuidV7 } from 'uuid';
import { expect, it } from 'vitest';
import type { Database, Statement } from '../store/database.ts';
import { listEvents } from '../store/events.ts';
import { leadRelay } from '../store/inbox.ts';
import { onEachDatabase, onPostgres } from '../store/testing/databases.ts';
import { seedDirectory, seedEndpoint, seedEnvironment, seedEvent } from '../store/testing/seed.ts';
import { createRelay, relayBatch } from './relay.ts';
import { createWake } from './wake.ts';

const publicUrl = 'https://sync.example.com';
const logger = pino({ enabled: false });

async function relayAll(database: Database): Promise<void> {
  while ((await relayBatch(database, 500, publicUrl)).events > 0);
}

async function readLog(database: Database, environmentId: string): Promise<Record<string, unknown>[]> {
  const { rows } = await listEvents(database, { environmentId, after: 0, limit: 100_000 });
  return rows.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
}

const listQueue: Statement = {
  name: 'testing.queue',
  text: `select event_id as "eventId", state from deliveries where endpoint_id = $1 order by ordinal`,
};

onEachDatabase((test) => {
  it('numbers the events of each directory without a gap, in the order of the inbox', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const directories = [
      await seedDirectory(database, environmentId),
      await seedDirectory(database, environmentId),
    ];
    const ids: string[] = [];
    for (let n = 0; n < 20; n += 1) {
      const directoryId = directories[n % 3 === 0 ? 0 : 1] ?? '';
      ids.push(await seedEvent(database, { directoryId }));
      if (n === 7) await relayAll(database);
    }
    await relayAll(database);
    const log = await readLog(database, environmentId);
    expect(log.map(({ id }) => id)).toEqual(ids);
    for (const directoryId of directories) {
      const sequences = log
        .filter((event) => event['directoryId'] === directoryId)
        .map((event) => event['sequence']);
      expect(sequences).toEqual(sequences.map((_, index) => index + 1));
    }
  });

  it('relays more than one batch', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const directoryId = await seedDirectory(database, environmentId);
    for (let n = 0; n < 5; n += 1) await seedEvent(database, { directoryId });
    expect(await relayBatch(database, 2, publicUrl)).toMatchObject({
      events: 2,
      deliveries: 0,
      isMore: true,
    });
    await relayAll(database);
    expect((await readLog(database, environmentId)).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
  });

  it('writes the stamps over the places that wait for them, in position', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const directoryId = await seedDirectory(database, environmentId, 'org_42');
    const stamps = { createdAt: '2026-01-02T03:04:05.678Z', updatedAt: '2026-02-03T04:05:06.789Z' };
    const places = { version: null, createdAt: null, updatedAt: null };
    const user = { id: 'u', ...places, locale: 'de' };
    await seedEvent(database, {
      ...{ directoryId, type: 'user.updated', version: 7, ...stamps },
      data: { user, previous: { locale: null } },
    });
    const group = { id: 'g', memberCount: null, ...places };
    await seedEvent(database, {
      ...{ directoryId, type: 'group.created', version: 1, memberCount: 3, ...stamps },
      data: { group },
    });
    await seedEvent(database, {
      directoryId,
      type: 'group.user_added',
      data: { group: { id: 'g' }, user: { id: 'u' } },
    });
    await relayAll(database);
    const { rows } = await listEvents(database, { environmentId, after: 0, limit: 10 });
    const written =
      '"version":7,"createdAt":"2026-01-02T03:04:05.678Z","updatedAt":"2026-02-03T04:05:06.789Z"';
    expect(rows[0]?.body.replace(/^.*"data"/, '"data"')).toBe(
      `"data":{"user":{"id":"u",${written},"locale":"de"},"previous":{"locale":null}}}`,
    );
    const [, groupCreated, userAdded] = await readLog(database, environmentId);
    expect(groupCreated?.['data']).toEqual({ group: { id: 'g', memberCount: 3, version: 1, ...stamps } });
    expect(userAdded).toEqual({
      ...{ id: expect.any(String), type: 'group.user_added' },
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      ...{ sequence: 3, directoryId, organizationId: 'org_42' },
      data: { group: { id: 'g' }, user: { id: 'u' } },
    });
    expect(Object.keys(userAdded ?? {}).join()).toBe(
      'id,type,timestamp,sequence,directoryId,organizationId,data',
    );
  });

  it('relays the events of a deleted directory', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const directoryId = await seedDirectory(database, environmentId);
    await seedEvent(database, { directoryId, type: 'directory.deleted' });
    await database.query(
      { name: 'testing.delete', text: 'update directories set deleted_at = now() where id = $1' },
      [directoryId],
    );
    await relayAll(database);
    expect((await readLog(database, environmentId)).map(({ type }) => type)).toEqual(['directory.deleted']);
  });

  it('queues an event for the enabled endpoints that want its type and directory', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const directoryId = await seedDirectory(database, environmentId);
    const elsewhere = await seedDirectory(database, environmentId);
    const all = await seedEndpoint(database, { environmentId });
    const groups = await seedEndpoint(database, {
      environmentId,
      eventTypes: ['group.created', 'group.deleted'],
    });
    const one = await seedEndpoint(database, { environmentId, directoryIds: [elsewhere] });
    const foreign = await seedEndpoint(database, { environmentId: await seedEnvironment(database) });
    const disabled = await seedEndpoint(database, { environmentId });
    await database.query(
      { name: 'testing.disable', text: `update webhook_endpoints set state = 'disabled' where id = $1` },
      [disabled.id],
    );
    const user = await seedEvent(database, { directoryId });
    const group = await seedEvent(database, { directoryId, type: 'group.deleted' });
    const other = await seedEvent(database, { directoryId: elsewhere });
    await relayAll(database);
    const queued = async (endpointId: string): Promise<string[]> => {
      const rows = await database.query<{ eventId: string }>(listQueue, [endpointId]);
      return rows.map(({ eventId }) => eventId);
    };
    expect(await queued(all.id)).toEqual([user, group, other]);
    expect(await queued(groups.id)).toEqual([group]);
    expect(await queued(one.id)).toEqual([other]);
    expect(await queued(foreign.id)).toEqual([]);
    expect(await queued(disabled.id)).toEqual([]);
  });

  it('makes ready only the first delivery on each order key, in one batch and over several', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const directoryId = await seedDirectory(database, environmentId);
    const endpoint = await seedEndpoint(database, { environmentId });
    const [user, group, other] = [uuidV7(), uuidV7(), uuidV7()];
    await seedEvent(database, { directoryId, orderKey: user });
    await seedEvent(database, { directoryId, orderKey: group, secondOrderKey: user });
    await seedEvent(database, { directoryId, orderKey: group });
    await seedEvent(database, { directoryId, orderKey: other, secondOrderKey: other });
    await relayAll(database);
    await seedEvent(database, { directoryId, orderKey: uuidV7(), secondOrderKey: other });
    await seedEvent(database, { directoryId });
    await relayAll(database);
    const queue = await database.query<{ state: string }>(listQueue, [endpoint.id]);
    expect(queue.map(({ state }) => state)).toEqual([
      'ready',
      'waiting',
      'waiting',
      'ready',
      'waiting',
      'ready',
    ]);
  });

  it('relays what is in the inbox when it starts, and what it is woken for', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const directoryId = await seedDirectory(database, environmentId);
    const wake = await createWake(database);
    const relay = createRelay({ database, wake, logger, publicUrl, pollMs: 3_600_000 });
    const grown = async (): Promise<void> =>
      new Promise((resolve) => wake.subscribe('dirsync_events', resolve));
    await seedEvent(database, { directoryId });
    const first = grown();
    relay.start();
    await first;
    await seedEvent(database, { directoryId });
    const second = grown();
    wake.notify('dirsync_inbox');
    await second;
    await relay.stop();
    expect(await readLog(database, environmentId)).toHaveLength(2);
    await wake.close();
  });

  it('finds by itself what nobody woke it for', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const directoryId = await seedDirectory(database, environmentId);
    const wake = await createWake(database);
    const relay = createRelay({ database, wake, logger, publicUrl, pollMs: 10 });
    relay.start();
    for (let n = 0; n < 3; n += 1) {
      const grown = new Promise<void>((resolve) => wake.subscribe('dirsync_events', resolve));
      await seedEvent(database, { directoryId });
      await grown;
    }
    await relay.stop();
    expect(await readLog(database, environmentId)).toHaveLength(3);
    await wake.close();
  });
});

onPostgres((test) => {
  it('numbers nothing while another process does', async () => {
    const { database } = test;
    const directoryId = await seedDirectory(database, await seedEnvironment(database));
    await seedEvent(database, { directoryId });
    await test.connectAgain().transaction(async (tx) => {
      expect(await leadRelay(tx)).toBe(true);
      expect(await relayBatch(database, 500, publicUrl)).toEqual({
        isLeader: false,
        events: 0,
        deliveries: 0,
        isMore: false,
      });
    });
    expect(await relayBatch(database, 500, publicUrl)).toMatchObject({
      events: 1,
      deliveries: 0,
      isMore: false,
    });
  });

  it('looks again soon for what it could not relay because another process did', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const directoryId = await seedDirectory(database, environmentId);
    const wake = await createWake(database);
    let onRefused: (() => void) | undefined;
    const refused = new Promise<void>((resolve) => (onRefused = resolve));
    const watched: Database = {
      ...database,
      async transaction(run) {
        const result = await database.transaction(run);
        onRefused?.();
        return result;
      },
    };
    const relay = createRelay({ database: watched, wake, logger, publicUrl, pollMs: 3_600_000 });
    const grown = new Promise<void>((resolve) => wake.subscribe('dirsync_events', resolve));
    await test.connectAgain().transaction(async (tx) => {
      await leadRelay(tx);
      await seedEvent(database, { directoryId });
      relay.start();
      await refused;
    });
    await grown;
    await relay.stop();
    expect(await readLog(database, environmentId)).toHaveLength(1);
    await wake.close();
  });

  it('takes over from a process that says nothing any more', async () => {
    const { database } = test;
    const directoryId = await seedDirectory(database, await seedEnvironment(database));
    await seedEvent(database, { directoryId });
    const silent = test.connectAgain().transaction(async (tx) => {
      expect(await leadRelay(tx, 100)).toBe(true);
      while ((await relayBatch(database, 500, publicUrl)).events === 0);
      await leadRelay(tx);
    });
    await expect(silent).rejects.toThrow();
  });

  it('gives each event one number while many write and several processes relay', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const directories = await Promise.all([1, 2, 3].map(() => seedDirectory(database, environmentId)));
    let isWriting = true;
    const relays = [database, test.connectAgain(), test.connectAgain()].map(async (process) => {
      while (isWriting) await relayBatch(process, 7, publicUrl);
    });
    const written: string[] = [];
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      const process = test.connectAgain();
      for (let n = 0; n < 40; n += 1) {
        await process.transaction(async (tx) => {
          const directoryId = directories[(writer + n) % 3] ?? '';
          const id = await seedEvent(tx, { directoryId });
          // Some commit late, behind numbers that were taken after theirs.
          if (n % 5 === 0) await tx.query({ name: '', text: 'select pg_sleep(0.02)' });
          written.push(id);
        });
      }
    });
    await Promise.all(writers);
    isWriting = false;
    await Promise.all(relays);
    await relayAll(database);
    const log = await readLog(database, environmentId);
    expect(log.map(({ id }) => id).toSorted()).toEqual(written.toSorted());
    for (const directoryId of directories) {
      const sequences = log
        .filter((event) => event['directoryId'] === directoryId)
        .map((event) => event['sequence']);
      expect(sequences).toEqual(sequences.map((_, index) => index + 1));
    }
  });
});
