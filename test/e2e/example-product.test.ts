import { randomUUID } from 'node:crypto';
import { createEventReceiver, openStore } from '@dirsync/example-product';
import type { Store } from '@dirsync/example-product';
import { sign } from '@dirsync/webhooks';
import { expect, it } from 'vitest';
import type { JsonObject } from '../harness/json.ts';

const directoryId = randomUUID();
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

const user = {
  id: 'u-1',
  directoryId,
  version: 1,
  userName: 'ada',
  displayName: 'Ada',
  email: 'ada@acme.example',
};
const person = { ...user, department: null, title: null, active: true };
const group = { id: 'g-1', directoryId, version: 1, displayName: 'Engineering' };

interface Webhook {
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
}

const created: Webhook = { id: 'e-1', type: 'user.created', data: { user: person } };
const pushed: Webhook = { id: 'e-2', type: 'group.created', data: { group } };
const added: Webhook = { id: 'e-3', type: 'group.user_added', data: { group, user } };
const removed: Webhook = { id: 'e-4', type: 'group.user_removed', data: { group, user } };
const retitled: Webhook = {
  id: 'e-5',
  type: 'user.updated',
  data: { user: { ...person, version: 2, title: 'Analyst' }, previous: { title: null } },
};

/** Sends webhooks to the product, one after the other; each must be acknowledged. */
async function deliver(store: Store, ...webhooks: readonly Webhook[]): Promise<void> {
  const receiver = createEventReceiver(secret, store);
  for (const webhook of webhooks) {
    const body = JSON.stringify({ ...webhook, directoryId });
    const timestamp = Math.floor(Date.now() / 1000);
    const headers = await sign({ id: webhook.id, timestamp, body }, { secrets: [secret] });
    expect(await receiver.receive({ headers, body })).toEqual({ status: 204 });
  }
}

it('the example product applies an event once, however often it comes', async () => {
  const store = openStore();
  await deliver(store, created, pushed, added, removed, added, created, added);
  expect(store.listPeople(directoryId)).toMatchObject({
    users: [{ userName: 'ada', email: 'ada@acme.example', title: null }],
    groups: [{ displayName: 'Engineering', members: [] }],
  });
});

it('the example product keeps the newest version of a user, in whatever order events come', async () => {
  const store = openStore();
  await deliver(store, retitled, created);
  expect(store.listPeople(directoryId).users).toMatchObject([{ userName: 'ada', title: 'Analyst' }]);
});

it('the example product applies an event again that it could not apply', async () => {
  const store = openStore();
  const fail = (): never => {
    throw new Error('The disk is full.');
  };
  expect(() => store.once(created, fail)).toThrow('The disk is full.');
  await deliver(store, created);
  expect(store.listPeople(directoryId).users).toHaveLength(1);
});
