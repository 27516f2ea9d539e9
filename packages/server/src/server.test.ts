import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readConfig } from './config.ts';
import type { Config } from './config.ts';
import { startServer } from './server.ts';
import type { RunningServer } from './server.ts';
import { StartError } from './start-error.ts';
import { createEmptyDatabase, postgresUrl } from './store/testing/databases.ts';

const host = '127.0.0.1';
const slowKey = 's'.repeat(32);

async function start(config: Config): Promise<RunningServer> {
  const server = await startServer(config);
  onTestFinished(() => server.close());
  return server;
}

async function get(url: string, key?: string): Promise<{ readonly status: number; readonly body: unknown }> {
  const headers: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` };
  const response = await fetch(url, { headers });
  return { status: response.status, body: response.status === 204 ? undefined : await response.json() };
}

async function remove(url: string, key: string): Promise<number> {
  return (await fetch(url, { method: 'DELETE', headers: { authorization: `Bearer ${key}` } })).status;
}

/** The id of the only one in a list. */
async function onlyId(url: string, key: string): Promise<string> {
  const { body } = await get(url, key);
  const { data } = body as { readonly data: readonly { readonly id: string }[] };
  expect(data).toHaveLength(1);
  return data[0]?.id ?? '';
}

describe('on the embedded database', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dirsync-server-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  function settings(env: Readonly<Record<string, string>> = {}): Config {
    return readConfig({ HOST: host, PORT: '0', LOG_LEVEL: 'silent', DIRSYNC_DATA_DIR: folder, ...env });
  }

  test('the first start gives an API key and a demo directory with a token; later ones give the same', async () => {
    const first = await startServer(settings());
    const { apiKey = '', demo } = first.firstSteps ?? {};
    expect(first).toMatchObject({ publicUrl: first.url, newApiKey: undefined });
    expect(first.firstSteps).toMatchObject({ dataDirectory: folder, allowsLoopbackWebhooks: true });
    expect(JSON.parse(await readFile(join(folder, 'server.json'), 'utf8'))).toEqual({
      pid: process.pid,
      url: first.url,
    });
    expect(await get(`${first.url}/readyz`)).toEqual({ status: 200, body: { status: 'ready' } });
    const id = await onlyId(`${first.url}/v1/directories`, apiKey);
    expect(demo?.scimBaseUrl).toBe(`${first.url}/scim/v2/${id}`);
    expect(await get(`${demo?.scimBaseUrl}/Users`, demo?.token)).toMatchObject({ status: 200 });
    await first.close();
    await expect(fetch(first.url)).rejects.toThrow('fetch failed');

    const again = await start(settings({ DIRSYNC_PUBLIC_URL: 'https://scim.example' }));
    expect(again.publicUrl).toBe('https://scim.example');
    expect(again.firstSteps).toMatchObject({ apiKey, demo: { token: demo?.token } });
    expect(again.firstSteps?.demo?.scimBaseUrl).toBe(`https://scim.example/scim/v2/${id}`);
  }, 120_000);

  test('the leniences that were counted last outlive a stop', async () => {
    const first = await startServer(settings());
    const { apiKey = '', demo } = first.firstSteps ?? {};
    expect(await get(`${demo?.scimBaseUrl}/Users?flag=1`, demo?.token)).toMatchObject({ status: 200 });
    await first.close();
    const again = await start(settings());
    const id = await onlyId(`${again.url}/v1/directories`, apiKey);
    expect(await get(`${again.url}/v1/directories/${id}/leniences`, apiKey)).toMatchObject({
      body: { data: [{ name: 'unknownQueryParameter', requestCount: 1 }] },
    });
  });

  test('a server that is open to the network does not let webhooks go to its own machine', async () => {
    const server = await start(settings({ HOST: '0.0.0.0' }));
    expect(server.firstSteps?.allowsLoopbackWebhooks).toBe(false);
    expect(new URL(server.url).hostname).toBe(host);
  });

  test('a start that fails leaves nothing behind: no lock, no open database', async () => {
    const occupant = createServer().listen(0, host);
    await once(occupant, 'listening');
    const { port } = occupant.address() as AddressInfo;
    const refused = startServer(settings({ PORT: String(port) }));
    await expect(refused).rejects.toThrow(`Cannot listen on ${host} port ${port}`);
    await start(settings({ PORT: '0' }));
    occupant.close();
  });

  test('a chosen API key is added to those that are there; what was revoked or deleted is not offered again', async () => {
    const chosen = `test_${randomBytes(32).toString('base64url')}`;
    const before = await startServer(settings());
    const old = before.firstSteps?.apiKey ?? '';
    await before.close();
    const server = await startServer(settings({ DIRSYNC_API_KEY: chosen }));
    expect(server.firstSteps?.apiKey).toBe(chosen);
    const id = await onlyId(`${server.url}/v1/directories`, old);
    expect(await remove(`${server.url}/v1/directories/${id}`, chosen)).toBe(204);
    const { body } = await get(`${server.url}/v1/api-keys`, old);
    const { data } = body as { readonly data: readonly { readonly id: string; readonly name: string }[] };
    expect(data.map(({ name }) => name)).toEqual(['first key', 'DIRSYNC_API_KEY']);
    expect(await remove(`${server.url}/v1/api-keys/${data[1]?.id}`, old)).toBe(204);
    await server.close();
    const after = await start(settings({ DIRSYNC_API_KEY: chosen }));
    expect(after.firstSteps).toMatchObject({ apiKey: undefined, demo: undefined });
  });

  test('a request whose body never ends loses its connection, and nothing comes of it', async () => {
    const timeouts = { headersMs: 300, requestMs: 300, checkMs: 50 };
    const server = await startServer(settings({ DIRSYNC_API_KEY: slowKey }), { http: { timeouts } });
    onTestFinished(() => server.close());
    const { port } = new URL(server.url);
    const socket = connect(Number(port), host);
    const body = '{"name":"Slow"}';
    socket.write(
      `POST /v1/directories HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${slowKey}\r\nContent-Type: application/json\r\n` +
        `Content-Length: ${body.length + 1}\r\n\r\n${body}`,
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 408 /);
    const { body: list } = await get(`${server.url}/v1/directories`, slowKey);
    const { data } = list as { readonly data: readonly { readonly name: string }[] };
    expect(data.map(({ name }) => name)).not.toContain('Slow');
  });
});

