import { describe, expect, it } from 'vitest';
import { breakOff, problem, serve } from '../test-support/serve.ts';
import type { Received, Reply } from '../test-support/serve.ts';
import { EventGapError, memoryCursorStore, NotFoundError } from './index.ts';
import { sleep } from './sleep.ts';

/** A log of `count` events, two a page; the cursor is the number of events before it. An empty page never comes back. */
function logOf(count: number): (request: Received) => Reply {
  return ({ query }) => {
    const from = Number(query['after'] ?? 0);
    const data = Array.from({ length: Math.min(2, count - from) }, (_, index) => ({
      id: `e${from + index + 1}`,
      type: 'user.created',
      directoryId: 'd1',
      sequence: from + index + 1,
    }));
    return data.length > 0 ? { body: { data, nextCursor: String(from + data.length) } } : () => undefined;
  };
}

/** Aborts when the handler gets the event of this id. */
function until(id: string) {
  const controller = new AbortController();
  const handled: string[] = [];
  return {
    handled,
    signal: controller.signal,
    handler: (event: { readonly id: string }) => {
      handled.push(event.id);
      if (event.id === id) controller.abort();
    },
  };
}

describe('consume', () => {
  it('hands over each event in order, and saves the cursor behind each page', async () => {
    await using server = await serve(logOf(6));
    const { handled, ...consumer } = until('e5');
    const saved: string[] = [];
    const cursorStore = { load: () => undefined, save: (cursor: string) => void saved.push(cursor) };
    await server.dirsync.events.consume({ cursorStore, types: ['user.created'], limit: 2, ...consumer });
    expect(handled).toStrictEqual(['e1', 'e2', 'e3', 'e4', 'e5']);
    expect(saved).toStrictEqual(['2', '4']);
    expect(server.requests.map(({ query }) => query)).toStrictEqual([
      { types: 'user.created', limit: '2', waitSeconds: '30' },
      { types: 'user.created', limit: '2', waitSeconds: '30', after: '2' },
      { types: 'user.created', limit: '2', waitSeconds: '30', after: '4' },
    ]);
  });

  it('goes on where the last run ended, with what that did not finish', async () => {
    await using server = await serve(logOf(6));
    const cursorStore = memoryCursorStore();
    const first = until('e3');
    await server.dirsync.events.consume({ cursorStore, ...first });
    const second = until('e5');
    await server.dirsync.events.consume({ cursorStore, ...second });
    expect([...first.handled, ...second.handled]).toStrictEqual(['e1', 'e2', 'e3', 'e3', 'e4', 'e5']);
  });

  it('begins behind the cursor that it is given', async () => {
    await using server = await serve(logOf(4));
    const { handled, ...consumer } = until('e4');
    await server.dirsync.events.consume({ cursorStore: memoryCursorStore('3'), ...consumer });
    expect(handled).toStrictEqual(['e4']);
  });

  it('saves the cursor of a page whose last event ended it', async () => {
    await using server = await serve(logOf(4));
    const cursorStore = memoryCursorStore();
    await server.dirsync.events.consume({ cursorStore, ...until('e2') });
    expect(cursorStore.load()).toBe('2');
  });

  it('waits a little when empty pages come at once', async () => {
    const controller = new AbortController();
    await using server = await serve(({ query }) => {
      if (server.requests.length === 3) controller.abort();
      return { body: { data: [], nextCursor: query['after'] ?? 'c' } };
    });
    const { signal } = controller;
    await server.dirsync.events.consume({
      cursorStore: memoryCursorStore(),
      handler: () => undefined,
      signal,
    });
    expect(server.delaysMs).toStrictEqual([1000]);
  });
});

