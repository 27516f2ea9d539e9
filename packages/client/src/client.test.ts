import { describe, expect, it } from 'vitest';
import { problem, serve } from '../test-support/serve.ts';
import { createDirsync } from './index.ts';
import type { Dirsync } from './index.ts';
import type { OperationId } from './operation-methods.ts';

const d = 'd 1';
/** The request that an operation is, a call of its method, and what that sends. */
type Call = readonly [request: string, call: (dirsync: Dirsync) => PromiseLike<unknown>, body?: unknown];
const calls: { readonly [Id in OperationId]: Call } = {
  createDirectory: [
    'POST /v1/directories',
    ({ directories }) => directories.create({ name: 'Acme' }),
    { name: 'Acme' },
  ],
  listDirectories: ['GET /v1/directories', ({ directories }) => directories.list({ organizationId: 'o' })],
  getDirectory: ['GET /v1/directories/d%201', ({ directories }) => directories.get(d)],
  updateDirectory: [
    'PATCH /v1/directories/d%201',
    ({ directories }) => directories.update(d, { name: 'B' }),
    { name: 'B' },
  ],
  deleteDirectory: ['DELETE /v1/directories/d%201', ({ directories }) => directories.delete(d)],
  releaseDirectory: [
    'POST /v1/directories/d%201/release',
    ({ directories }) => directories.release(d, { mode: 'settle' }),
    { mode: 'settle' },
  ],
  listDirectoryLeniences: [
    'GET /v1/directories/d%201/leniences',
    ({ directories }) => directories.listLeniences(d),
  ],
  createDirectoryToken: [
    'POST /v1/directories/d%201/tokens',
    ({ directories }) => directories.tokens.create(d),
    {},
  ],
  listDirectoryTokens: [
    'GET /v1/directories/d%201/tokens',
    ({ directories }) => directories.tokens.list({ directoryId: d }),
  ],
  revokeDirectoryToken: [
    'DELETE /v1/directories/d%201/tokens/t1',
    ({ directories }) => directories.tokens.revoke({ directoryId: d, tokenId: 't1' }),
  ],
  listUsers: ['GET /v1/directories/d%201/users', ({ users }) => users.list({ directoryId: d })],
  getUser: ['GET /v1/directories/d%201/users/u1', ({ users }) => users.get({ directoryId: d, userId: 'u1' })],
  listUserGroups: [
    'GET /v1/directories/d%201/users/u1/groups',
    ({ users }) => users.listGroups({ directoryId: d, userId: 'u1' }),
  ],
  eraseUserData: [
    'DELETE /v1/directories/d%201/users/u1/data',
    ({ users }) => users.eraseData({ directoryId: d, userId: 'u1' }),
  ],
  listGroups: ['GET /v1/directories/d%201/groups', ({ groups }) => groups.list({ directoryId: d })],
  getGroup: [
    'GET /v1/directories/d%201/groups/g1',
    ({ groups }) => groups.get({ directoryId: d, groupId: 'g1' }),
  ],
  listGroupMembers: [
    'GET /v1/directories/d%201/groups/g1/members',
    ({ groups }) => groups.listMembers({ directoryId: d, groupId: 'g1' }),
  ],
  listEvents: ['GET /v1/events', ({ events }) => events.list()],
  getEvent: ['GET /v1/events/e1', ({ events }) => events.get('e1')],
  createWebhookEndpoint: [
    'POST /v1/webhook-endpoints',
    ({ webhookEndpoints }) => webhookEndpoints.create({ url: 'https://a.example/' }),
    { url: 'https://a.example/' },
  ],
  listWebhookEndpoints: ['GET /v1/webhook-endpoints', ({ webhookEndpoints }) => webhookEndpoints.list()],
  getWebhookEndpoint: ['GET /v1/webhook-endpoints/w1', ({ webhookEndpoints }) => webhookEndpoints.get('w1')],
  updateWebhookEndpoint: [
    'PATCH /v1/webhook-endpoints/w1',
    ({ webhookEndpoints }) => webhookEndpoints.update('w1', { eventTypes: null }),
    { eventTypes: null },
  ],
  deleteWebhookEndpoint: [
    'DELETE /v1/webhook-endpoints/w1',
    ({ webhookEndpoints }) => webhookEndpoints.delete('w1'),
  ],
  rotateWebhookEndpointSecret: [
    'POST /v1/webhook-endpoints/w1/rotate-secret',
    ({ webhookEndpoints }) => webhookEndpoints.rotateSecret('w1', { overlapSeconds: 60 }),
    { overlapSeconds: 60 },
  ],
  testWebhookEndpoint: [
    'POST /v1/webhook-endpoints/w1/test',
    ({ webhookEndpoints }) => webhookEndpoints.test('w1'),
  ],
  replayWebhookEndpoint: [
    'POST /v1/webhook-endpoints/w1/replay',
    ({ webhookEndpoints }) => webhookEndpoints.replay('w1', { after: 'c1' }),
    { after: 'c1' },
  ],
  listDeliveries: ['GET /v1/deliveries', ({ deliveries }) => deliveries.list({ state: 'failed' })],
  getDelivery: ['GET /v1/deliveries/v1', ({ deliveries }) => deliveries.get('v1')],
  retryDelivery: ['POST /v1/deliveries/v1/retry', ({ deliveries }) => deliveries.retry('v1')],
  createApiKey: [
    'POST /v1/api-keys',
    ({ apiKeys }) => apiKeys.create({ name: 'worker' }),
    { name: 'worker' },
  ],
  listApiKeys: ['GET /v1/api-keys', ({ apiKeys }) => apiKeys.list()],
  revokeApiKey: ['DELETE /v1/api-keys/k1', ({ apiKeys }) => apiKeys.revoke('k1')],
};

