import { v7 as uuidV7 } from 'uuid';
import { expect, it } from 'vitest';
import { deleteDirectory, releaseDirectory } from '../directory/directories.ts';
import type { Database, Statement } from '../store/database.ts';
import { listDeliveries } from '../store/deliveries.ts';
import { getDirectory } from '../store/directories.ts';
import { listEvents } from '../store/events.ts';
import type { ReleaseMode, Safeguard } from '../store/feeds.ts';
import { onEachDatabase } from '../store/testing/databases.ts';
import { seedDirectory, seedEndpoint, seedEnvironment, seedEvent } from '../store/testing/seed.ts';
import { relayBatch } from './relay.ts';

const publicUrl = 'https://sync.example.com';
const wake = { notify: () => undefined, subscribe: () => () => undefined, close: async () => undefined };

const postpone: Statement = {
  name: 'testing.postpone',
  text: `update inbox set occurred_at = occurred_at + $2 * interval '1 minute' where event_id = $1`,
};

/** More than three people and more than a fifth. */
const cautious: Safeguard = { enabled: true, users: 3, percent: 20, windowMinutes: 60 };

/** A directory of 20 active users, and an endpoint that gets its events. */
async function seedCompany(database: Database, safeguard: Safeguard = cautious) {
  const environmentId = await seedEnvironment(database);
  const directoryId = await seedDirectory(database, environmentId, null, safeguard);
  await seedEndpoint(database, { environmentId, directoryIds: [directoryId] });
  const users = Array.from({ length: 20 }, () => uuidV7());

  async function happen(type: string, user = 0, more: Happening = {}) {
    const { group, minutesLater, isActive = type !== 'user.deactivated' } = more;
    const id = users[user] ?? '';
    const previous = type.endsWith('activated') ? { previous: { active: !isActive } } : {};
    const event = { directoryId, type, data: { user: { id, active: isActive }, ...previous } };
    const keys = group === undefined ? { orderKey: id } : { orderKey: group, secondOrderKey: id };
    const eventId = await seedEvent(database, { ...event, ...keys });
    if (minutesLater !== undefined) await database.query(postpone, [eventId, minutesLater]);
  }

  async function relay(batchSize = 500): Promise<void> {
    while ((await relayBatch(database, batchSize, publicUrl)).isMore);
  }

  /** What the log holds behind the users' creation, by type and user; fails when a sequence is missing. */
  async function log(): Promise<readonly string[]> {
    const { rows } = await listEvents(database, { environmentId, directoryId, limit: 10_000 });
    const events = rows.map(({ body }) => JSON.parse(body) as Logged);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    const deliveries = await listDeliveries(database, environmentId, { limit: 10_000 });
    expect(deliveries).toHaveLength(events.length);
    return events
      .slice(users.length)
      .map(({ type, data }) => (data.user ? `${type} ${users.indexOf(data.user.id)}` : type));
  }

  const stateOf = async () => (await getDirectory(database, environmentId, directoryId))?.state;
  const context = { database, wake, publicUrl };
  const release = (mode: ReleaseMode) => releaseDirectory(context, environmentId, directoryId, mode);
  const remove = () => deleteDirectory(context, environmentId, directoryId);

  for (const user of users.keys()) await happen('user.created', user);
  await relay();
  return { environmentId, directoryId, happen, relay, log, stateOf, release, remove };
}

interface Happening {
  readonly minutesLater?: number;
  readonly group?: string;
  readonly isActive?: boolean;
}

interface Logged {
  readonly type: string;
  readonly sequence: number;
  readonly data: { readonly user?: { readonly id: string } };
}

const four = ['user.deactivated 0', 'user.deactivated 1', 'user.deactivated 2', 'user.deactivated 3'];

