import { createReceiver, Drop } from '@dirsync/webhooks';
import { createPostgresStore, postgresTables } from '@dirsync/webhooks/postgres';
import type { PostgresStoreOptions } from '@dirsync/webhooks/postgres';
import { createEvent, createRequest, testSecret } from '@dirsync/webhooks/testing';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase, dropDatabase } from '../harness/database.ts';

// The store with `pg` on a PostgreSQL, where a transaction is one.

const adminUrl = process.env['DIRSYNC_TEST_DATABASE_URL'];

describe.skipIf(adminUrl === undefined)('createPostgresStore', () => {
  let url: string;
  let pool: pg.Pool;

  beforeAll(async () => {
    url = await createDatabase(adminUrl ?? '');
    pool = new pg.Pool({ connectionString: url, max: 4 });
    // Dropping the database ends connections that are about to end.
    pool.on('error', () => undefined);
    await pool.query('create schema hooks');
    for (const prefix of [undefined, 'hooks.inbox'])
      await createStore({ tablePrefix: prefix }).createTables();
    await pool.query('create table people (id text primary key, title text)');
  });

  afterAll(async () => {
    await pool.end();
    await dropDatabase(adminUrl ?? '', url);
  });

  beforeEach(async () => {
    await pool.query('truncate people, dirsync_webhook_events, dirsync_webhook_versions');
  });

  function createStore({
    tablePrefix,
    ...options
  }: { tablePrefix?: string | undefined; windowSeconds?: number } = {}) {
    const settings: PostgresStoreOptions = { ...options, ...(tablePrefix !== undefined && { tablePrefix }) };
    return createPostgresStore({ ...settings, connect: () => pool.connect() });
  }

  /** A receiver that keeps titles, and does `meanwhile` before it is done. */
  function createTitles(meanwhile: () => unknown = () => undefined) {
    return createReceiver({ secrets: [testSecret], store: createStore(), onError: () => undefined }).on(
      'user.updated',
      async ({ data: { user } }, client) => {
        await client.query(
          'insert into people values ($1, $2) on conflict (id) do update set title = excluded.title',
          [user.id, user.title],
        );
        await meanwhile();
      },
    );
  }

  const titled = (title: string, version: number) =>
    createEvent('user.updated', { data: { user: { title, version } } });

  const titles = async (): Promise<unknown[]> =>
    (await pool.query<{ title: string }>('select title from people')).rows.map(({ title }) => title);

  const count = async (table: string): Promise<unknown> =>
    (await pool.query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0]?.count;

  it('handles an event once, and its second delivery not', async () => {
    let calls = 0;
    const receiver = createTitles(() => calls++);
    const event = titled('Analyst', 2);
    for (let delivery = 0; delivery < 3; delivery++) {
      expect((await receiver(await createRequest(event))).status).toBe(204);
    }
    expect([calls, await titles()]).toEqual([1, ['Analyst']]);
  });

  it('keeps nothing of a handler that fails, and handles the event when it comes again', async () => {
    const event = titled('Analyst', 2);
    const failing = createTitles(() => {
      throw new Error('The queue is full.');
    });
    expect((await failing(await createRequest(event))).status).toBe(500);
    expect([await titles(), await count('dirsync_webhook_events')]).toEqual([[], 0]);
    expect((await createTitles()(await createRequest(event))).status).toBe(204);
    expect(await titles()).toEqual(['Analyst']);
  });

  it('keeps nothing of a handler that drops the event', async () => {
    const dropping = createTitles(() => {
      throw new Drop();
    });
    expect((await dropping(await createRequest(titled('Analyst', 2)))).status).toBe(204);
    expect(await titles()).toEqual([]);
  });

  it('keeps nothing when the connection breaks before the commit, and takes another one next time', async () => {
    const event = titled('Analyst', 2);
    const broken = createTitles(async () => {
      await pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and state = 'idle in transaction'`,
      );
    });
    expect((await broken(await createRequest(event))).status).toBe(500);
    expect(await titles()).toEqual([]);
    expect((await createTitles()(await createRequest(event))).status).toBe(204);
    expect(await titles()).toEqual(['Analyst']);
  });

  it('lets a twin that comes at the same time wait, and does not handle it', async () => {
    let calls = 0;
    const receiver = createTitles(async () => {
      calls++;
      // Until the twin waits for the row of the event.
      await expect
        .poll(async () => {
          const { rows } = await pool.query<{ waiting: number }>(
            `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          );
          return rows[0]?.waiting;
        })
        .toBe(1);
    });
    const event = titled('Analyst', 2);
    const answers = await Promise.all([
      receiver.receive(await received(event)),
      receiver.receive(await received(event)),
    ]);
    expect(answers).toEqual(expect.arrayContaining([{ status: 204 }, { status: 204, code: 'duplicate' }]));
    expect(calls).toBe(1);
  });

  it('stops an older state that comes late', async () => {
    const receiver = createTitles();
    await receiver(await createRequest(titled('Chief', 3)));
    const late = titled('Analyst', 2);
    expect(await receiver.receive(await received(late))).toEqual({ status: 204, code: 'outdated' });
    expect(await receiver.receive(await received(late))).toEqual({ status: 204, code: 'duplicate' });
    expect(await titles()).toEqual(['Chief']);
    expect(await receiver.receive(await received(titled('Director', 3)))).toEqual({ status: 204 });
    expect(await titles()).toEqual(['Director']);
  });

  it('takes an order that is not the latest when the latest was rolled back', async () => {
    const failing = createTitles(() => {
      throw new Error('The queue is full.');
    });
    await failing(await createRequest(titled('Chief', 3)));
    await createTitles()(await createRequest(titled('Analyst', 2)));
    expect(await titles()).toEqual(['Analyst']);
  });

  it('forgets what is older than its window, and nothing else', async () => {
    const store = createStore({ windowSeconds: 432_000 });
    await pool.query(
      `insert into dirsync_webhook_events values ('old', now() - interval '432001 s'), ('new', now() - interval '431000 s')`,
    );
    await pool.query(
      `insert into dirsync_webhook_versions values ('old', 1, now() - interval '432001 s'), ('new', 1, now())`,
    );
    await store.prune();
    for (const table of ['dirsync_webhook_events', 'dirsync_webhook_versions']) {
      expect((await pool.query(`select * from ${table}`)).rows).toMatchObject([{}]);
    }
    expect(await store.run({ id: 'new' }, async () => undefined)).toBe('duplicate');
    expect(await store.run({ id: 'old' }, async () => undefined)).toBe('handled');
  });

  it('works with another driver, in tables of another name', async () => {
    const store = createPostgresStore({
      tablePrefix: 'hooks.inbox',
      query: async ({ session }: { session: pg.PoolClient }, text, values) =>
        (await session.query(text, values)).rows,
      async transaction(work) {
        const client = await pool.connect();
        try {
          await client.query('begin');
          const result = await work({ session: client });
          await client.query('commit');
          return result;
        } finally {
          client.release();
        }
      },
    });
    const handle = async ({ session }: { session: pg.PoolClient }) => {
      await session.query('insert into people values ($1)', ['u-1']);
    };
    expect(await store.run({ id: 'e-1' }, handle)).toBe('handled');
    expect(await store.run({ id: 'e-1' }, handle)).toBe('duplicate');
    expect([await count('hooks.inbox_events'), await count('people')]).toEqual([1, 1]);
  });

  it('makes its tables once, however often', async () => {
    await createStore().createTables();
    for (const statement of postgresTables()) await pool.query(statement);
  });

  it('refuses a window that is too short and a name that is none', () => {
    expect(() => createStore({ windowSeconds: 300 })).toThrow('expected at least 432000');
    for (const tablePrefix of ['a; drop table people', 'A', 'a.b.c', '1a', '']) {
      expect(() => createStore({ tablePrefix })).toThrow('expected a name in lower case');
    }
  });
});

async function received(event: { readonly id: string }) {
  const request = await createRequest(event);
  return { headers: request.headers, body: await request.text() };
}
