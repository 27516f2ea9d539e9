import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { createDirsync } from '@dirsync/client';
import type { Dirsync } from '@dirsync/client';
import { mirror } from '@dirsync/client/mirror';
import type { MirrorStore } from '@dirsync/client/mirror';
import { createMirrorStore, openDatabase } from '@dirsync/example-event-consumer';
import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { createWorld } from '../harness/world.ts';
import type { World } from '../harness/world.ts';

interface Rows {
  readonly users: unknown;
  readonly groups: unknown;
  readonly memberships: unknown;
}

function rowsOf(database: DatabaseSync): Rows {
  const all = (sql: string): unknown =>
    database
      .prepare(sql)
      .all()
      .map((row) => ({ ...row }));
  return {
    users: all('select * from users order by directory_id, id'),
    groups: all('select id, directory_id, display_name from groups order by directory_id, id'),
    memberships: all('select * from memberships order by directory_id, group_id, member_id'),
  };
}

/** What the tables should hold, by the lists of the API. */
async function expectedRows(dirsync: Dirsync, only?: string): Promise<Rows> {
  const rows = { users: [] as object[], groups: [] as object[], memberships: [] as object[] };
  for await (const { id: directoryId } of dirsync.directories.list()) {
    if (only !== undefined && directoryId !== only) continue;
    for await (const { id, version, userName, email, displayName, active } of dirsync.users.list({
      directoryId,
    })) {
      rows.users.push({
        ...{ id, directory_id: directoryId, version, user_name: userName, email, display_name: displayName },
        active: Number(active),
      });
    }
    for await (const { id: groupId, displayName } of dirsync.groups.list({ directoryId })) {
      rows.groups.push({ id: groupId, directory_id: directoryId, display_name: displayName });
      for await (const { id, type } of dirsync.groups.listMembers({ directoryId, groupId })) {
        rows.memberships.push({
          group_id: groupId,
          member_id: id,
          member_type: type,
          directory_id: directoryId,
        });
      }
    }
  }
  return rows;
}

/** Whether the tables have the last users of all directories, or of one. */
function hasEnded({ lastUsers }: World, database: DatabaseSync, directoryId?: string): boolean {
  const ids = directoryId === undefined ? [...lastUsers.values()] : [lastUsers.get(directoryId) ?? ''];
  const find = database.prepare('select 1 from users where id = ?');
  return lastUsers.size > 0 && ids.every((id) => find.get(id) !== undefined);
}

/** A client whose first request for events is answered as if it came too late. */
function expireCursorOnce({ url: baseUrl, apiKey }: ServerAddress): Dirsync {
  let isFirst = true;
  return createDirsync({
    baseUrl,
    apiKey,
    fetch: async (request) => {
      if (!isFirst || !request.url.includes('/v1/events')) return fetch(request);
      isFirst = false;
      const body = {
        type: 'about:blank',
        title: '',
        status: 410,
        detail: '',
        code: 'cursor_expired',
        requestId: 'r',
      };
      return Response.json(body, { status: 410 });
    },
  });
}

const isList = (url: URL): boolean => url.pathname !== '/v1/events' && url.searchParams.has('limit');

/** A client that reads lists in small pages, after something else has happened. */
function createSlowReader({ url: baseUrl, apiKey }: ServerAddress, beforeList: () => Promise<void>): Dirsync {
  return createDirsync({
    baseUrl,
    apiKey,
    fetch: async (request) => {
      const url = new URL(request.url);
      if (!isList(url)) return fetch(request);
      await beforeList();
      if (url.searchParams.get('limit') !== '1') url.searchParams.set('limit', '3');
      return fetch(new Request(url, request));
    },
  });
}

/** A store that ends the mirror as soon as `isEnough` after something was applied. */
function stoppingStore(
  database: DatabaseSync,
  isEnough: () => boolean,
): { store: MirrorStore; signal: AbortSignal; check: () => void } {
  const inner = createMirrorStore(database);
  const controller = new AbortController();
  const check = (): void => {
    if (isEnough()) controller.abort();
  };
  return {
    ...{ check, signal: controller.signal },
    store: {
      load: () => inner.load(),
      async apply(changes, state) {
        await inner.apply(changes, state);
        check();
      },
    },
  };
}

