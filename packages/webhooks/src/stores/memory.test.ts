import { describe, expect, it } from 'vitest';
import { createReceiver, RetryLater, sign } from '../index.ts';
import { createMemoryStore, type MemoryStoreOptions } from './memory.ts';

const secret = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
const day = 86_400_000;

function setUp(options: MemoryStoreOptions = {}, receiving: { outdated?: 'skip' | 'handle' } = {}) {
  const state = { now: 1_700_000_000_000 };
  const handled: string[] = [];
  const store = createMemoryStore({ now: () => state.now, ...options });
  const receiver = createReceiver({
    ...{ secrets: [secret], now: () => state.now, store, onError: () => undefined },
    ...receiving,
  });
  async function send(event: {
    readonly id: string;
    readonly type: string;
    readonly [name: string]: unknown;
  }) {
    const body = JSON.stringify(event);
    const timestamp = Math.floor(state.now / 1000);
    const headers = await sign({ id: event.id, timestamp, body }, { secrets: [secret] });
    return receiver.receive({ headers, body });
  }
  return { state, handled, receiver, send };
}

const user = (id: string, version: number, type = 'user.updated') => ({
  ...{ id, type, directoryId: 'd', sequence: 1 },
  data: { user: { id: 'u', version } },
});

const membership = (id: string, sequence: number, type: string, data = {}) => ({
  ...{ id, type, directoryId: 'd', sequence },
  data: { group: { id: 'g' }, user: { id: 'u' }, ...data },
});

it('handles an event once', async () => {
  const { handled, receiver, send } = setUp();
  receiver.on('user.*', (event) => handled.push(event.id));
  expect(await send(user('e-1', 1))).toEqual({ status: 204 });
  expect(await send(user('e-1', 1))).toEqual({ status: 204, code: 'duplicate' });
  expect(handled).toEqual(['e-1']);
});

it('handles an event again that failed, and lets its twin wait meanwhile', async () => {
  const { handled, receiver, send } = setUp();
  let attempts = 0;
  receiver.on('user.*', async (event) => {
    attempts++;
    await Promise.resolve();
    if (attempts === 1) throw new RetryLater();
    handled.push(event.id);
  });
  const results = await Promise.all([send(user('e-1', 1)), send(user('e-1', 1)), send(user('e-1', 1))]);
  expect(results.map(({ code }) => code)).toEqual(['retry_later', undefined, 'duplicate']);
  expect(handled).toEqual(['e-1']);
});

