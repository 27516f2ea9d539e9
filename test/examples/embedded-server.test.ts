import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDirsync } from '@dirsync/client';
import { createExpressProduct } from '@dirsync/example-embedded-server/express';
import { createHonoProduct } from '@dirsync/example-embedded-server/hono';
import { createDirsyncServer, readConfig } from '@dirsync/server';
import type { DirsyncServer } from '@dirsync/server';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, dropDatabase } from '../harness/database.ts';

const adminUrl = process.env['DIRSYNC_TEST_DATABASE_URL'];
const apiKey = `dsk_${randomBytes(24).toString('hex')}`;
const publicUrl = 'https://product.example/dirsync';

const globals = [globalThis.Request, globalThis.Response];

let dirsync: DirsyncServer;
const closers: (() => unknown)[] = [];

beforeAll(async () => {
  dirsync = await createDirsyncServer(readConfig(await settings()));
});

afterAll(async () => {
  await dirsync.close();
  for (const close of closers) await close();
});

/** Settings for PostgreSQL where there is one, else for the embedded database. */
async function settings(): Promise<Record<string, string>> {
  const shared = { DIRSYNC_PUBLIC_URL: publicUrl, DIRSYNC_API_KEY: apiKey, LOG_LEVEL: 'silent' };
  if (adminUrl === undefined) {
    const folder = await mkdtemp(join(tmpdir(), 'dirsync-embedded-'));
    closers.push(() => rm(folder, { recursive: true }));
    return { ...shared, DIRSYNC_DATA_DIR: folder };
  }
  const url = await createDatabase(adminUrl);
  closers.push(() => dropDatabase(adminUrl, url));
  return { ...shared, DATABASE_URL: url, DIRSYNC_SECRET_KEY: randomBytes(32).toString('base64') };
}

/** Serves on a free port and answers the URL. */
async function serve(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

const products: readonly { readonly name: string; readonly open: () => Promise<Fetch> }[] = [
  {
    name: 'Hono',
    open: async () => {
      const app = createHonoProduct(dirsync);
      return async (path, init) => app.request(`https://product.example${path}`, init);
    },
  },
  {
    name: 'Express',
    open: async () => {
      const url = await serve(createExpressProduct(dirsync));
      return (path, init) => fetch(`${url}${path}`, init);
    },
  },
];

describe.each(products)('inside a product on $name', ({ name, open }) => {
  it('a user goes in by SCIM and comes out by the client', async () => {
    const product = await open();
    // The client of a process that reaches the server from inside.
    const client = createDirsync({
      apiKey,
      baseUrl: publicUrl,
      fetch: async (request) => {
        const { method, headers } = request;
        const body = method === 'GET' ? null : await request.text();
        return product(request.url.slice('https://product.example'.length), { method, headers, body });
      },
    });
    const directory = await client.directories.create({ name });
    expect(directory.scim.baseUrl).toBe(`${publicUrl}/scim/v2/${directory.id}`);
    const { token } = await client.directories.tokens.create(directory.id);
    const created = await product(`/dirsync/scim/v2/${directory.id}/Users`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
      body: JSON.stringify({
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
        userName: 'zoë@acme.example',
      }),
    });
    expect(created.status).toBe(201);
    expect(created.headers.get('location')).toContain(`${directory.scim.baseUrl}/Users/`);
    const users = [];
    for await (const user of client.users.list({ directoryId: directory.id })) users.push(user.userName);
    expect(users).toEqual(['zoë@acme.example']);
  });

  it('serves its reference page, and leaves the routes of the product', async () => {
    const product = await open();
    expect((await product('/dirsync/docs')).status).toBe(200);
    const echo = await product('/echo', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"a":1}',
    });
    expect(await echo.json()).toEqual({ a: 1 });
    expect((await product('/scim/v2/x/Users')).status).toBe(404);
  });
});

it('says at once that a body parser must not come first', async () => {
  const app = express().use(express.json()).use('/dirsync', dirsync.listener);
  const url = await serve(app);
  const response = await fetch(`${url}/dirsync/v1/directories`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: '{"name":"Acme"}',
  });
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({ detail: expect.stringContaining('body parser') as string });
});

it('keeps the Request and Response of the application', () => {
  expect([globalThis.Request, globalThis.Response]).toEqual(globals);
});

it('needs to be told where it is mounted', async () => {
  await expect(createDirsyncServer(readConfig({}))).rejects.toThrow('DIRSYNC_PUBLIC_URL');
});

it('lets running requests finish when it is closed, and refuses those that come later', async () => {
  const server = await createDirsyncServer(readConfig(await settings()));
  const headers = { authorization: `Bearer ${apiKey}` };
  const get = (path: string) =>
    server.fetch(new Request(`${publicUrl.replace('/dirsync', '')}${path}`, { headers }));
  const waiting = get('/v1/events?waitSeconds=30');
  await server.close();
  expect((await waiting).status).toBe(200);
  const late = await get('/v1/events');
  expect([late.status, late.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await late.json()).toMatchObject({ code: 'unavailable' });
});
