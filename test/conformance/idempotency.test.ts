import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDirsync } from '@dirsync/client';
import { expect, inject, it } from 'vitest';
import { createApiClient } from '../harness/api-client.ts';
import type { Answer } from '../harness/contract-fetch.ts';
import { describeEachBackend } from '../harness/each-backend.ts';
import { okta } from '../harness/identity-providers.ts';
import type { SharedServer } from '../harness/installation.ts';
import { idOf } from '../harness/json.ts';
import { createTenant } from '../harness/tenant.ts';

interface Operation {
  readonly operationId: string;
  readonly path: string;
  readonly isOfOperator: boolean;
  readonly takesKey: boolean;
  /** The first example of the contract. */
  readonly body: unknown;
}

interface PostOperation {
  readonly operationId: string;
  readonly security?: readonly object[];
  readonly parameters?: readonly { readonly $ref?: string; readonly name?: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly examples?: object }>> };
}

interface Document {
  readonly paths: Readonly<Record<string, { readonly post?: PostOperation }>>;
  readonly components: {
    readonly examples: Readonly<Record<string, { readonly value: unknown }>>;
  };
}

const document = (await (await fetch(`${inject('servers').embedded.url}/openapi.json`)).json()) as Document;

/** Every POST of the directory API. */
const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, { post }]) => {
  if (post === undefined || !path.startsWith('/v1/')) return [];
  const { operationId, security = [], parameters = [], requestBody } = post;
  const [media] = Object.values(requestBody?.content ?? {});
  const [example] = Object.values(media?.examples ?? {}) as { $ref?: string; value?: unknown }[];
  return [
    {
      operationId,
      path,
      isOfOperator: security.some((requirement) => 'operatorKey' in requirement),
      takesKey: parameters.some(
        ({ $ref, name }) => name === 'Idempotency-Key' || $ref?.endsWith('/idempotency-key') === true,
      ),
      body: example?.value ?? document.components.examples[example?.$ref?.split('/').at(-1) ?? '']?.value,
    },
  ];
});

it('every POST of the directory API takes an Idempotency-Key', () => {
  expect(operations.length).toBeGreaterThan(6);
  expect(operations.filter(({ takesKey }) => !takesKey)).toEqual([]);
});

/** The key of the operator, which the command reads from the data directory; nobody has one on PostgreSQL. */
async function operatorKeyOf({ env }: SharedServer): Promise<string | undefined> {
  const { DIRSYNC_DATA_DIR: folder } = env;
  if (folder === undefined) return undefined;
  const credentials = JSON.parse(await readFile(join(folder, 'credentials.json'), 'utf8')) as {
    readonly operatorKey: string;
  };
  return credentials.operatorKey;
}