onEachDatabase((test) => {
  it.for([500, 3])(
    'holds from the removal that passes both thresholds, in batches of %i',
    async (batchSize) => {
      const { happen, relay, log, stateOf } = await seedCompany(test.database);
      for (let user = 0; user < 10; user += 1) await happen('user.deactivated', user);
      await happen('user.created', 11);
      await relay(batchSize);
      expect(await log()).toEqual([...four, 'directory.held']);
      expect(await stateOf()).toBe('held');
      await happen('user.updated', 12);
      await relay(batchSize);
      expect(await log()).toEqual([...four, 'directory.held']);
    },
  );

  it('tells of the directory as it is then', async () => {
    const { database } = test;
    const { happen, relay, environmentId, directoryId } = await seedCompany(database);
    for (let user = 0; user < 5; user += 1) await happen('user.deleted', user);
    await relay();
    const { rows } = await listEvents(database, { environmentId, types: ['directory.held'], limit: 1 });
    const directory = await getDirectory(database, environmentId, directoryId);
    const { environmentId: _, ...seen } = {
      ...directory,
      scim: { baseUrl: `${publicUrl}/scim/v2/${directoryId}` },
    };
    expect(JSON.parse(rows[0]?.body ?? '')).toMatchObject({ directoryId, data: { directory: seen } });
  });

  it('holds nothing while one threshold is not passed, or when it is off', async () => {
    for (const safeguard of [
      { ...cautious, users: 6 },
      { ...cautious, percent: 30 },
      { ...cautious, enabled: false },
    ]) {
      const { happen, relay, stateOf } = await seedCompany(test.database, safeguard);
      for (let user = 0; user < 6; user += 1) await happen('user.deactivated', user);
      await relay();
      expect(await stateOf()).toBe('pending');
    }
  });

  it('counts the removals of one window, each person once, and nobody who came back', async () => {
    const { happen, relay, log } = await seedCompany(test.database, { ...cautious, percent: 22 });
    await happen('user.deactivated', 0, { minutesLater: -61 });
    await happen('user.deactivated', 1);
    await happen('user.deleted', 1, { isActive: false });
    await relay();
    await happen('user.deactivated', 2);
    await relay();
    await happen('user.reactivated', 2);
    for (const user of [3, 4, 5]) await happen('user.deactivated', user);
    await relay();
    expect(await log()).not.toContain('directory.held');
    await happen('user.deactivated', 6);
    await relay();
    expect((await log()).at(-1)).toBe('directory.held');
  });

  it('holds back no other directory', async () => {
    const { happen, relay } = await seedCompany(test.database);
    const other = await seedCompany(test.database);
    for (let user = 0; user < 10; user += 1) await happen('user.deactivated', user);
    await other.happen('user.updated', 3);
    await relay();
    expect(await other.log()).toEqual(['user.updated 3']);
  });

  it.for([500, 2])('delivers everything as it happened, in batches of %i', async (batchSize) => {
    const { happen, relay, log, release, stateOf } = await seedCompany(test.database);
    for (let user = 0; user < 8; user += 1) await happen('user.deactivated', user);
    await relay();
    await happen('user.reactivated', 7);
    await release('deliver');
    await happen('user.updated', 7);
    await relay(batchSize);
    expect(await log()).toEqual([
      ...[...four, 'directory.held', 'directory.released'],
      ...['user.deactivated 4', 'user.deactivated 5', 'user.deactivated 6', 'user.deactivated 7'],
      ...['user.reactivated 7', 'user.updated 7'],
    ]);
    expect(await stateOf()).toBe('active');
  });

  it('settles: nothing of a mistake that was undone, the net change of the rest', async () => {
    const { happen, relay, log, release } = await seedCompany(test.database);
    const group = uuidV7();
    for (let user = 0; user < 9; user += 1) await happen('user.deactivated', user);
    await happen('group.user_removed', 5, { group });
    await relay();
    for (const user of [0, 1, 2, 3, 4, 5]) await happen('user.reactivated', user);
    await happen('group.user_added', 5, { group });
    await happen('group.user_removed', 8, { group });
    await happen('user.deleted', 8);
    await release('settle');
    await happen('user.updated', 0);
    await relay();
    expect(await log()).toEqual([
      ...[...four, 'directory.held', 'directory.released'],
      // Before the hold they had been told of as gone.
      ...['user.deactivated 6', 'user.deactivated 7'],
      ...['user.reactivated 0', 'user.reactivated 1', 'user.reactivated 2', 'user.reactivated 3'],
      ...['group.user_removed 8', 'user.deleted 8', 'user.updated 0'],
    ]);
  });

  it('counts from zero after a release, and can hold again', async () => {
    const { happen, relay, log, release } = await seedCompany(test.database);
    for (let user = 0; user < 8; user += 1) await happen('user.deactivated', user);
    await relay();
    await release('deliver');
    for (const user of [8, 9, 10]) await happen('user.deactivated', user);
    await relay();
    expect((await log()).at(-1)).toBe('user.deactivated 10');
    await happen('user.deactivated', 11);
    await happen('user.deactivated', 12);
    await relay();
    expect((await log()).slice(-1)).toEqual(['directory.held']);
    await release('deliver');
    await relay();
    expect((await log()).slice(-3)).toEqual([
      ...['directory.released', 'user.deactivated 11', 'user.deactivated 12'],
    ]);
  });

  it('guards what comes behind the released events before they are out', async () => {
    const { happen, relay, log, release } = await seedCompany(test.database);
    for (let user = 0; user < 8; user += 1) await happen('user.deactivated', user);
    await relay();
    await release('deliver');
    for (let user = 8; user < 16; user += 1) await happen('user.deactivated', user);
    await happen('user.updated', 19);
    await relay(3);
    const events = await log();
    expect(events.filter((type) => type === 'directory.held')).toHaveLength(2);
    expect(events.at(-1)).toBe('directory.held');
    await release('settle');
    await relay(3);
    expect((await log()).slice(-2)).toEqual(['user.deactivated 15', 'user.updated 19']);
  });

  it('releases only what is held', async () => {
    const { relay, release, happen } = await seedCompany(test.database);
    expect(await release('deliver')).toBeUndefined();
    for (let user = 0; user < 8; user += 1) await happen('user.deactivated', user);
    await relay();
    expect(await release('deliver')).toMatchObject({ state: 'active' });
    expect(await release('settle')).toBeUndefined();
  });

  it('ends the log with directory.deleted: what is held is dropped, and what comes too late', async () => {
    const { happen, relay, log, remove } = await seedCompany(test.database);
    for (let user = 0; user < 8; user += 1) await happen('user.deactivated', user);
    await relay();
    await remove();
    await happen('user.updated', 1);
    await relay();
    await happen('user.updated', 2);
    await relay();
    expect(await log()).toEqual([...four, 'directory.held', 'directory.deleted']);
  });

  it('ends the log with directory.deleted in the midst of a release, too', async () => {
    const { database } = test;
    const { happen, relay, log, remove, release } = await seedCompany(database);
    for (let user = 0; user < 12; user += 1) await happen('user.deactivated', user);
    await relay();
    await release('deliver');
    await relayBatch(database, 3, publicUrl);
    await remove();
    await relay(3);
    expect(await log()).toEqual([
      ...[...four, 'directory.held', 'directory.released'],
      ...['user.deactivated 4', 'user.deactivated 5', 'user.deactivated 6', 'directory.deleted'],
    ]);
  });
});