describe('states of one resource', () => {
  it('an older one that comes late is acknowledged and not handled', async () => {
    const { handled, receiver, send } = setUp();
    receiver.on('user.*', (event) => handled.push(event.id));
    await send(user('e-2', 2));
    expect(await send(user('e-1', 1))).toEqual({ status: 204, code: 'outdated' });
    expect(await send(user('e-1', 1))).toEqual({ status: 204, code: 'duplicate' });
    expect(handled).toEqual(['e-2']);
  });

  it('two of one version are both handled: one change can make two events', async () => {
    const { handled, receiver, send } = setUp();
    receiver.on('user.*', (event) => handled.push(event.id));
    await send(user('e-1', 2, 'user.deactivated'));
    await send(user('e-2', 2, 'user.updated'));
    expect(handled).toEqual(['e-1', 'e-2']);
  });

  it('memberships and directories are ordered by the log', async () => {
    const { handled, receiver, send } = setUp();
    receiver.on('*', (event) => handled.push(event.id));
    await send(membership('e-2', 2, 'group.user_removed'));
    expect(await send(membership('e-1', 1, 'group.user_added'))).toMatchObject({ code: 'outdated' });
    // Of another user, or of a group.
    await send(membership('e-3', 1, 'group.user_added', { user: { id: 'v' } }));
    await send(membership('e-4', 1, 'group.group_added', { user: undefined, memberGroup: { id: 'h' } }));
    const directory = { data: { directory: { id: 'd' } }, directoryId: 'd' };
    await send({ ...directory, id: 'e-5', type: 'directory.released', sequence: 9 });
    const late = await send({ ...directory, id: 'e-6', type: 'directory.held', sequence: 8 });
    expect(late).toMatchObject({ code: 'outdated' });
    expect(handled).toEqual(['e-2', 'e-3', 'e-4', 'e-5']);
  });

  it('of nested groups are ordered by the log, apart from the group and from its people', async () => {
    const { handled, receiver, send } = setUp();
    receiver.on('group.*', (event) => handled.push(event.id));
    const nested = { user: undefined, memberGroup: { id: 'h' } };
    await send(membership('e-3', 3, 'group.group_removed', nested));
    const late = await send(membership('e-1', 1, 'group.group_added', nested));
    expect(late).toMatchObject({ code: 'outdated' });
    await send({ ...membership('e-2', 2, 'group.updated'), data: { group: { id: 'g', version: 1 } } });
    await send(membership('e-4', 2, 'group.user_added', { user: { id: 'h' } }));
    expect(handled).toEqual(['e-3', 'e-2', 'e-4']);
  });

  it('are handled one after the other', async () => {
    const { handled, receiver, send } = setUp();
    receiver.on('user.*', async (event) => {
      handled.push(`begin ${event.id}`);
      await new Promise(setImmediate);
      handled.push(`end ${event.id}`);
    });
    const [first, second] = await Promise.all([send(user('e-1', 1)), send(user('e-2', 2))]);
    expect([first, second]).toEqual([{ status: 204 }, { status: 204 }]);
    expect(handled).toEqual(['begin e-1', 'end e-1', 'begin e-2', 'end e-2']);
  });

  it('are all handled when the receiver asks for that', async () => {
    const { handled, receiver, send } = setUp({}, { outdated: 'handle' });
    receiver.on('user.*', (event) => handled.push(event.id));
    await send(user('e-2', 2));
    expect(await send(user('e-1', 1))).toEqual({ status: 204 });
    expect(await send(user('e-1', 1))).toMatchObject({ code: 'duplicate' });
    expect(handled).toEqual(['e-2', 'e-1']);
  });

  it('without a handler do not stop those that have one', async () => {
    const { handled, receiver, send } = setUp();
    receiver.on('user.deactivated', (event) => handled.push(event.id));
    await send(user('e-2', 2, 'user.updated'));
    expect(await send(user('e-1', 1, 'user.deactivated'))).toEqual({ status: 204 });
    expect(handled).toEqual(['e-1']);
  });
});

it('remembers for 30 days', async () => {
  const { state, receiver, send } = setUp();
  receiver.on('*', () => undefined);
  await send(user('e-1', 2));
  state.now += 30 * day - 1000;
  expect(await send(user('e-1', 2))).toMatchObject({ code: 'duplicate' });
  state.now += 1000;
  expect(await send(user('e-1', 2))).toEqual({ status: 204 });
});

it('refuses a window that is shorter than the sender tries', () => {
  expect(() => createMemoryStore({ windowSeconds: 300 })).toThrow('expected at least 432000');
  expect(() => createMemoryStore({ windowSeconds: Number.NaN })).toThrow(TypeError);
  expect(() => createMemoryStore({ windowSeconds: 432_000 })).not.toThrow();
});

it('forgets the oldest when there are too many', async () => {
  const { receiver, send } = setUp({ maxEntries: 2 });
  receiver.on('*', () => undefined);
  for (const id of ['e-1', 'e-2', 'e-3']) await send(user(id, 1));
  expect(await send(user('e-2', 1))).toMatchObject({ code: 'duplicate' });
  expect(await send(user('e-1', 1))).toEqual({ status: 204 });
});

it('remembers events of unknown types too', async () => {
  const { handled, receiver, send } = setUp();
  receiver.unknown((event) => handled.push(event.id));
  const event = { id: 'e-1', type: 'user.merged', data: null };
  await send(event);
  expect(await send(event)).toMatchObject({ code: 'duplicate' });
  expect(handled).toEqual(['e-1']);
});
