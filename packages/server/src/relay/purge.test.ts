import { v7 as uuidV7 } from 'uuid';
import { expect, it } from 'vitest';
import { deleteDirectory } from '../directory/directories.ts';
import type { Database, Statement } from '../store/database.ts';
import { claimDeliveries } from '../store/delivery-claims.ts';
import { disableEndpoint } from '../store/endpoint-state.ts';
import { insertGroup } from '../store/groups.ts';
import { finishClaimed } from '../store/testing/finish-claimed.ts';
import { onEachDatabase } from '../store/testing/databases.ts';
import { groupDocument, userDocument } from '../store/testing/seed-resources.ts';
import { seedDirectory, seedEndpoint, seedEnvironment } from '../store/testing/seed.ts';
import { insertUser } from '../store/user-insertion.ts';
import { directoryPurge } from './purge.ts';
import { relayBatch } from './relay.ts';
import { retentionChores } from './retention.ts';

const publicUrl = 'https://sync.example.com';
const wake = { notify: () => undefined, subscribe: () => () => undefined, close: async () => undefined };

const count: Statement = {
  name: 'testing.count-rows',
  text: `select (select count(*) from users where directory_id = $1) as users,
    (select count(*) from user_emails where directory_id = $1) as emails,
    (select count(*) from groups where directory_id = $1) as groups,
    (select count(*) from group_members where directory_id = $1) as members,
    (select count(*) from events where directory_id = $1) as events,
    (select count(*) from directories where id = $1) as directories`,
};

const full = { users: 7, emails: 7, groups: 2, members: 14, events: 23, directories: 1 };
const purged = { ...full, users: 0, emails: 0, groups: 0, members: 0, events: 24 };

async function seedContents(database: Database, environmentId: string) {
  const directoryId = await seedDirectory(database, environmentId);
  const userIds = Array.from({ length: 7 }, () => uuidV7());
  const created = (type: string) => [{ type, data: {} }];
  for (const [n, id] of userIds.entries()) {
    await insertUser(database, directoryId, id, userDocument(`user-${n}`), created('user.created'));
  }
  for (const name of ['one', 'two']) {
    await insertGroup(
      database,
      directoryId,
      uuidV7(),
      groupDocument(name),
      userIds,
      created('group.created'),
    );
  }
  await relayBatch(database, 500, publicUrl);
  return {
    remove: () => deleteDirectory({ database, wake, publicUrl }, environmentId, directoryId),
    rows: async () => (await database.query(count, [directoryId]))[0],
  };
}

/** Runs the chore to its end; in how many transactions. */
async function purge(database: Database, batchSize: number): Promise<number> {
  const chore = directoryPurge(batchSize);
  let runs = 1;
  while (await database.transaction((tx) => chore.run(tx))) runs += 1;
  return runs;
}

async function deliverAll(database: Database): Promise<void> {
  const options = { leaseId: uuidV7(), leaseMs: 60_000, limit: 1000, limitPerEndpoint: 1000, now: undefined };
  await finishClaimed(database, await claimDeliveries(database, { ...options, held: new Map() }));
}

onEachDatabase((test) => {
  it('purges a deleted directory batch by batch, and no other', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const gone = await seedContents(database, environmentId);
    const other = await seedContents(database, environmentId);
    await gone.remove();
    expect(await purge(database, 5)).toBe(1);
    expect(await gone.rows()).toEqual(full);

    await relayBatch(database, 500, publicUrl);
    expect(await purge(database, 5)).toBeGreaterThan(4);
    expect(await gone.rows()).toEqual(purged);
    expect(await other.rows()).toEqual(full);
  });

  it('waits until directory.deleted is delivered', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const gone = await seedContents(database, environmentId);
    await seedEndpoint(database, { environmentId, eventTypes: ['directory.deleted'] });
    await gone.remove();
    await relayBatch(database, 500, publicUrl);
    await purge(database, 100);
    expect(await gone.rows()).toEqual({ ...full, events: 24 });

    await deliverAll(database);
    await purge(database, 100);
    expect(await gone.rows()).toEqual(purged);
  });

  it('does not wait for an endpoint that is disabled', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const gone = await seedContents(database, environmentId);
    const { id } = await seedEndpoint(database, { environmentId });
    await gone.remove();
    await relayBatch(database, 500, publicUrl);
    await database.transaction((tx) => disableEndpoint(tx, id, 'requested', undefined));
    await purge(database, 100);
    expect(await gone.rows()).toEqual(purged);
  });

  it('removes the directory itself with the last of its events', async () => {
    const { database } = test;
    const gone = await seedContents(database, await seedEnvironment(database));
    await gone.remove();
    await relayBatch(database, 500, publicUrl);
    await purge(database, 100);
    const inYears = new Date(Date.now() + 1e12);
    for (const chore of retentionChores({ days: 30, now: () => inYears })) {
      while (await database.transaction((tx) => chore.run(tx)));
    }
    await purge(database, 100);
    expect(await gone.rows()).toEqual({ ...purged, events: 0, directories: 0 });
  });
});