describe('each operation', () => {
  it.each(Object.entries(calls))('%s', async (_id, [request, call, body]) => {
    const answer = { data: [], nextCursor: null };
    await using server = await serve(({ method }) =>
      method === 'DELETE' ? { status: 204 } : { body: answer },
    );
    const result = await call(server.dirsync);
    expect(server.requests).toHaveLength(1);
    const [received] = server.requests;
    expect(`${received?.method} ${received?.path}`).toBe(request);
    expect(received?.body).toStrictEqual(body);
    expect(received?.headers).toMatchObject({ authorization: 'Bearer dsk_test', accept: 'application/json' });
    expect(result).toStrictEqual(request.startsWith('DELETE') ? undefined : answer);
  });
});

describe('ids', () => {
  it.each(['', '.', '..', '../users', 'a/b', 'a\\b', undefined, null, 7])(
    '%j is refused before it is sent',
    async (id) => {
      await using server = await serve([{ body: {} }]);
      // Not in the types: plain JavaScript may still bring it.
      const given = id as string;
      await expect(server.dirsync.directories.get(given)).rejects.toThrow(TypeError);
      await expect(server.dirsync.users.get({ directoryId: 'd1', userId: given })).rejects.toThrow(
        'userId must be an id',
      );
      await expect(server.dirsync.users.list({ directoryId: given })).rejects.toThrow(
        'directoryId must be an id',
      );
      const call = server.dirsync.http.GET('/v1/events/{eventId}', { params: { path: { eventId: given } } });
      await expect(call).rejects.toThrow('eventId must be an id');
      expect(server.requests).toHaveLength(0);
    },
  );

  it.each([
    ['%2e%2e', '%252e%252e'],
    ['...', '...'],
    ['a?b#c', 'a%3Fb%23c'],
    ['ü', '%C3%BC'],
  ])('%s stays one part of the path', async (id, encoded) => {
    await using server = await serve([{ body: {} }]);
    await server.dirsync.directories.get(id);
    expect(server.requests.map(({ path }) => path)).toStrictEqual([`/v1/directories/${encoded}`]);
  });
});

describe('options', () => {
  it.each(['', ' ', 'dsk_a b', 'dsk_a\n', 'dsk_ä', undefined])(
    'the apiKey %j is refused, without naming it',
    (apiKey) => {
      const make = () => createDirsync({ apiKey: apiKey as string, baseUrl: 'http://localhost' });
      expect(make).toThrow(TypeError);
      expect(make).toThrow(/^apiKey must be a key of the directory API: is the variable set\?$/);
    },
  );

  it.each([
    '',
    'localhost:8080',
    '/v1',
    'ftp://a.example',
    'https://a:b@a.example',
    'https://a.example/?x=1',
    undefined,
  ])('the baseUrl %j is refused', (baseUrl) => {
    expect(() => createDirsync({ apiKey: 'k', baseUrl: baseUrl as string })).toThrow(/^baseUrl must be/);
  });

  it('keeps the path of the baseUrl, with or without a slash at its end', async () => {
    await using server = await serve([{ body: {} }]);
    for (const suffix of ['/sync', '/sync/']) {
      const dirsync = createDirsync({ apiKey: 'k', baseUrl: server.url + suffix });
      await dirsync.directories.get('d1');
    }
    expect(server.requests.map(({ path }) => path)).toStrictEqual(Array(2).fill('/sync/v1/directories/d1'));
  });

  it('sends every attempt by the fetch that is given', async () => {
    const sent: string[] = [];
    const dirsync = createDirsync({
      apiKey: 'k',
      baseUrl: 'https://dirsync.example',
      sleep: async () => undefined,
      fetch: async (request) => {
        sent.push(`${request.method} ${request.url} ${await request.text()}`);
        return sent.length === 1 ? new Response(null, { status: 429 }) : Response.json({ id: 'd1' });
      },
    });
    await dirsync.directories.create({ name: 'Acme' });
    expect(sent).toStrictEqual(Array(2).fill('POST https://dirsync.example/v1/directories {"name":"Acme"}'));
  });

  it('takes a fetch that throws what is no error', async () => {
    const fetch = () => Promise.reject('nothing'); // eslint-disable-line prefer-promise-reject-errors
    const dirsync = createDirsync({ apiKey: 'k', baseUrl: 'https://dirsync.example', fetch, maxRetries: 0 });
    await expect(dirsync.directories.get('d1')).rejects.toMatchObject({
      code: 'connection_failed',
      cause: 'nothing',
    });
  });
});

it('returns results and does not throw by http', async () => {
  await using server = await serve([problem(404, 'not_found'), { body: { id: 'u1' } }]);
  const params = { path: { directoryId: 'd1', userId: 'u1' } };
  const missing = await server.dirsync.http.GET('/v1/directories/{directoryId}/users/{userId}', { params });
  expect(missing.error?.code).toBe('not_found');
  expect(missing.response.status).toBe(404);
  const found = await server.dirsync.http.GET('/v1/directories/{directoryId}/users/{userId}', { params });
  expect(found.data?.id).toBe('u1');
});