async function untilInLog(dirsync: Dirsync, directoryId: string, type: string): Promise<void> {
  let after: string | undefined;
  for (;;) {
    const page = await dirsync.events.list({
      directoryId,
      waitSeconds: 10,
      ...(after !== undefined && { after }),
    });
    if (page.data.some((event) => event.type === type)) return;
    expect(page.data, `${type} comes`).not.toHaveLength(0);
    after = page.nextCursor;
  }
}

const onError = (error: unknown): never => {
  throw error;
};

describeEachBackend('A mirror', (server) => {
  it('of many directories equals them, whatever happened while they were listed', async () => {
    const world = await createWorld(server, 3);
    const database = openDatabase();
    const { store, signal } = stoppingStore(database, () => hasEnded(world, database));
    await mirror(createSlowReader(world.environment, world.change), {
      ...{ store, signal, onError },
      onSnapshot: () => void world.end(),
    });
    expect(rowsOf(database)).toEqual(await expectedRows(world.dirsync));
  });

  it('goes on in the middle of a snapshot, and later in the log', async () => {
    const world = await createWorld(server, 2);
    const database = openDatabase();
    let runs = 0;
    let snapshots = 0;
    const dirsync = createSlowReader(world.environment, world.change);
    while (!hasEnded(world, database)) {
      runs += 1;
      // Each run ends after one page; the process is gone, what is in the database stays.
      const { store, signal } = stoppingStore(database, () => true);
      const onSnapshot = (): void => {
        snapshots += 1;
        void world.end();
      };
      await mirror(dirsync, { store, signal, onError, onSnapshot });
    }
    expect(runs).toBeGreaterThan(12);
    expect(snapshots).toBe(1);
    expect(rowsOf(database)).toEqual(await expectedRows(world.dirsync));
  });

  it('takes a new snapshot when it was away for too long, and forgets what is gone', async () => {
    const world = await createWorld(server, 2);
    const database = openDatabase();
    const first = stoppingStore(database, () => false);
    const ready = new AbortController();
    await mirror(world.dirsync, {
      store: first.store,
      signal: ready.signal,
      onError,
      onSnapshot: () => ready.abort(),
    });
    for (let count = 0; count < 60; count++) await world.change();
    const [gone = ''] = world.directoryIds;
    await world.dirsync.directories.delete(gone);
    await untilInLog(world.dirsync, gone, 'directory.deleted');

    const told: unknown[] = [];
    const { store, signal } = stoppingStore(database, () => hasEnded(world, database));
    const expiring = expireCursorOnce(world.environment);
    await mirror(expiring, {
      store,
      signal,
      onError: (error) => told.push(error),
      onSnapshot: () => void world.end(),
    });
    expect(told).toMatchObject([{ name: 'CursorExpiredError' }]);
    expect(rowsOf(database)).toEqual(await expectedRows(world.dirsync));
  });

  it('of one directory holds that one', async () => {
    const world = await createWorld(server, 2);
    const [directoryId = ''] = world.directoryIds;
    const database = openDatabase();
    const { store, signal, check } = stoppingStore(database, () => hasEnded(world, database, directoryId));
    const dirsync = createSlowReader(world.environment, world.change);
    // The last event of this directory may be there before the last one of the other.
    const onSnapshot = () => void world.end().then(check);
    await mirror(dirsync, { directoryId, store, signal, onError, onSnapshot });
    expect(rowsOf(database)).toEqual(await expectedRows(world.dirsync, directoryId));
    await expect(mirror(dirsync, { store, onError })).rejects.toThrow(
      `holds a mirror of directory ${directoryId}`,
    );
    const other = { store: createMirrorStore(openDatabase()), onError, directoryId: randomUUID() };
    await expect(mirror(dirsync, other)).rejects.toMatchObject({ name: 'NotFoundError' });
  });
});