describe.skipIf(postgresUrl === undefined)('on PostgreSQL', () => {
  let databaseUrl = '';
  let drop = async (): Promise<void> => undefined;
  beforeAll(async () => {
    ({ url: databaseUrl, drop } = await createEmptyDatabase(postgresUrl ?? ''));
  });
  afterAll(() => drop());

  function settings(env: Readonly<Record<string, string>> = {}): Config {
    const own = { DATABASE_URL: databaseUrl, DIRSYNC_SECRET_KEY: Buffer.alloc(32).toString('base64') };
    return readConfig({ HOST: host, PORT: '0', LOG_LEVEL: 'silent', ...own, ...env });
  }

  test('a database without the schema is refused when the start may not migrate', async () => {
    const refused = startServer(settings({ DIRSYNC_MIGRATE: 'off' }));
    await expect(refused).rejects.toThrow(StartError);
    await expect(refused).rejects.toThrow(
      /^The database has version 0 of the schema and \d+ is needed: run "dirs/,
    );
  });

  test('of three processes that start first, together, one makes the first API key and shows it', async () => {
    const servers = await Promise.all([1, 2, 3].map(() => start(settings())));
    const keys = servers.flatMap(({ newApiKey }) => newApiKey ?? []);
    expect(keys).toHaveLength(1);
    for (const { url, firstSteps } of servers) {
      expect(firstSteps).toBeUndefined();
      expect(await get(`${url}/v1/directories`, keys[0])).toMatchObject({ status: 200, body: { data: [] } });
    }
    const later = await start(settings({ DIRSYNC_MIGRATE: 'off' }));
    expect(later.newApiKey).toBeUndefined();
  });

  test('nobody is the operator', async () => {
    const { url } = await start(settings());
    expect((await fetch(`${url}/v1/environments`, { method: 'POST' })).status).toBe(401);
  });

  test('a worker says how it is and takes no requests', async () => {
    const { url } = await start(settings({ DIRSYNC_ROLE: 'worker' }));
    expect(await get(`${url}/readyz`)).toMatchObject({ status: 200 });
    expect(await get(`${url}/v1/directories`)).toMatchObject({
      status: 404,
      body: { code: 'not_found', detail: 'This process has DIRSYNC_ROLE=worker and takes no requests.' },
    });
    const { headers } = await fetch(`${url}/scim/v2/x/Users`);
    expect(headers.get('content-type')).toBe('application/scim+json');
  });

  test('what a process of the role api stores is numbered by one of the role worker', async () => {
    const apiKey = `test_${randomBytes(32).toString('base64url')}`;
    const api = await start(settings({ DIRSYNC_ROLE: 'api', DIRSYNC_API_KEY: apiKey }));
    const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
    const created = await fetch(`${api.url}/v1/directories`, {
      method: 'POST',
      headers,
      body: '{"name":"Acme"}',
    });
    const { id } = (await created.json()) as { readonly id: string };
    expect(await remove(`${api.url}/v1/directories/${id}`, apiKey)).toBe(204);
    const waiting = get(`${api.url}/v1/events?waitSeconds=20&directoryId=${id}`, apiKey);
    await start(settings({ DIRSYNC_ROLE: 'worker' }));
    expect(await waiting).toMatchObject({
      status: 200,
      body: { data: [{ type: 'directory.deleted', sequence: 1, data: { directory: { id } } }] },
    });
  });

  test('a database that is not there is one line without the password', async () => {
    const nowhere = settings({ DATABASE_URL: 'postgres://nobody:hunter2@127.0.0.1:1/none' });
    const refusal = await startServer(nowhere).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StartError);
    expect(String(refusal)).toMatch(/The database cannot be used: .*ECONNREFUSED.*\.$/);
    expect(String(refusal)).not.toContain('hunter2');
  });
});
