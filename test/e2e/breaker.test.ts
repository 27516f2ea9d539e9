import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClock } from '../harness/clock.ts';
import type { Clock } from '../harness/clock.ts';
import { describeEachInstallation } from '../harness/each-installation.ts';
import { okta } from '../harness/identity-providers.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { idOf, objectOf } from '../harness/json.ts';
import { startReceiver } from '../harness/receiver.ts';
import type { ReceivedWebhook } from '../harness/receiver.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { userSchema } from '../harness/scim-schemas.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { subscribe } from '../harness/subscribe.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

const [minute, hour, day] = [60, 3600, 86_400];
const timeout = 60_000;

async function createUser({ scim }: Tenant, userName: string): Promise<string> {
  return idOf(await scim.post('/Users', { schemas: [userSchema], userName }));
}

async function setTitle({ scim }: Tenant, id: string, value: string): Promise<void> {
  const changed = await scim.patch(`/Users/${id}`, patchRequest({ op: 'add', path: 'title', value }));
  expect(changed.status).toBe(200);
}

/** The title that each webhook about a user tells, in the order of arrival. */
function titlesOf(webhooks: readonly ReceivedWebhook[], userId: string): readonly unknown[] {
  const users = webhooks.map(({ event }) => objectOf(objectOf(event.data)['user'] ?? {}));
  return users.filter(({ id }) => id === userId).map(({ title }) => title);
}

/** How many attempts are written down of the deliveries of an endpoint, or of one of them. */
async function attemptsOf({ dirsync }: Tenant, endpointId: string, eventId?: string): Promise<number> {
  const query = { endpointId, limit: 200, ...(eventId !== undefined && { eventId }) };
  const { data } = await dirsync.deliveries.list(query);
  return data.reduce((sum, { attempts }) => sum + attempts, 0);
}