describe('consume tries again, longer and longer apart', () => {
  it('an event whose handler throws, before any other', async () => {
    await using server = await serve(logOf(3));
    const { handled, handler, signal } = until('e3');
    const errors: unknown[] = [];
    await server.dirsync.events.consume({
      cursorStore: memoryCursorStore(),
      signal,
      handler: async (event) => {
        handler(event);
        // Also when it is one of ours: what the handler asked for is not what the consumer asked for.
        if (event.id === 'e2' && handled.length < 5) {
          const response = new Response(null, { status: 404 });
          throw new NotFoundError({ code: 'not_found', message: `attempt ${handled.length}`, response });
        }
      },
      onError: (error, event) => errors.push([(error as Error).message, event?.id]),
    });
    expect(handled).toStrictEqual(['e1', 'e2', 'e2', 'e2', 'e2', 'e3']);
    expect(errors).toStrictEqual([
      ['attempt 2', 'e2'],
      ['attempt 3', 'e2'],
      ['attempt 4', 'e2'],
    ]);
    expect(server.delaysMs).toStrictEqual([1000, 2000, 4000]);
    expect(server.requests).toHaveLength(2);
  });

  it('a page that does not come, and waits as long as the server asks', async () => {
    const failures: Reply[] = [
      breakOff,
      problem(503, 'unavailable', { 'retry-after': '90' }),
      { status: 502, body: '<html>' },
      { status: 404, body: 'of a proxy' },
      { status: 200, body: '<html>' },
      { status: 200, body: 'null' },
      { status: 200, body: { data: [null], nextCursor: 'x' } },
      { status: 200, body: { data: [] } },
    ];
    const log = logOf(2);
    await using server = await serve((request) => failures.shift() ?? log(request), { maxRetries: 0 });
    const { handled, ...consumer } = until('e2');
    const errors: unknown[] = [];
    const onError = (error: unknown) => void errors.push((error as Error).name);
    await server.dirsync.events.consume({ cursorStore: memoryCursorStore(), onError, ...consumer });
    expect(handled).toStrictEqual(['e1', 'e2']);
    expect(errors).toStrictEqual([
      'ConnectionError',
      'ServerError',
      'ServerError',
      'ApiError',
      'DirsyncError',
      'DirsyncError',
      'DirsyncError',
      'DirsyncError',
    ]);
    expect(server.delaysMs).toStrictEqual([1000, 90_000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });

  it('the store, without handling an event twice', async () => {
    await using server = await serve(logOf(3));
    const kept = memoryCursorStore();
    let failures = 0;
    const flaky = <Result>(run: () => Result): Result => {
      if (++failures % 2 === 1) throw new Error('no database');
      return run();
    };
    const cursorStore = {
      load: async () => flaky(() => kept.load()),
      save: async (cursor: string) => flaky(() => kept.save(cursor)),
    };
    const { handled, ...consumer } = until('e3');
    await server.dirsync.events.consume({ cursorStore, onError: () => undefined, ...consumer });
    expect(handled).toStrictEqual(['e1', 'e2', 'e3']);
    // That of the first page: the consumer ended within the second.
    expect(kept.load()).toBe('2');
  });
});

describe('a gap in the sequence of a directory', () => {
  /** One page of events, each `directory sequence`; then none ever comes. */
  const pageOf =
    (...events: readonly string[]) =>
    ({ query }: Received): Reply => {
      if (query['after'] === 'end') return () => undefined;
      const data = events.map((id) => {
        const [directoryId, sequence] = id.split(' ');
        return { id, type: 'user.created', directoryId, sequence: Number(sequence) };
      });
      return { body: { data, nextCursor: 'end' } };
    };

  it('ends the consumer before the event behind it, and the cursor stays', async () => {
    await using server = await serve(pageOf('a 4', 'b 1', 'a 5', 'b 3', 'a 6'));
    const handled: string[] = [];
    const cursorStore = memoryCursorStore();
    const consumed = server.dirsync.events.consume({ cursorStore, handler: ({ id }) => handled.push(id) });
    const error: unknown = await consumed.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EventGapError);
    expect(error).toMatchObject({
      name: 'EventGapError',
      code: 'event_gap',
      directoryId: 'b',
      expectedSequence: 2,
      sequence: 3,
    });
    expect(handled).toStrictEqual(['a 4', 'b 1', 'a 5']);
    expect(cursorStore.load()).toBeUndefined();
  });

  it('is told to onGap once, and the consumer goes on', async () => {
    await using server = await serve(pageOf('a 1', 'a 3', 'a 4', 'a 4', 'a 9'));
    const gaps: unknown[] = [];
    const { handled, ...consumer } = until('a 9');
    const onGap = (gap: EventGapError, { id }: { readonly id: string }) => gaps.push([gap.sequence, id]);
    await server.dirsync.events.consume({ cursorStore: memoryCursorStore(), onGap, ...consumer });
    expect(handled).toStrictEqual(['a 1', 'a 3', 'a 4', 'a 4', 'a 9']);
    expect(gaps).toStrictEqual([
      [3, 'a 3'],
      [4, 'a 4'],
      [9, 'a 9'],
    ]);
  });

  it('is none when types are filtered', async () => {
    await using server = await serve(pageOf('a 1', 'a 7'));
    const { handled, ...consumer } = until('a 7');
    const cursorStore = memoryCursorStore();
    await server.dirsync.events.consume({ cursorStore, types: ['user.created'], ...consumer });
    expect(handled).toStrictEqual(['a 1', 'a 7']);
  });
});

describe('consume ends', () => {
  it.each([
    problem(401, 'unauthorized'),
    problem(400, 'cursor_invalid'),
    problem(404, 'not_found'),
    problem(410, 'cursor_expired'),
  ])('with the error when the server refuses: %#', async (reply) => {
    await using server = await serve([reply]);
    const consumed = server.dirsync.events.consume({
      cursorStore: memoryCursorStore('old'),
      handler: () => undefined,
      onError: () => undefined,
    });
    await expect(consumed).rejects.toHaveProperty('problem.requestId', 'req_1');
    expect(server.requests).toHaveLength(1);
  });

  it('with what onError throws', async () => {
    await using server = await serve(logOf(2));
    const consumed = server.dirsync.events.consume({
      cursorStore: memoryCursorStore(),
      handler: () => Promise.reject(new Error('poison')),
      onError: (error) => {
        throw error;
      },
    });
    await expect(consumed).rejects.toThrow('poison');
  });

  it('at once when it waits for an event', async () => {
    const controller = new AbortController();
    await using server = await serve(() => {
      setImmediate(() => controller.abort());
      return () => undefined;
    });
    const { signal } = controller;
    const consumed = server.dirsync.events.consume({
      cursorStore: memoryCursorStore(),
      handler: () => undefined,
      signal,
    });
    await expect(consumed).resolves.toBeUndefined();
    expect(server.requests).toHaveLength(1);
  });

  it('at once when it waits before the next try', async () => {
    const controller = new AbortController();
    await using server = await serve(logOf(1), { sleep });
    const consumed = server.dirsync.events.consume({
      cursorStore: memoryCursorStore(),
      handler: () => Promise.reject(new Error('no database')),
      onError: () => setImmediate(() => controller.abort()),
      signal: controller.signal,
    });
    await expect(consumed).resolves.toBeUndefined();
  });

  it('before it reads anything when the signal is aborted already', async () => {
    await using server = await serve(logOf(1));
    await server.dirsync.events.consume({
      cursorStore: memoryCursorStore(),
      handler: () => undefined,
      signal: AbortSignal.abort(),
    });
    expect(server.requests).toHaveLength(0);
  });

  it('only when the handler that is running is done', async () => {
    await using server = await serve(logOf(2));
    const controller = new AbortController();
    const steps: string[] = [];
    await server.dirsync.events.consume({
      cursorStore: memoryCursorStore(),
      signal: controller.signal,
      handler: async () => {
        controller.abort();
        await new Promise((resolve) => setImmediate(resolve));
        steps.push('handled');
      },
    });
    steps.push('ended');
    expect(steps).toStrictEqual(['handled', 'ended']);
  });
});
