import { describe, expect, it } from 'vitest';
import { problem, serve } from '../test-support/serve.ts';
import type { Received } from '../test-support/serve.ts';
import { DirsyncError, PaginationError } from './index.ts';

/** A list of two a page: the cursor is the number of the next item. */
function pagesOf(count: number) {
  return ({ query }: Received) => {
    const from = Number(query['after'] ?? 0);
    const to = Math.min(from + 2, count);
    const data = Array.from({ length: to - from }, (_, index) => ({ id: `u${from + index}` }));
    return { body: { data, nextCursor: to < count ? String(to) : null, eventCursor: 'e' } };
  };
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const inDirectory = { directoryId: 'd1' };

describe('a list', () => {
  it('is a promise of its first page', async () => {
    await using server = await serve(pagesOf(5));
    const page = await server.dirsync.users.list({
      ...inDirectory,
      userName: 'a b',
      active: false,
      limit: 2,
    });
    expect(page).toStrictEqual({ data: [{ id: 'u0' }, { id: 'u1' }], nextCursor: '2', eventCursor: 'e' });
    expect(server.requests).toMatchObject([
      { path: '/v1/directories/d1/users', query: { userName: 'a b', active: 'false', limit: '2' } },
    ]);
  });

  it('is an iterable of all items, and keeps the filters from page to page', async () => {
    await using server = await serve(pagesOf(5));
    const users = await collect(server.dirsync.users.list({ ...inDirectory, email: 'a@b.example' }));
    expect(users.map(({ id }) => id)).toStrictEqual(['u0', 'u1', 'u2', 'u3', 'u4']);
    expect(server.requests.map(({ query }) => query)).toStrictEqual([
      { email: 'a@b.example' },
      { email: 'a@b.example', after: '2' },
      { email: 'a@b.example', after: '4' },
    ]);
  });

  it('is an iterable of pages', async () => {
    await using server = await serve(pagesOf(3));
    const pages = await collect(server.dirsync.users.list(inDirectory).pages());
    expect(pages.map(({ data, eventCursor }) => [data.length, eventCursor])).toStrictEqual([
      [2, 'e'],
      [1, 'e'],
    ]);
  });

  it('goes on from a cursor', async () => {
    await using server = await serve(pagesOf(5));
    const users = await collect(server.dirsync.users.list({ ...inDirectory, after: '3' }));
    expect(users.map(({ id }) => id)).toStrictEqual(['u3', 'u4']);
  });

  it('sends nothing before it is used, and no page before it is needed', async () => {
    await using server = await serve(pagesOf(100));
    const list = server.dirsync.users.list(inDirectory);
    await Promise.resolve();
    expect(server.requests).toHaveLength(0);
    for await (const user of list) if (user.id === 'u2') break;
    expect(server.requests).toHaveLength(2);
  });

  it('reads its first page once, however often it is awaited and then iterated', async () => {
    await using server = await serve(pagesOf(3));
    const list = server.dirsync.users.list(inDirectory);
    expect(await list).toBe(await list);
    expect(await collect(list)).toHaveLength(3);
    expect(server.requests).toHaveLength(2);
  });

  it('goes over a page that is empty but not the last', async () => {
    await using server = await serve([
      { body: { data: [], nextCursor: 'b' } },
      { body: { data: [{ id: 'u1' }], nextCursor: null } },
    ]);
    expect(await collect(server.dirsync.users.list(inDirectory))).toStrictEqual([{ id: 'u1' }]);
  });

  it('has catch and finally of a promise', async () => {
    await using server = await serve([problem(404, 'not_found')]);
    const list = server.dirsync.users.list(inDirectory);
    await expect(list.catch((error: unknown) => error)).resolves.toMatchObject({ code: 'not_found' });
    await expect(list.finally(() => undefined)).rejects.toThrow('404');
  });
});

describe('a list that does not come to its end fails', () => {
  it('when there are more pages than maxPages, after giving those', async () => {
    await using server = await serve(pagesOf(7));
    const got: string[] = [];
    const read = async () => {
      for await (const { id } of server.dirsync.users.list(inDirectory, { maxPages: 2 })) got.push(id);
    };
    await expect(read()).rejects.toMatchObject({ name: 'PaginationError', code: 'pagination_limit' });
    expect(got).toHaveLength(4);
    expect(server.requests).toHaveLength(2);
  });

  it('but not when the bound is just reached', async () => {
    await using server = await serve(pagesOf(4));
    expect(await collect(server.dirsync.users.list(inDirectory, { maxPages: 2 }))).toHaveLength(4);
  });

  it('when the server gives the same cursor again', async () => {
    await using server = await serve([{ body: { data: [{ id: 'u1' }], nextCursor: 'same' } }]);
    const error: unknown = await collect(server.dirsync.users.list(inDirectory)).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(PaginationError);
    expect(error).toMatchObject({ code: 'cursor_repeated' });
    expect(server.requests).toHaveLength(2);
  });

  it('when a page in the middle fails', async () => {
    await using server = await serve([{ body: { data: [], nextCursor: 'b' } }, problem(404, 'not_found')]);
    await expect(collect(server.dirsync.users.list(inDirectory))).rejects.toThrow('not_found');
  });

  it.each([
    { body: {} },
    { body: '[]' },
    { body: 'null' },
    { body: { data: {} } },
    { body: '7' },
    { body: { data: [], nextCursor: { a: [] } } },
  ])('when a page is no page: %j', async (reply) => {
    await using server = await serve([reply]);
    const error: unknown = await collect(server.dirsync.users.list(inDirectory)).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(DirsyncError);
    expect(error).toMatchObject({ code: 'unexpected_answer' });
  });
});

it('lists events up to now: to the first empty page', async () => {
  await using server = await serve([
    { body: { data: [{ id: 'e1' }], nextCursor: 'a' } },
    { body: { data: [{ id: 'e2' }], nextCursor: 'b' } },
    { body: { data: [], nextCursor: 'b' } },
  ]);
  const events = server.dirsync.events.list({ types: ['user.created', 'user.deleted'], waitSeconds: 0 });
  expect(await collect(events)).toStrictEqual([{ id: 'e1' }, { id: 'e2' }]);
  expect(server.requests.map(({ query }) => query)).toStrictEqual([
    { types: 'user.created,user.deleted', waitSeconds: '0' },
    { types: 'user.created,user.deleted', waitSeconds: '0', after: 'a' },
    { types: 'user.created,user.deleted', waitSeconds: '0', after: 'b' },
  ]);
});
