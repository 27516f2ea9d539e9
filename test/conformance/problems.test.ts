import { expect, it } from 'vitest';
import type { JsonObject } from '../harness/json.ts';
import { describeEachBackend } from '../harness/each-backend.ts';
import { okta } from '../harness/identity-providers.ts';
import { createTenant } from '../harness/tenant.ts';

/** A problem (RFC 9457) of the directory API. */
const problem = (status: number, code: string): JsonObject => ({ status, code, detail: expect.any(String) });

interface BadRequest {
  readonly what: string;
  readonly method?: string;
  readonly target?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: number;
  readonly code: string;
}

const nobody = '0198a7c9-0000-7000-8000-000000000000';

const badRequests: readonly BadRequest[] = [
  { what: 'a body that is not JSON', body: '{"name":', status: 400, code: 'invalid_request' },
  { what: 'an empty body', body: '', status: 400, code: 'invalid_request' },
  { what: 'a list for a body', body: [], status: 400, code: 'invalid_request' },
  { what: 'a required member that is missing', body: {}, status: 400, code: 'invalid_request' },
  { what: 'an unknown member', body: { name: 'Acme', nmae: 'Acme' }, status: 400, code: 'invalid_request' },
  { what: 'a wrong type', body: { name: 7 }, status: 400, code: 'invalid_request' },
  {
    what: 'an unknown provider',
    body: { name: 'Acme', provider: 'nobody' },
    status: 400,
    code: 'invalid_request',
  },
  { what: 'NUL in a text', body: { name: 'a\u0000b' }, status: 400, code: 'invalid_request' },
  {
    what: 'a member that JavaScript would lose',
    body: '{"name":"Acme","metadata":{"__proto__":"x"}}',
    status: 400,
    code: 'invalid_request',
  },
  { what: 'a name that is too long', body: { name: 'x'.repeat(201) }, status: 400, code: 'invalid_request' },
  { what: 'a body of 2 MiB', body: { name: 'x'.repeat(2 ** 21) }, status: 413, code: 'payload_too_large' },
  {
    what: 'another media type',
    body: 'name=Acme',
    headers: { 'Content-Type': 'text/plain' },
    status: 415,
    code: 'unsupported_media_type',
  },
  {
    what: 'no key',
    body: { name: 'Acme' },
    headers: { Authorization: '' },
    status: 401,
    code: 'unauthorized',
  },
  {
    what: 'a wrong key',
    body: { name: 'Acme' },
    headers: { Authorization: 'Bearer wrong' },
    status: 401,
    code: 'unauthorized',
  },
];

describeEachBackend('A directory is not created from', (server) => {
  it.for(badRequests)('$what', async ({ body, headers, status, code }) => {
    const { api } = await createTenant(server, { provider: 'generic', identityProvider: okta });
    const answer = await api.send('POST', '/v1/directories', body, headers);
    expect(answer).toMatchObject({ status, body: problem(status, code) });
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({ requestId: answer.headers['x-request-id'] });
  });
});

const badReads: readonly (readonly [target: string, status: number, code: string])[] = [
  ['/v1/directories?limit=0', 400, 'invalid_request'],
  ['/v1/directories?limit=201', 400, 'invalid_request'],
  ['/v1/directories?limit=many', 400, 'invalid_request'],
  ['/v1/directories?after=nowhere', 400, 'cursor_invalid'],
  ['/v1/directories?nmae=Acme', 400, 'invalid_request'],
  ['/v1/directories?limit=1&limit=2', 400, 'invalid_request'],
  ['/v1/events?after=nowhere', 400, 'cursor_invalid'],
  [`/v1/events?after=${Buffer.from('events:9007199254740991').toString('base64url')}`, 400, 'cursor_invalid'],
  ['/v1/events?types=user.exploded', 400, 'invalid_request'],
  ['/v1/events?waitSeconds=61', 400, 'invalid_request'],
  [`/v1/events/${nobody}`, 404, 'not_found'],
  [`/v1/directories/${nobody}`, 404, 'not_found'],
  ['/v1/directories/not-an-id', 404, 'not_found'],
  ['/v1/directories/%00', 404, 'not_found'],
  [`/v1/directories/${nobody}/users`, 404, 'not_found'],
  [`/v1/deliveries/${nobody}`, 404, 'not_found'],
  [`/v1/webhook-endpoints/${nobody}`, 404, 'not_found'],
  ['/v1/nothing', 404, 'not_found'],
];

describeEachBackend('The directory API answers', (server) => {
  it.for(badReads)('GET %s with %i %s', async ([target, status, code]) => {
    const { api } = await createTenant(server, { provider: 'generic', identityProvider: okta });
    expect(await api.send('GET', target)).toMatchObject({ status, body: problem(status, code) });
  });

  it('a wrong method with 405 and the right ones', async () => {
    const { api } = await createTenant(server, { provider: 'generic', identityProvider: okta });
    const answer = await api.send('PUT', '/v1/directories', { name: 'Acme' });
    expect(answer).toMatchObject({ status: 405, body: problem(405, 'method_not_allowed') });
    expect(answer.headers['allow']?.split(', ').toSorted()).toEqual(['GET', 'POST']);
  });

  it('the token of a directory with 401', async () => {
    const { api, token } = await createTenant(server, { provider: 'generic', identityProvider: okta });
    const answer = await api.send('GET', '/v1/directories', undefined, { Authorization: `Bearer ${token}` });
    expect(answer).toMatchObject({ status: 401, body: problem(401, 'unauthorized') });
  });

  it('times that no database holds with 400', async () => {
    const { api, directoryId } = await createTenant(server, { provider: 'generic', identityProvider: okta });
    const invalid = { status: 400, body: problem(400, 'invalid_request') };
    for (const time of ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-10:00']) {
      const users = `/v1/directories/${directoryId}/users?updatedSince=${time}`;
      expect(await api.send('GET', users), time).toMatchObject(invalid);
      const tokens = `/v1/directories/${directoryId}/tokens`;
      expect(await api.send('POST', tokens, { expiresAt: time }), time).toMatchObject(invalid);
    }
    const far = `/v1/directories/${directoryId}/users?updatedSince=2024-01-01T00:00:00%2B23:59`;
    expect(await api.send('GET', far)).toMatchObject({ status: 200 });
  });

  it('an endpoint’s URL that is none with 400', async () => {
    const { api } = await createTenant(server, { provider: 'generic', identityProvider: okta });
    for (const url of [
      'not a url',
      'ftp://example.com',
      'https://user:secret@example.com/hooks',
      'file:///etc/passwd',
    ]) {
      const answer = await api.send('POST', '/v1/webhook-endpoints', { url });
      expect(answer, url).toMatchObject({ status: 400, body: problem(400, 'invalid_request') });
    }
    const endpoints = await api.send('POST', '/v1/webhook-endpoints', {
      url: 'https://example.com/hooks',
      directoryIds: [nobody],
    });
    expect(endpoints).toMatchObject({ status: 400, body: problem(400, 'invalid_request') });
  });
});