describeEachInstallation('A receiver', (installation) => {
  let clock: Clock;
  let server: ServerProcess & ServerAddress;
  beforeAll(async () => {
    clock = createClock();
    server = await installation().start(clock.options);
  });
  afterAll(async () => {
    await server?.stop();
    clock?.remove();
  });

  const connect = (): Promise<Tenant> => createTenant(server, { provider: 'okta', identityProvider: okta });

  it('that was down for a day gets its backlog at once when it is back', { timeout }, async () => {
    await using receiver = await startReceiver(clock);
    const tenant = await connect();
    const { id } = await subscribe(tenant, receiver);
    const read = () => tenant.dirsync.webhookEndpoints.get(id);
    await receiver.goDown();
    const users: string[] = [];
    for (let n = 0; n < 6; n += 1) users.push(await createUser(tenant, `user-${n}`));
    await expect.poll(() => attemptsOf(tenant, id)).toBeGreaterThanOrEqual(5);
    await expect.poll(async () => (await read()).nextProbeAt).not.toBeNull();
    const titles: string[] = [];
    for (const seconds of [minute, 10 * minute, hour, 3 * hour, 7 * hour, 13 * hour]) {
      titles.push(`after ${seconds} s`);
      for (const user of users) await setTitle(tenant, user, titles.at(-1) ?? '');
      const before = await attemptsOf(tenant, id);
      clock.pass(seconds);
      await expect.poll(() => attemptsOf(tenant, id)).toBeGreaterThan(before);
    }
    expect(await read()).toMatchObject({ state: 'enabled', failingSince: expect.any(String) });

    await receiver.comeBack();
    clock.pass(day);
    // Nothing passes the time any more.
    const accepted = await receiver.accept(1 + 7 * users.length);
    for (const user of users) {
      expect(titlesOf(accepted, user)).toEqual([null, ...titles]);
    }
    await expect.poll(read).toMatchObject({ failingSince: null, nextProbeAt: null });
    await tenant.dirsync.webhookEndpoints.delete(id);
  });

  it('that fails over a single event gets those behind it after four attempts', { timeout }, async () => {
    await using receiver = await startReceiver(clock);
    const tenant = await connect();
    const { id: endpointId } = await subscribe(tenant, receiver);
    await createUser(tenant, 'first');
    await receiver.accept(2);
    receiver.mode = 'refuse';
    const user = await createUser(tenant, 'poison');
    const [poison] = (await receiver.receive(3)).slice(2);
    const eventId = poison?.id ?? '';
    await expect.poll(() => attemptsOf(tenant, endpointId, eventId)).toBe(1);
    receiver.mode = (id) => (id === eventId ? 'refuse' : 'accept');
    for (const title of ['one', 'two']) await setTitle(tenant, user, title);
    let others = 0;
    for (const seconds of [6, 6 * minute, 36 * minute]) {
      const attempts = await attemptsOf(tenant, endpointId, eventId);
      // Somebody else is served at once all the time.
      await createUser(tenant, `other-${(others += 1)}`);
      await receiver.accept(2 + others);
      clock.pass(seconds);
      await expect.poll(() => attemptsOf(tenant, endpointId, eventId)).toBe(attempts + 1);
    }
    const accepted = await receiver.accept(2 + others + 2);
    expect(titlesOf(accepted, user)).toEqual(['one', 'two']);
    expect(receiver.received.filter(({ id }) => id === eventId)).toHaveLength(4);
    expect(await tenant.dirsync.webhookEndpoints.get(endpointId)).toMatchObject({ failingSince: null });

    const { data } = await tenant.dirsync.deliveries.list({ endpointId, eventId });
    expect(data).toMatchObject([{ state: 'failed', attempts: 4 }]);
    const { attemptLog } = await tenant.dirsync.deliveries.get(data[0]?.id ?? '');
    expect(attemptLog.map(({ status }) => status)).toEqual([500, 500, 500, 500]);

    // Mended, and sent again by hand.
    receiver.mode = 'accept';
    expect(await tenant.dirsync.deliveries.retry(data[0]?.id ?? '')).toMatchObject({ state: 'pending' });
    expect((await receiver.accept(2 + others + 3)).at(-1)?.id).toBe(eventId);
    await tenant.dirsync.webhookEndpoints.delete(endpointId);
  });

  it(
    'that is gone for good is left alone, and goes on where it stood when it is enabled',
    { timeout },
    async () => {
      await using receiver = await startReceiver(clock);
      await using watcher = await startReceiver(clock);
      const tenant = await connect();
      const { dirsync } = tenant;
      const { id } = await subscribe(tenant, receiver);
      const other = await subscribe(tenant, watcher, { eventTypes: ['endpoint.disabled', 'endpoint.test'] });
      receiver.mode = 'leave';
      const user = await createUser(tenant, 'ada');
      const [told] = await watcher.accept(1);
      expect(told?.event).toMatchObject({
        ...{ type: 'endpoint.disabled', data: { endpoint: { id, disabledReason: 'gone' } } },
      });
      expect(told?.event).not.toHaveProperty('sequence');
      const left = await dirsync.webhookEndpoints.get(id);
      expect(left).toMatchObject({
        state: 'disabled',
        disabledReason: 'gone',
        resumeCursor: expect.any(String),
      });
      await setTitle(tenant, user, 'one');
      const before = receiver.received.length;
      await tenant.events.take(3);
      expect(
        (await dirsync.webhookEndpoints.test(id).catch((error: unknown) => error)) as Error,
      ).toMatchObject({
        ...{ code: 'conflict', status: 409 },
      });

      receiver.mode = 'accept';
      const enabled = await dirsync.webhookEndpoints.update(id, { state: 'enabled' });
      expect(enabled).toMatchObject({ state: 'enabled', disabledReason: null, resumeCursor: null });
      await setTitle(tenant, user, 'two');
      const accepted = await receiver.accept(4);
      expect(titlesOf(accepted, user)).toEqual([null, 'one', 'two']);
      expect(receiver.received).toHaveLength(before + 4);

      const test = await dirsync.webhookEndpoints.test(other.id);
      expect((await watcher.accept(2)).at(-1)).toMatchObject({
        id: test.eventId,
        event: { type: 'endpoint.test' },
      });
      for (const endpointId of [id, other.id]) await dirsync.webhookEndpoints.delete(endpointId);
    },
  );

  it('that fails for five days is disabled, and nothing is lost', { timeout }, async () => {
    await using receiver = await startReceiver(clock);
    const tenant = await connect();
    const { id } = await subscribe(tenant, receiver);
    const read = () => tenant.dirsync.webhookEndpoints.get(id);
    receiver.mode = 'refuse';
    const user = await createUser(tenant, 'ada');
    await expect.poll(() => attemptsOf(tenant, id)).toBe(2);
    while ((await read()).state === 'enabled') {
      const before = await attemptsOf(tenant, id);
      clock.pass(1.3 * day);
      await expect.poll(() => attemptsOf(tenant, id)).toBeGreaterThan(before);
    }
    await expect.poll(read).toMatchObject({ state: 'disabled', disabledReason: 'failing' });
    await setTitle(tenant, user, 'one');
    receiver.mode = 'accept';
    await tenant.dirsync.webhookEndpoints.update(id, { state: 'enabled' });
    expect(titlesOf(await receiver.accept(3), user)).toEqual([null, 'one']);
    await tenant.dirsync.webhookEndpoints.delete(id);
  });
});
