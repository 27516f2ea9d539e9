import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDirsync } from '@dirsync/client';
import { createApp } from '@dirsync/example-express-postgres';
import { createDirsyncServer, readConfig } from '@dirsync/server';
import { createEvent, signEvent, testSecret } from '@dirsync/webhooks/testing';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase, dropDatabase } from '../harness/database.ts';

const adminUrl = process.env['DIRSYNC_TEST_DATABASE_URL'];

describe.skipIf(adminUrl === undefined)('the Express and PostgreSQL example', () => {
  const closers: (() => unknown)[] = [];
  let pool: pg.Pool;
  let url: string;

  beforeAll(async () => {
    pool = new pg.Pool({ connectionString: await newDatabase() });
    // Dropping the database ends connections that are about to end.
    pool.on('error', () => undefined);
    closers.push(() => pool.end());
    url = await serve(async () => testSecret);
  });

  afterAll(async () => {
    for (const close of closers.toReversed()) await close();
  });

  beforeEach(() => pool.query('truncate people, team_members, ended_sessions'));

  async function newDatabase(): Promise<string> {
    const created = await createDatabase(adminUrl ?? '');
    closers.push(() => dropDatabase(adminUrl ?? '', created));
    return created;
  }

  /** Serves the product and answers its URL. */
  async function serve(secretOf: (url: string) => Promise<string>): Promise<string> {
    const server = createServer().listen(0, '127.0.0.1');
    closers.push(() => {
      server.closeAllConnections();
      server.close();
    });
    await once(server, 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('request', await createApp(pool, [await secretOf(address)]));
    return address;
  }

  async function send(event: { readonly id: string }): Promise<number> {
    const webhook = await signEvent(event);
    return (await fetch(`${url}/webhooks`, { method: 'POST', ...webhook })).status;
  }

  const people = async (organization = 'org_42'): Promise<unknown> =>
    (await fetch(`${url}/customers/${organization}/people`)).json();

  const user = (version: number, active: boolean) => ({
    data: { user: { id: 'u-1', email: 'ada@acme.example', displayName: 'Ada', active, version } },
  });

  it('keeps people, once for each event, and never an older state', async () => {
    const created = createEvent('user.created', user(1, true));
    const deactivated = createEvent('user.deactivated', user(3, false));
    for (const event of [created, created, deactivated]) expect(await send(event)).toBe(204);
    expect(await people()).toEqual([{ email: 'ada@acme.example', display_name: 'Ada', is_active: false }]);
    expect(await send(createEvent('user.reactivated', user(2, true)))).toBe(204);
    expect(await people()).toMatchObject([{ is_active: false }]);
    expect((await pool.query('select * from ended_sessions')).rows).toHaveLength(1);
    expect(await send(createEvent('user.deleted', user(4, false)))).toBe(204);
    expect(await people()).toEqual([]);
  });

  it('changes nothing when a handler fails, and all of it when the event comes again', async () => {
    const event = createEvent('user.deactivated', {
      data: { user: { ...user(1, false).data.user, id: 'u-2' } },
    });
    await pool.query('alter table ended_sessions rename to elsewhere');
    expect(await send(event)).toBe(500);
    expect(await people()).toEqual([]);
    await pool.query('alter table elsewhere rename to ended_sessions');
    expect(await send(event)).toBe(204);
    expect(await people()).toHaveLength(1);
  });

  it('drops what belongs to no customer', async () => {
    expect(await send(createEvent('user.created', { organizationId: null }))).toBe(204);
    expect((await pool.query('select * from people')).rows).toEqual([]);
  });

  it('follows a real server', async () => {
    const apiKey = randomBytes(24).toString('hex');
    const dirsync = await createDirsyncServer(
      readConfig({
        DATABASE_URL: await newDatabase(),
        DIRSYNC_SECRET_KEY: randomBytes(32).toString('base64'),
        DIRSYNC_PUBLIC_URL: 'http://127.0.0.1',
        DIRSYNC_API_KEY: apiKey,
        DIRSYNC_ALLOW_PRIVATE_WEBHOOKS: '1',
        LOG_LEVEL: 'silent',
      }),
    );
    closers.push(() => dirsync.close());
    const client = createDirsync({ apiKey, baseUrl: 'http://127.0.0.1', fetch: dirsync.fetch });
    await serve(async (product) => {
      const { secret } = await client.webhookEndpoints.create({ url: `${product}/webhooks` });
      return secret;
    });
    const directory = await client.directories.create({ name: 'Acme', organizationId: 'org_7' });
    const { token } = await client.directories.tokens.create(directory.id);
    const answer = await dirsync.fetch(
      new Request(`${directory.scim.baseUrl}/Users`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
        body: JSON.stringify({
          schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
          userName: 'grace@acme.example',
          displayName: 'Grace',
          emails: [{ value: 'grace@acme.example', primary: true }],
        }),
      }),
    );
    expect(answer.status).toBe(201);
    await expect
      .poll(() => people('org_7'))
      .toEqual([{ email: 'grace@acme.example', display_name: 'Grace', is_active: true }]);
  });
});
