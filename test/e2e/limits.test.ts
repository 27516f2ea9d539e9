import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApiClient } from '../harness/api-client.ts';
import type { Answer } from '../harness/contract-fetch.ts';
import { describeEachInstallation } from '../harness/each-installation.ts';
import { okta } from '../harness/identity-providers.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { objectOf } from '../harness/json.ts';
import { metricsToken, readMetric } from '../harness/metrics.ts';
import { scimError } from '../harness/scim-answers.ts';
import { userSchema } from '../harness/scim-schemas.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { createTenant } from '../harness/tenant.ts';

/** Answers by status. */
function byStatus(answers: readonly Answer[]): Map<number, Answer[]> {
  return Map.groupBy(answers, ({ status }) => status);
}

function together(count: number, send: (number: number) => Promise<Answer>): Promise<Answer[]> {
  return Promise.all(Array.from({ length: count }, (_, number) => send(number)));
}

describeEachInstallation('A server with rate limits', (installation) => {
  let server: ServerProcess & ServerAddress;
  beforeAll(async () => {
    server = await installation().start({
      env: {
        DIRSYNC_SCIM_RATE_LIMIT: '2',
        DIRSYNC_API_RATE_LIMIT: '20',
        DIRSYNC_METRICS_TOKEN: metricsToken,
      },
    });
  });
  afterAll(() => server?.stop());

  it(
    'answers 429 with whole seconds to the directory that sends too much, and to no other',
    { tags: ['mistake-33'] },
    async () => {
      const busy = await createTenant(server, { provider: 'okta', identityProvider: okta });
      const quiet = await createTenant(server, { provider: 'okta', identityProvider: okta });
      // 4 pass at once, and 2 more each second: 60 take longer than they may.
      const answers = byStatus(
        await together(60, (number) =>
          busy.scim.post('/Users', { schemas: [userSchema], userName: `user-${number}` }),
        ),
      );
      const refused = answers.get(429) ?? [];
      expect([...answers.keys()].toSorted()).toEqual([201, 429]);
      expect(refused[0]).toMatchObject({ headers: { 'retry-after': '1' }, body: scimError(429) });
      const counted = 'dirsync_rate_limited_total{surface="scim",reason="owner"}';
      expect(await readMetric(server, counted)).toBe(refused.length);
      expect(objectOf(refused[0]?.body)).not.toHaveProperty('scimType');

      const { status } = await quiet.scim.get('/Users');
      expect(status).toBe(200);
      // What was refused left nothing.
      const { data } = await busy.dirsync.users.list({ directoryId: busy.directoryId, limit: 200 });
      expect(data).toHaveLength(answers.get(201)?.length ?? 0);
    },
  );

  it('answers 429 to who goes on with a revoked token, and to no other', async () => {
    const tenant = await createTenant(server, { provider: 'okta', identityProvider: okta });
    const { directoryId, dirsync, scim } = tenant;
    const { id: tokenId, token } = await dirsync.directories.tokens.create(directoryId);
    await dirsync.directories.tokens.revoke({ directoryId, tokenId });
    const { pathname } = new URL(tenant.scimBaseUrl);
    const stranger = createApiClient(server);
    const tryIt = (): Promise<Answer> =>
      stranger.send('GET', `${pathname}/Users`, undefined, { Authorization: `Bearer ${token}` });
    expect((await tryIt()).status).toBe(401);
    // 10 are looked up at once, and one more each second: 60 take longer than they may.
    const tries = byStatus(await together(60, tryIt));
    expect([...tries.keys()].toSorted()).toEqual([401, 429]);
    const counted = 'dirsync_rate_limited_total{surface="scim",reason="unknown"}';
    expect(await readMetric(server, counted)).toBe(tries.get(429)?.length);
    expect((await scim.get('/Users')).status).toBe(200);
  });

  it('answers 429 to the API key that sends too much', async () => {
    const api = createApiClient(server);
    const answers = byStatus(await together(200, () => api.send('GET', '/v1/directories?limit=1')));
    expect([...answers.keys()].toSorted()).toEqual([200, 429]);
    expect(answers.get(429)?.[0]).toMatchObject({
      headers: { 'retry-after': '1' },
      body: { status: 429, code: 'rate_limited' },
    });
  });
});

describeEachInstallation('A server', (installation) => {
  let server: ServerProcess & ServerAddress;
  beforeAll(async () => {
    server = await installation().start();
  });
  afterAll(() => server?.stop());

  it.for([
    '/v1/directories',
    '/v1/nothing',
    '/scim/v2/nobody/Users',
    '/healthz',
    '/readyz',
    '/openapi.json',
    '/docs',
    '/docs/redoc.standalone.js',
    '/',
  ])('sends security headers with %s', async (path) => {
    const { headers } = await fetch(`${server.url}${path}`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
      'cache-control': expect.stringMatching(path.endsWith('.js') ? /max-age/ : /^no-store$/),
    });
  });

  it('answers whoever has no valid token before the body is sent', async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.write(
      'POST /scim/v2/nobody/Users HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer x\r\nContent-Length: 9999999\r\n\r\n{',
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 401 /);
    // Nor does it wait for the rest.
    await once(socket.resume(), 'close');
  });

  it('keeps nothing of a request that is cut off, chunked or not', async () => {
    const tenant = await createTenant(server, { provider: 'okta', identityProvider: okta });
    const { hostname, port } = new URL(server.url);
    const { pathname } = new URL(tenant.scimBaseUrl);
    const whole = JSON.stringify({ schemas: [userSchema], userName: 'cut' });
    for (const [header, part] of [
      [`Content-Length: ${whole.length + 1}`, whole],
      ['Transfer-Encoding: chunked', `${whole.length.toString(16)}\r\n${whole}\r\n`],
    ]) {
      const socket = connect(Number(port), hostname);
      const start = `POST ${pathname}/Users HTTP/1.1\r\nHost: a\r\nContent-Type: application/json`;
      socket.end(`${start}\r\nAuthorization: Bearer ${tenant.token}\r\n${header}\r\n\r\n${part}`);
      await once(socket.resume(), 'close');
    }
    expect(await tenant.scim.get('/Users')).toMatchObject({ body: { totalResults: 0 } });
    // Nor is it a fault of the server.
    expect(server.lines.filter((line) => line.startsWith('{'))).toEqual([]);
  });

  it('refuses a chunked body that grows too large, and keeps nothing of it', async () => {
    const tenant = await createTenant(server, { provider: 'okta', identityProvider: okta });
    const chunk = 'x'.repeat(64 * 1024);
    async function* endless(): AsyncGenerator<string> {
      yield `{"schemas":["${userSchema}"],"userName":"large","title":"`;
      for (;;) yield chunk;
    }
    const response = await fetch(`${tenant.scimBaseUrl}/Users`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tenant.token}`, 'content-type': 'application/scim+json' },
      body: ReadableStream.from(endless()).pipeThrough(new TextEncoderStream()),
      ...{ duplex: 'half' },
    }).catch((error: unknown) => error);
    // Some clients see the answer, others only that nobody reads them any longer.
    if (response instanceof Response) expect(response.status).toBe(413);
    else expect(response).toBeInstanceOf(TypeError);
    expect(await tenant.scim.get('/Users')).toMatchObject({ body: { totalResults: 0 } });
  });
});
