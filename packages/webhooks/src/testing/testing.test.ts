import { expect, expectTypeOf, it } from 'vitest';
import { eventExamples } from '../generated/event-examples.ts';
import { createReceiver, safeVerify, type UserUpdatedEvent, type WebhookEvent } from '../index.ts';
import { createEvent, createRequest, signEvent, testSecret } from './testing.ts';

const types = Object.keys(eventExamples) as WebhookEvent['type'][];

it.each(types)('signs the example of %s so that a receiver takes it', async (type) => {
  const event = createEvent(type);
  expect(event).toStrictEqual({ ...eventExamples[type], id: event.id });
  const seen: unknown[] = [];
  const receiver = createReceiver({ secrets: [testSecret] }).on('*', (received) => seen.push(received));
  expect((await receiver(await createRequest(event))).status).toBe(204);
  expect(seen).toStrictEqual([event]);
});

it('overrides at any depth and leaves the rest and the example', () => {
  const before = structuredClone(eventExamples['user.updated']);
  const event = createEvent('user.updated', {
    id: 'e-1',
    data: { user: { email: 'ada@acme.example', emails: [], managerId: null }, previous: { title: 'Intern' } },
  });
  expectTypeOf(event).toEqualTypeOf<UserUpdatedEvent>();
  expect(event.id).toBe('e-1');
  expect(event.data.user).toStrictEqual({
    ...before.data.user,
    ...{ email: 'ada@acme.example', emails: [], managerId: null },
  });
  expect(event.data.previous).toStrictEqual({ ...before.data.previous, title: 'Intern' });
  expect(eventExamples['user.updated']).toStrictEqual(before);
});

it('gives each event an id of its own', () => {
  expect(createEvent('group.created').id).not.toBe(createEvent('group.created').id);
});

it('signs for another time and with other keys', async () => {
  const secret = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
  const webhook = await signEvent(createEvent('endpoint.test'), { secrets: [secret], now: 0 });
  const options = { secrets: [secret], now: () => 1_000_000 };
  expect(await safeVerify(webhook, options)).toMatchObject({
    ok: false,
    error: { code: 'timestamp_too_old' },
  });
  expect(await safeVerify(webhook, { ...options, now: () => 0 })).toMatchObject({ ok: true });
});

it('is typed by the type of event', () => {
  // @ts-expect-error there is no such type
  expect(createEvent('user.vanished').type).toBeUndefined();
  // @ts-expect-error an event about a user has no group
  createEvent('user.created', { data: { group: { id: 'g' } } });
  // @ts-expect-error a version is a number
  createEvent('user.created', { data: { user: { version: '7' } } });
});
