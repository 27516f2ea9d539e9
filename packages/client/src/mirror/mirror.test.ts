import { describe, expect, it } from 'vitest';
import { problem, serve } from '../../test-support/serve.ts';
import type { Received, Reply } from '../../test-support/serve.ts';
import { mirror } from './index.ts';
import type { MirrorChange, MirrorStore } from './index.ts';

// What it makes of a real directory, and of one that changes meanwhile, is tested against the server (test/e2e).

const directoryId = 'd1';
const directory = { id: directoryId };
const user = (id: string) => ({ id, directoryId, version: 1, raw: { userName: id } });
const group = (id: string) => ({ id, directoryId, version: 1, memberCount: 1, raw: {} });

/** A directory of two users, a group of one of them, and whatever its log is. */
function directoryWith(log: (request: Received) => Reply, lists: Readonly<Record<string, Reply>> = {}) {
  const page = (...data: readonly object[]): Reply => ({
    body: { data, nextCursor: null, eventCursor: 'e0' },
  });
  const replies: Readonly<Record<string, Reply>> = {
    '/v1/directories/d1': { body: directory },
    '/v1/directories/d1/users': page(user('u1'), user('u2')),
    '/v1/directories/d1/groups': page(group('g1')),
    '/v1/directories/d1/groups/g1/members': page({ id: 'u1', type: 'user' }),
    ...lists,
  };
  return (request: Received): Reply =>
    request.path === '/v1/events' ? log(request) : (replies[request.path] ?? problem(404, 'not_found'));
}

/** Ends the mirror after `count` calls of `apply`. */
function recordingStore(count: number, state?: string) {
  const applied: (readonly MirrorChange[])[] = [];
  const controller = new AbortController();
  let kept = state;
  const store: MirrorStore = {
    load: () => kept,
    apply: (changes, next) => {
      applied.push(changes);
      kept = next;
      if (applied.length === count) controller.abort();
    },
  };
  return { applied, store, signal: controller.signal };
}

const never: Reply = () => undefined;
const lowest = '00000000-0000-0000-0000-000000000000';
const highest = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const all = { after: lowest, through: highest };

