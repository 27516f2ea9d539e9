import type { Dirsync, DirectoryEvent } from '@dirsync/client';
import { mirror } from '@dirsync/client/mirror';
import type { MirrorStore } from '@dirsync/client/mirror';
import { describe, expect, inject, it } from 'vitest';
import { concurrently } from '../harness/concurrently.ts';
import { okta } from '../harness/identity-providers.ts';
import type { SharedServer } from '../harness/installation.ts';
import { idOf } from '../harness/json.ts';
import { startReceiver } from '../harness/receiver.ts';
import type { Receiver } from '../harness/receiver.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { userSchema } from '../harness/scim-schemas.ts';
import { createTenant } from '../harness/tenant.ts';

/** A company of so many people, and a product that listens. */
async function createCompany(server: SharedServer, receiver: Receiver, size: number) {
  const company = await createTenant(server, { provider: 'okta', identityProvider: okta });
  const neighbour = await createTenant(server, { provider: 'okta', identityProvider: okta });
  const { dirsync, directoryId, scim } = company;
  // More than 20 %, and more than what 50 are of 1,000.
  const safeguard = { users: size / 20 };
  await dirsync.directories.update(directoryId, { settings: { safeguard } });
  const { secret } = await dirsync.webhookEndpoints.create({
    url: receiver.url,
    directoryIds: [directoryId],
  });
  receiver.secret = secret;
  const people = await concurrently(size, async (number) =>
    idOf(await scim.post('/Users', { schemas: [userSchema], userName: `user-${number}` })),
  );

  async function switchAll(ids: readonly string[], active: boolean): Promise<void> {
    await concurrently(ids.length, async (number) => {
      const answer = await scim.patch(
        `/Users/${ids[number]}`,
        patchRequest({ op: 'replace', value: { active } }),
      );
      expect(answer.status).toBe(200);
    });
  }

  /** The whole log, once everything that may go has gone: events leave in the order of the commits. */
  async function log(): Promise<readonly DirectoryEvent[]> {
    await neighbour.expectNoEvents();
    const events: DirectoryEvent[] = [];
    for await (const event of dirsync.events.list({ directoryId, limit: 200 })) events.push(event);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    return events;
  }

  /** The receiver got what is in the log, and nothing else. */
  async function expectDelivered(events: readonly DirectoryEvent[]): Promise<void> {
    const accepted = await receiver.accept(events.length);
    expect(new Set(accepted.map(({ id }) => id))).toEqual(new Set(events.map(({ id }) => id)));
  }
  // `directory.activated` is what its first request makes.
  await neighbour.scim.get('/Users');
  await neighbour.events.take(1);
  return { ...company, people, switchAll, log, expectDelivered };
}

/** Copies who is active; ready when it has listed everything once. */
async function startMirror(dirsync: Dirsync, directoryId: string) {
  const users = new Map<string, boolean>();
  const controller = new AbortController();
  let snapshots = 0;
  const store: MirrorStore = {
    load: () => null,
    apply(changes) {
      for (const change of changes)
        if (change.type === 'user.saved') users.set(change.user.id, change.user.active);
    },
  };
  const { promise: first, resolve: onFirst } = Promise.withResolvers<void>();
  const running = mirror(dirsync, {
    ...{ store, directoryId, signal: controller.signal },
    onSnapshot() {
      snapshots += 1;
      if (snapshots === 1) onFirst();
      else controller.abort();
    },
  });
  await Promise.race([first, running]);
  return {
    async afterNextSnapshot(): Promise<ReadonlyMap<string, boolean>> {
      await running;
      return users;
    },
  };
}

const ofType = (events: readonly DirectoryEvent[], type: string) =>
  events.filter((event) => event.type === type);

/** Whom the events are about, without an order. */
function usersOf(events: readonly DirectoryEvent[]): ReadonlySet<string> {
  return new Set(events.flatMap(({ data }) => ('user' in data ? [data.user.id] : [])));
}

function define(server: SharedServer, size: number): void {
  const [leavers, share] = [size * 0.6, size * 0.2];

  it(`holds when ${leavers} of ${size} people are disabled, and delivers them when it is told to`, async () => {
    await using receiver = await startReceiver();
    const { dirsync, directoryId, people, switchAll, log, expectDelivered, scim } = await createCompany(
      server,
      receiver,
      size,
    );
    await switchAll(people.slice(0, leavers), false);
    const held = await log();
    expect(ofType(held, 'user.deactivated')).toHaveLength(share);
    expect(held.at(-1)).toMatchObject({ type: 'directory.held', data: { directory: { state: 'held' } } });
    expect(held).toHaveLength(1 + size + share + 1);
    await expectDelivered(held);
    // SCIM goes on, and is stored.
    expect(await dirsync.directories.get(directoryId)).toMatchObject({ state: 'held' });
    expect((await scim.get('/Users?filter=active%20eq%20false')).body).toMatchObject({
      totalResults: leavers,
    });

    expect(await dirsync.directories.release(directoryId, { mode: 'deliver' })).toMatchObject({
      state: 'active',
    });
    await receiver.accept(held.length + 1 + leavers - share);
    const released = await log();
    expect(released[held.length]).toMatchObject({
      type: 'directory.released',
      data: { directory: { state: 'active' } },
    });
    const rest = released.slice(held.length + 1);
    expect(new Set(rest.map(({ type }) => type))).toEqual(new Set(['user.deactivated']));
    expect(usersOf(ofType(released, 'user.deactivated'))).toEqual(new Set(people.slice(0, leavers)));
    await expectDelivered(released);
  });

  it('sends nothing of a mistake that was undone before it is settled', async () => {
    await using receiver = await startReceiver();
    const { dirsync, directoryId, people, switchAll, log, expectDelivered } = await createCompany(
      server,
      receiver,
      size,
    );
    const disabled = people.slice(0, leavers);
    await switchAll(disabled, false);
    const held = await log();
    const told = usersOf(ofType(held, 'user.deactivated'));
    const untold = disabled.filter((id) => !told.has(id));
    expect([told.size, untold.length]).toEqual([share, leavers - share]);
    // It lists what is about to be undone.
    const copy = await startMirror(dirsync, directoryId);
    await switchAll(untold.slice(1), true);
    await dirsync.directories.release(directoryId, { mode: 'settle' });
    await receiver.accept(held.length + 2);
    const released = await log();
    expect(released.slice(held.length)).toMatchObject([
      { type: 'directory.released' },
      { type: 'user.deactivated', data: { user: { id: untold[0] }, previous: { active: true } } },
    ]);
    await expectDelivered(released);
    const active = new Map<string, boolean>();
    for await (const user of dirsync.users.list({ directoryId, limit: 200 }))
      active.set(user.id, user.active);
    expect(await copy.afterNextSnapshot()).toEqual(active);

    await expect(dirsync.directories.release(directoryId, { mode: 'settle' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
}

const { embedded, postgres } = inject('servers');
describe.skipIf(postgres === null)('A directory on PostgreSQL', () => define(postgres ?? embedded, 1000));
describe('A directory on the embedded database', () => define(embedded, 200));