describeEachBackend('With an Idempotency-Key', (server) => {
  const api = createApiClient(server);

  function post(target: string, body: unknown, key: string, headers = {}): Promise<Answer> {
    return api.send('POST', target, body, { 'Idempotency-Key': key, ...headers });
  }

  it.for(operations)(
    '$operationId is done once',
    async ({ operationId, path, body, isOfOperator }, { skip }) => {
      const operatorKey = isOfOperator ? await operatorKeyOf(server) : undefined;
      if (isOfOperator && operatorKey === undefined) return skip('nobody is the operator');
      const tenant = await createTenant(server, { provider: 'okta', identityProvider: okta });
      // Narrow, so that it gets nothing of other tests.
      const endpoint = await tenant.dirsync.webhookEndpoints.create({
        url: 'https://receiver.example/webhooks',
        directoryIds: [tenant.directoryId],
      });
      const ids: Readonly<Record<string, string>> = {
        directoryId: tenant.directoryId,
        endpointId: endpoint.id,
        environmentName: 'default',
        deliveryId: (await tenant.dirsync.webhookEndpoints.test(endpoint.id)).id,
      };
      const { nextCursor } = await tenant.dirsync.events.list({ directoryId: tenant.directoryId });
      const target = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? `no id for ${name}`);
      const authorization = operatorKey === undefined ? {} : { Authorization: `Bearer ${operatorKey}` };
      const contents: Readonly<Record<string, unknown>> = {
        '/v1/environments': { name: `live-${randomUUID()}` },
        '/v1/webhook-endpoints/{endpointId}/replay': { after: nextCursor },
      };
      const content = contents[path] ?? body;
      const key = randomUUID();
      const first = await post(target, content, key, authorization);
      const second = await post(target, content, key, authorization);
      expect(second).toMatchObject({ status: first.status });
      // A directory that is not held has nothing to be released.
      expect(first.status < 300, first.text).toBe(operationId !== 'releaseDirectory');
      if (first.status < 300) {
        expect(second.text).toBe(first.text);
        expect(first.headers).not.toHaveProperty('idempotent-replayed');
        expect(second.headers['idempotent-replayed']).toBe('true');
        expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
        const other = await post(target, content, randomUUID(), authorization);
        expect(other.headers).not.toHaveProperty('idempotent-replayed');
        if (path === '/v1/webhook-endpoints') {
          for (const made of [first, other]) await tenant.dirsync.webhookEndpoints.delete(idOf(made));
        }
      }
      await tenant.dirsync.webhookEndpoints.delete(endpoint.id);
    },
  );

  it('the same key with another body is 409', async () => {
    const key = randomUUID();
    expect((await post('/v1/directories', { name: 'Acme' }, key)).status).toBe(201);
    expect(await post('/v1/directories', { name: 'Globex' }, key)).toMatchObject({
      status: 409,
      body: { code: 'idempotency_key_reused' },
    });
  });

  it('the same key on another path is 409', async () => {
    const one = await createTenant(server, { provider: 'okta', identityProvider: okta });
    const other = await createTenant(server, { provider: 'okta', identityProvider: okta });
    const key = randomUUID();
    const tokens = ({ directoryId }: typeof one): string => `/v1/directories/${directoryId}/tokens`;
    expect((await post(tokens(one), {}, key)).status).toBe(201);
    expect((await post(tokens(other), {}, key)).status).toBe(409);
  });

  it('a key that was refused may be used again', async () => {
    const key = randomUUID();
    expect((await post('/v1/directories', { name: 7 }, key)).status).toBe(400);
    expect((await post('/v1/directories', { name: 'Acme' }, key)).status).toBe(201);
  });

  it('a malformed key is 400', async () => {
    expect(await post('/v1/directories', { name: 'Acme' }, 'two words')).toMatchObject({
      status: 400,
      body: { code: 'invalid_request', errors: [{ path: 'Idempotency-Key' }] },
    });
  });

  it('the client repeats a call whose answer was lost, and its effect is there once', async () => {
    let requests = 0;
    const dirsync = createDirsync({
      baseUrl: server.url,
      apiKey: server.apiKey,
      sleep: async () => undefined,
      async fetch(request) {
        requests += 1;
        const response = await fetch(request);
        if (requests === 1) throw new TypeError('fetch failed');
        return response;
      },
    });
    const organizationId = randomUUID();
    const directory = await dirsync.directories.create({ name: 'Acme', organizationId });
    expect(requests).toBe(2);
    const { data } = await dirsync.directories.list({ organizationId });
    expect(data).toEqual([directory]);
  });

  it('nobody gets an answer without a live API key', async () => {
    const key = randomUUID();
    const { body } = await api.send('POST', '/v1/api-keys', { name: 'short-lived' });
    const { id, key: apiKey } = body as { readonly id: string; readonly key: string };
    const authorization = { Authorization: `Bearer ${apiKey}` };
    expect((await post('/v1/directories', { name: 'Acme' }, key, authorization)).status).toBe(201);
    expect((await api.send('DELETE', `/v1/api-keys/${id}`)).status).toBe(204);
    expect((await post('/v1/directories', { name: 'Acme' }, key, authorization)).status).toBe(401);
  });
});