describe('a mirror', () => {
  it('lists users, groups and members, then follows the log from the first list on', async () => {
    const events = [
      { type: 'user.updated', sequence: 4, data: { user: { id: 'u2', version: 2 } } },
      { type: 'group.user_added', sequence: 5, data: { group: { id: 'g1' }, user: { id: 'u2' } } },
      { type: 'group.group_removed', sequence: 6, data: { group: { id: 'g1' }, memberGroup: { id: 'g2' } } },
      { type: 'user.renumbered', sequence: 7, data: {} },
      { type: 'group.deleted', sequence: 8, data: { group: { id: 'g1' } } },
    ].map((event) => ({ ...event, directoryId }));
    await using server = await serve(
      directoryWith(({ query }) =>
        query['after'] === 'e0' ? { body: { data: events, nextCursor: 'e8' } } : never,
      ),
    );
    const { applied, ...options } = recordingStore(4);
    let snapshots = 0;
    await mirror(server.dirsync, {
      sleep: async () => undefined,
      directoryId,
      ...options,
      onSnapshot: () => (snapshots += 1),
    });
    const { raw: _, ...plainUser } = user('u1');
    expect(applied).toStrictEqual([
      [
        { type: 'users.kept', directoryId, ...all, ids: ['u1', 'u2'] },
        { type: 'user.saved', user: plainUser },
        { type: 'user.saved', user: { ...plainUser, id: 'u2' } },
      ],
      [
        { type: 'groups.kept', directoryId, ...all, ids: ['g1'] },
        { type: 'group.saved', group: { id: 'g1', directoryId, version: 1 } },
      ],
      [
        { type: 'members.kept', directoryId, groupId: 'g1', ...all, ids: ['u1'] },
        { type: 'member.added', directoryId, groupId: 'g1', memberType: 'user', memberId: 'u1' },
      ],
      [
        { type: 'user.saved', user: { id: 'u2', version: 2 } },
        { type: 'member.added', directoryId, groupId: 'g1', memberType: 'user', memberId: 'u2' },
        { type: 'member.removed', directoryId, groupId: 'g1', memberType: 'group', memberId: 'g2' },
        { type: 'group.removed', directoryId, groupId: 'g1' },
      ],
    ]);
    expect(snapshots).toBe(1);
  });

  it('removes a group, or the directory, that is gone when it comes to it', async () => {
    await using server = await serve(
      directoryWith(() => never, { '/v1/directories/d1/groups/g1/members': problem(404, 'not_found') }),
    );
    const withoutGroup = recordingStore(3);
    await mirror(server.dirsync, { sleep: async () => undefined, directoryId, ...withoutGroup });
    expect(withoutGroup.applied.at(-1)).toStrictEqual([
      { type: 'group.removed', directoryId, groupId: 'g1' },
    ]);

    await using emptied = await serve(
      directoryWith(() => never, { '/v1/directories/d1/groups': problem(404, 'not_found') }),
    );
    const withoutDirectory = recordingStore(2);
    await mirror(emptied.dirsync, { sleep: async () => undefined, directoryId, ...withoutDirectory });
    expect(withoutDirectory.applied.at(-1)).toStrictEqual([{ type: 'directory.removed', directoryId }]);
  });

  it('takes a 404 of a proxy for no deletion', async () => {
    await using server = await serve(
      directoryWith(() => never, { '/v1/directories/d1/users': { status: 404, body: 'no route' } }),
    );
    const onError = (error: unknown): never => {
      throw error;
    };
    const { applied, ...options } = recordingStore(1);
    const mirrored = mirror(server.dirsync, {
      sleep: async () => undefined,
      directoryId,
      ...options,
      onError,
    });
    await expect(mirrored).rejects.toMatchObject({ code: 'unexpected_answer' });
    expect(applied).toStrictEqual([]);
  });

  it('refuses a list that is out of order, since it would remove what stands elsewhere', async () => {
    const page = { data: [user('u2'), user('u1')], nextCursor: null, eventCursor: 'e0' };
    await using server = await serve(
      directoryWith(() => never, { '/v1/directories/d1/users': { body: page } }),
    );
    const onError = (error: unknown): never => {
      throw error;
    };
    const { applied, ...options } = recordingStore(1);
    const mirrored = mirror(server.dirsync, {
      sleep: async () => undefined,
      directoryId,
      ...options,
      onError,
    });
    await expect(mirrored).rejects.toThrow('not in the order of its ids');
    expect(applied).toStrictEqual([]);
  });

  it('takes a new snapshot when the log has a gap', async () => {
    const at = (sequence: number) => ({ type: 'directory.held', directoryId, sequence, data: {} });
    await using server = await serve(
      directoryWith(() => ({ body: { data: [at(2), at(4)], nextCursor: 'e9' } })),
    );
    const errors: unknown[] = [];
    const { applied, ...options } = recordingStore(5);
    await mirror(server.dirsync, {
      sleep: async () => undefined,
      directoryId,
      ...options,
      onError: (error) => errors.push(error),
    });
    expect(errors).toMatchObject([{ code: 'event_gap', expectedSequence: 3, sequence: 4 }]);
    expect(applied[3]).toStrictEqual(applied[0]);
  });

  it('lists a directory again when it is released, and goes on behind that event', async () => {
    const released = { type: 'directory.released', directoryId, sequence: 4, data: {} };
    await using server = await serve(
      directoryWith(({ query }) =>
        query['after'] === 'e0' ? { body: { data: [released], nextCursor: 'e4' } } : never,
      ),
    );
    const { applied, store } = recordingStore(Infinity);
    const controller = new AbortController();
    let snapshots = 0;
    await mirror(server.dirsync, {
      sleep: async () => undefined,
      ...{ directoryId, store },
      signal: controller.signal,
      onSnapshot: () => {
        snapshots += 1;
        if (snapshots === 2) controller.abort();
      },
    });
    expect(applied.slice(4)).toStrictEqual(applied.slice(0, 3));
    expect(JSON.parse(String(await store.load()))).toMatchObject({
      progress: { step: 'tail', eventCursor: 'e4' },
    });
  });

  it('tries again what the store could not do', async () => {
    await using server = await serve(directoryWith(() => never));
    const { applied, store, signal } = recordingStore(1);
    let failures = 0;
    const flaky = <Result>(run: () => Result): Result => {
      if (++failures % 2 === 1) throw new Error('no database');
      return run();
    };
    const flakyStore: MirrorStore = {
      load: () => flaky(() => store.load()),
      apply: (changes, state) => flaky(() => store.apply(changes, state)),
    };
    const errors: unknown[] = [];
    await mirror(server.dirsync, {
      sleep: async () => undefined,
      directoryId,
      store: flakyStore,
      signal,
      onError: (error) => errors.push((error as Error).message),
    });
    expect(applied).toHaveLength(1);
    expect(errors).toStrictEqual(['no database', 'no database']);
  });

  it.each(['', 'null', '{}', '{"version":2}', 'e30'])(
    'refuses a state that it did not give: %s',
    async (state) => {
      await using server = await serve(directoryWith(() => never));
      const mirrored = mirror(server.dirsync, {
        sleep: async () => undefined,
        directoryId,
        ...recordingStore(1, state),
      });
      await expect(mirrored).rejects.toThrow('store.load() must give the state');
      expect(server.requests).toHaveLength(0);
    },
  );

  it('ends with the error when the server refuses', async () => {
    await using server = await serve([problem(401, 'unauthorized')]);
    await expect(mirror(server.dirsync, recordingStore(1))).rejects.toThrow('unauthorized');
  });
});
