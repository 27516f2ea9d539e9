import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@dirsync/server';
import type { RunningServer } from '@dirsync/server';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createContract } from './contract.ts';
import { objectOf, without } from './json.ts';
import type { JsonObject } from './json.ts';
import { startStrictServer } from './strict.ts';

// The server obeys its contract, so what this one holds it against is another: two operations are changed in it.

function change(document: JsonObject, path: string, method: string, changed: JsonObject): JsonObject {
  const paths = objectOf(document['paths']);
  const item = objectOf(paths[path]);
  const operation = { ...objectOf(item[method]), ...changed };
  return { ...document, paths: { ...paths, [path]: { ...item, [method]: operation } } };
}

function otherContract(document: JsonObject): ReturnType<typeof createContract> {
  const { responses } = objectOf(objectOf(objectOf(document['paths'])['/readyz'])['get']);
  const undeclared = change(document, '/readyz', 'get', { responses: without(objectOf(responses), '200') });
  const schema = { type: 'object', required: ['mood'] };
  const ok = { description: 'Other than it is.', content: { 'application/json': { schema } } };
  return createContract(change(undeclared, '/healthz', 'get', { responses: { 200: ok } }));
}

let folder: string;
let server: RunningServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dirsync-strict-'));
  const env = { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', DIRSYNC_DATA_DIR: join(folder, 'data') };
  server = await startStrictServer(readConfig(env), {}, otherContract);
});
afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true });
});

it.for<readonly [path: string, reason: string]>([
  ['/readyz', 'getReadiness declares no status 200'],
  ['/healthz', "must have required property 'mood'"],
])(
  'a strict server answers 500 and the reason instead of what is not declared, at %s',
  async ([path, reason]) => {
    const response = await fetch(`${server.url}${path}`);
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({
      code: 'internal',
      detail: expect.stringContaining(reason),
      requestId: response.headers.get('x-request-id'),
    });
  },
);

it('a strict server gives what is declared', async () => {
  const response = await fetch(`${server.url}/v1/directories`);
  expect(response.status).toBe(401);
});

it('the servers that the tests share are strict ones, which answer as declared', async () => {
  const { embedded } = inject('servers');
  expect((await fetch(`${embedded.url}/readyz`)).status).toBe(200);
  expect((await fetch(`${embedded.url}/readyz`, { method: 'HEAD' })).status).toBe(200);
});
