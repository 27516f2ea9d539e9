import { v7 as uuidV7 } from 'uuid';
import { expect, it } from 'vitest';
import type { Database, Statement } from './database.ts';
import { listDeliveries } from './deliveries.ts';
import { claimDeliveries } from './delivery-claims.ts';
import { enqueueDeliveries } from './delivery-queue.ts';
import { disableEndpoint, enableEndpoint } from './endpoint-state.ts';
import { currentEventPosition, listEvents } from './events.ts';
import type { EventQuery } from './events.ts';
import { expireEvents } from './retention.ts';
import { onEachDatabase } from './testing/databases.ts';
import { finishClaimed } from './testing/finish-claimed.ts';
import { seedDirectory, seedEndpoint, seedEnvironment, seedEvent, seedLog } from './testing/seed.ts';

const age: Statement = {
  name: 'testing.age',
  text: `update events set logged_at = logged_at - interval '40 days' where directory_id = $1`,
};

/** A directory whose events of these types were logged 40 days ago. */
async function seedOldEvents(database: Database, environmentId: string, types: readonly string[]) {
  const directoryId = await seedDirectory(database, environmentId);
  const eventIds: string[] = [];
  for (const type of types) eventIds.push(await seedEvent(database, { directoryId, type }));
  await seedLog(database);
  await database.query(age, [directoryId]);
  return { directoryId, eventIds };
}

/** Does all that one round of the retention does; answers how many events went. */
async function expireAll(database: Database, limit = 1000): Promise<number> {
  const before = new Date(Date.now() - 30 * 86_400_000);
  let events = 0;
  for (let after: number | undefined = 0; after !== undefined;) {
    const position: number = after;
    const expired = await database.transaction((tx) => expireEvents(tx, { after: position, limit, before }));
    events += expired.events;
    after = expired.position;
  }
  return events;
}

async function typesOf(database: Database, query: Omit<EventQuery, 'limit'>): Promise<unknown> {
  const { rows, isExpired } = await listEvents(database, { ...query, limit: 100 });
  return isExpired ? 'expired' : rows.map(({ body }) => (JSON.parse(body) as { readonly type: string }).type);
}

const claimAll = { leaseId: uuidV7(), leaseMs: 60_000, limit: 1000, limitPerEndpoint: 100 };

/** Events of one resource, one behind the other, for an endpoint. */
async function seedQueue(database: Database, environmentId: string, eventIds: readonly string[]) {
  const endpoint = await seedEndpoint(database, { environmentId });
  const deliveries = eventIds.map((eventId, n) => {
    return { id: uuidV7(), endpointId: endpoint.id, eventId, isFirstOnKeys: n === 0 };
  });
  await enqueueDeliveries(database, deliveries);
  return endpoint.id;
}

onEachDatabase((test) => {
  it('takes away what is too old, batch by batch, and nothing else', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    await seedOldEvents(database, environmentId, ['old.1', 'old.2', 'old.3', 'old.4', 'old.5']);
    await seedEvent(database, { directoryId: await seedDirectory(database, environmentId), type: 'new' });
    await seedLog(database);

    expect(await expireAll(database, 2)).toBe(5);
    expect(await typesOf(database, { environmentId })).toEqual(['new']);
    expect(await expireAll(database, 2)).toBe(0);
  });

  it('refuses a cursor that has missed something, by directory and by type, and serves every other', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const before = await currentEventPosition(database);
    const quiet = await seedOldEvents(database, environmentId, []);
    const old = await seedOldEvents(database, environmentId, ['user.created', 'user.updated']);
    const between = await currentEventPosition(database);
    await seedEvent(database, { directoryId: quiet.directoryId, type: 'user.updated' });
    await seedEvent(database, { directoryId: old.directoryId, type: 'user.deleted' });
    await seedLog(database);
    await expireAll(database);

    const cursor = { environmentId, after: before };
    expect(await typesOf(database, cursor)).toBe('expired');
    expect(await typesOf(database, { ...cursor, types: ['user.updated', 'group.created'] })).toBe('expired');
    expect(await typesOf(database, { ...cursor, directoryId: old.directoryId })).toBe('expired');

    expect(await typesOf(database, { ...cursor, directoryId: quiet.directoryId })).toEqual(['user.updated']);
    expect(await typesOf(database, { ...cursor, types: ['user.deleted'] })).toEqual(['user.deleted']);
    expect(await typesOf(database, { environmentId, after: between })).toEqual([
      'user.updated',
      'user.deleted',
    ]);
    expect(await typesOf(database, { environmentId, after: between - 1 })).toBe('expired');
    expect(await typesOf(database, { environmentId: await seedEnvironment(database), after: 0 })).toEqual([]);
    // Whoever has no cursor has missed nothing.
    expect(await typesOf(database, { environmentId })).toEqual(['user.updated', 'user.deleted']);
  });

  it('knows where the log ends when its last events are gone', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    await seedOldEvents(database, environmentId, ['user.created']);
    const end = await currentEventPosition(database);
    await database.query({ name: 'testing.age-all', text: `update events set logged_at = 'epoch'` });
    await expireAll(database);

    expect(await currentEventPosition(database)).toBe(end);
    const page = await listEvents(database, { environmentId, after: end, limit: 10 });
    expect(page).toEqual({ rows: [], position: end, isAhead: false, isExpired: false });
  });

  it('keeps an old event until its endpoint has it, then lets it go with its delivery', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const { eventIds } = await seedOldEvents(database, environmentId, ['first', 'second']);
    await seedQueue(database, environmentId, eventIds.slice(0, 1));

    expect(await expireAll(database)).toBe(1);
    expect(await typesOf(database, { environmentId })).toEqual(['first']);
    const claimed = await claimDeliveries(database, { ...claimAll, held: new Map(), now: undefined });
    await finishClaimed(database, claimed);
    expect(await expireAll(database)).toBe(1);
    expect(await listDeliveries(database, environmentId, { limit: 10 })).toEqual([]);
  });

  it('does not keep an old event for a disabled endpoint, which then goes on with the next', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const directoryId = await seedDirectory(database, environmentId);
    const orderKey = uuidV7();
    const old = await seedEvent(database, { directoryId, orderKey, type: 'old' });
    await seedLog(database);
    await database.query(age, [directoryId]);
    const next = await seedEvent(database, { directoryId, orderKey, type: 'next' });
    await seedLog(database);
    const endpointId = await seedQueue(database, environmentId, [old, next]);
    await disableEndpoint(database, endpointId, 'requested', undefined);

    expect(await expireAll(database)).toBe(1);
    await enableEndpoint(database, endpointId, undefined);
    const claimed = await claimDeliveries(database, { ...claimAll, held: new Map(), now: undefined });
    expect(claimed.map(({ eventId }) => eventId)).toEqual([next]);
  });
});
