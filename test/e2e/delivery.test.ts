import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEachInstallation } from '../harness/each-installation.ts';
import { okta } from '../harness/identity-providers.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { idOf, objectOf } from '../harness/json.ts';
import { startReceiver } from '../harness/receiver.ts';
import type { ReceivedWebhook, Receiver } from '../harness/receiver.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { groupSchema, userSchema } from '../harness/scim-schemas.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { subscribe } from '../harness/subscribe.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

/** How many events `play` makes, `directory.activated` included. */
const eventsOfPlay = 53;

/** Ten people come, join a group, change, leave it and go: several changes of each, one request after the other. */
async function play({ scim }: Tenant): Promise<void> {
  const users: string[] = [];
  for (let number = 0; number < 10; number += 1) {
    users.push(idOf(await scim.post('/Users', { schemas: [userSchema], userName: `user-${number}` })));
  }
  const members = users.map((value) => ({ value }));
  const group = idOf(await scim.post('/Groups', { schemas: [groupSchema], displayName: 'All', members }));
  for (const id of users) {
    const changed = await scim.patch(
      `/Users/${id}`,
      patchRequest({ op: 'add', path: 'title', value: 'Engineer' }),
    );
    expect(changed.status).toBe(200);
  }
  const leaving = users.slice(5);
  const value = leaving.map((id) => ({ value: id }));
  await scim.patch(`/Groups/${group}`, patchRequest({ op: 'replace', value: { displayName: 'Most' } }));
  await scim.patch(`/Groups/${group}`, patchRequest({ op: 'remove', path: 'members', value }));
  for (const id of users) {
    const off = await scim.patch(`/Users/${id}`, patchRequest({ op: 'replace', value: { active: false } }));
    expect(off.status).toBe(200);
  }
  for (const id of leaving) expect((await scim.delete(`/Users/${id}`)).status).toBe(204);
}

/** The users and groups that an event is about. */
function resourcesOf({ event }: ReceivedWebhook): readonly string[] {
  const { user, group } = objectOf(event.data);
  return [user, group].flatMap((resource) => (resource === undefined ? [] : [idOf({ body: resource })]));
}

/** Every event of the log came, each by its id and to the byte, and those of one resource in their order. */
async function expectEverything(tenant: Tenant, receiver: Receiver): Promise<void> {
  const log = await tenant.events.take(eventsOfPlay);
  const accepted = await receiver.accept(eventsOfPlay);

  expect(accepted.map(({ id }) => id).toSorted()).toEqual(log.map(({ id }) => id).toSorted());
  for (const { id } of accepted) {
    const listed = await tenant.api.send('GET', `/v1/events/${id}`);
    const attempts = receiver.received.filter((webhook) => webhook.id === id);
    expect(new Set(attempts.map(({ body }) => body))).toEqual(new Set([listed.text]));
    expect(listed.body).toMatchObject({ id });
  }
  const sequences = new Map<string, number[]>();
  for (const webhook of accepted) {
    for (const id of resourcesOf(webhook)) {
      const sequence = Number(objectOf(webhook.event)['sequence']);
      sequences.set(id, [...(sequences.get(id) ?? []), sequence]);
    }
  }
  expect(sequences.size).toBe(11);
  for (const [id, order] of sequences) expect(order, id).toEqual(order.toSorted((one, other) => one - other));
}

describeEachInstallation('A receiver', (installation) => {
  let server: ServerProcess & ServerAddress;
  // A server that retries after 50 ms and gives an attempt one second: were a SCIM request to wait for a delivery,
  // the requests of `play` would take longer than a test may.
  beforeAll(async () => {
    const args = ['--conditions=source', 'test/harness/impatient-server.ts'];
    server = await installation().start({ args });
  });
  afterAll(() => server?.stop());

  const connect = (): Promise<Tenant> => createTenant(server, { provider: 'okta', identityProvider: okta });

  it('gets every event, signed, in order, as the log has it', async () => {
    await using receiver = await startReceiver();
    const tenant = await connect();
    await subscribe(tenant, receiver);
    await play(tenant);
    await expectEverything(tenant, receiver);
  });

  it.for(['refuse', 'hang'] as const)(
    'that does nothing but %s slows no request, and gets all of it later',
    async (mode) => {
      await using receiver = await startReceiver();
      const tenant = await connect();
      await subscribe(tenant, receiver);
      receiver.mode = mode;
      await play(tenant);
      await receiver.receive(2);
      expect(receiver.received.every(({ answered }) => answered === mode)).toBe(true);

      receiver.mode = 'accept';
      await expectEverything(tenant, receiver);
    },
  );

  it('that is down slows no request, and gets all of it later', async () => {
    await using receiver = await startReceiver();
    const tenant = await connect();
    await subscribe(tenant, receiver);
    await receiver.goDown();
    await play(tenant);
    expect(receiver.received).toEqual([]);

    await receiver.comeBack();
    await expectEverything(tenant, receiver);
  });

  it('that hangs or refuses holds up no other one, and gets all of it later', async () => {
    await using hanging = await startReceiver();
    await using refusing = await startReceiver();
    await using receiver = await startReceiver();
    const tenant = await connect();
    for (const one of [hanging, refusing, receiver]) await subscribe(tenant, one);
    hanging.mode = 'hang';
    refusing.mode = 'refuse';
    await play(tenant);
    await expectEverything(tenant, receiver);
    // Nothing was accepted there meanwhile, so none of what came waited for it.
    for (const { answered } of [...hanging.received, ...refusing.received])
      expect(answered).not.toBe('accept');

    hanging.mode = 'accept';
    refusing.mode = 'accept';
    for (const one of [hanging, refusing]) await one.accept(eventsOfPlay);
  });
});
