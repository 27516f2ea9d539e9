import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../harness/client.ts';
import { okta } from '../harness/identity-providers.ts';
import { installOnPostgres } from '../harness/installation.ts';
import type { Installation, ServerAddress } from '../harness/installation.ts';
import { idOf, objectOf } from '../harness/json.ts';
import { metricsToken, readMetric } from '../harness/metrics.ts';
import { startReceiver } from '../harness/receiver.ts';
import { createScimClient } from '../harness/scim-client.ts';
import type { ScimClient } from '../harness/scim-client.ts';
import { userSchema } from '../harness/scim-schemas.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

type Process = ServerProcess & ServerAddress;

const adminUrl = process.env['DIRSYNC_TEST_DATABASE_URL'];

/** A tenant's identity provider, calling another process than the one where the tenant was made. */
function throughOther({ scimBaseUrl, token }: Tenant, { url }: ServerAddress): ScimClient {
  const { pathname } = new URL(scimBaseUrl);
  return createScimClient({ baseUrl: `${url}${pathname}`, token, identityProvider: okta });
}

async function createUsers(clients: readonly ScimClient[], prefix: string, count: number): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, async (_, number) => {
      const scim = clients[number % clients.length];
      const answer = await scim?.post('/Users', { schemas: [userSchema], userName: `${prefix}-${number}` });
      expect(answer?.status).toBe(201);
    }),
  );
}

/** Processes start slowly on a busy machine. */
const timeout = 120_000;

describe.skipIf(!adminUrl)('Processes of one PostgreSQL', { timeout }, () => {
  let installation: Installation;
  let apis: readonly [Process, Process];
  const running: Process[] = [];
  beforeAll(async () => {
    installation = await installOnPostgres(adminUrl ?? '');
    apis = await Promise.all([start('api'), start('api')]);
  });
  afterAll(async () => {
    await Promise.all(running.map((one) => one.kill()));
    await installation?.remove();
  });

  async function start(role: 'api' | 'worker'): Promise<Process> {
    const env = { DIRSYNC_ROLE: role, DIRSYNC_METRICS_TOKEN: metricsToken };
    const one = await installation.start({ env });
    running.push(one);
    return one;
  }

  it('of the role api store, and neither number nor deliver; of the role worker do that, each event once', async () => {
    await using receiver = await startReceiver();
    const [api, otherApi] = apis;
    const tenant = await createTenant(api, { provider: 'okta', identityProvider: okta });
    const { id: endpointId, secret } = await tenant.dirsync.webhookEndpoints.create({
      url: receiver.url,
      directoryIds: [tenant.directoryId],
    });
    receiver.secret = secret;
    const clients = [tenant.scim, throughOther(tenant, otherApi)];
    await createUsers(clients, 'early', 50);
    const { data } = await tenant.dirsync.events.list({ directoryId: tenant.directoryId, waitSeconds: 2 });
    expect(data).toEqual([]);
    expect(receiver.received).toEqual([]);

    const workers = await Promise.all([start('worker'), start('worker')]);
    await createUsers(clients, 'late', 50);
    // The reader checks that no number is missing or comes twice. 1 is directory.activated.
    const events = await tenant.events.take(101);
    const told = events.slice(1).map((event) => idOf({ body: objectOf(event['data'])['user'] }));
    expect(new Set(told).size).toBe(100);
    await tenant.expectNoEvents();
    // With the last one of expectNoEvents.
    const delivered = new Set((await receiver.accept(102)).map(({ id }) => id));
    expect(events.filter(({ id }) => !delivered.has(String(id)))).toEqual([]);

    const total = async (series: string, processes: readonly Process[]): Promise<number> => {
      const values = await Promise.all(processes.map((one) => readMetric(one, series)));
      return values.reduce((sum, value) => sum + value, 0);
    };
    expect(await total('dirsync_relay_events_total', workers)).toBe(102);
    expect(await total('dirsync_relay_events_total', apis)).toBe(0);
    const accepted = `dirsync_delivery_attempts_total{endpoint="${endpointId}",outcome="accepted"}`;
    expect(await total(accepted, workers)).toBeGreaterThanOrEqual(102);
    const created = 'dirsync_http_request_duration_seconds_count{operation="scimCreateUser",status="201"}';
    expect(await total(created, apis)).toBe(101);
    expect(await total(created, workers)).toBe(0);
    for (const worker of workers) await worker.stop();
  });

  it('of the role worker answer nothing but how they are', async () => {
    const worker = await start('worker');
    const [api] = apis;
    for (const path of ['/healthz', '/readyz', '/openapi.json', '/docs']) {
      expect((await fetch(`${worker.url}${path}`)).status, path).toBe(200);
    }
    expect(await readMetric(worker, 'process_start_time_seconds')).toBeGreaterThan(0);
    const tenant = await createTenant(api, { provider: 'okta', identityProvider: okta });
    const ofTenant = { authorization: `Bearer ${tenant.token}` };
    const ofProduct = { authorization: `Bearer ${worker.apiKey}` };
    const { pathname } = new URL(tenant.scimBaseUrl);
    const headersOf = { '/v1/directories': ofProduct, [`${pathname}/Users`]: ofTenant };
    for (const [path, headers] of Object.entries(headersOf)) {
      const [answered, refused] = await Promise.all(
        [api, worker].map(({ url }) => fetch(`${url}${path}`, { headers })),
      );
      expect([answered?.status, refused?.status], path).toEqual([200, 404]);
    }
    await worker.stop();
  });

  it('refuse a token and a key at once when another one has revoked them', async () => {
    const [api, otherApi] = apis;
    const tenant = await createTenant(api, { provider: 'okta', identityProvider: okta });
    const other = throughOther(tenant, otherApi);
    const key = await tenant.dirsync.apiKeys.create({ name: 'short-lived' });
    const withKey = { url: otherApi.url, apiKey: key.key };
    // Several times, so that whatever could be remembered of them is.
    for (let count = 0; count < 5; count += 1) {
      expect((await other.get('/Users')).status).toBe(200);
      expect(await createClient(withKey).directories.get(tenant.directoryId)).toMatchObject({ name: 'Acme' });
    }

    const { data: tokens } = await tenant.dirsync.directories.tokens.list({
      directoryId: tenant.directoryId,
    });
    expect(tokens).toHaveLength(1);
    for (const { id: tokenId } of tokens) {
      await tenant.dirsync.directories.tokens.revoke({ directoryId: tenant.directoryId, tokenId });
    }
    expect((await other.get('/Users')).status).toBe(401);
    expect((await other.post('/Users', { schemas: [userSchema], userName: 'late' })).status).toBe(401);

    await tenant.dirsync.apiKeys.revoke(key.id);
    const refused = createClient(withKey).directories.get(tenant.directoryId);
    await expect(refused).rejects.toMatchObject({ code: 'unauthorized', status: 401 });
    const { data: users } = await tenant.dirsync.users.list({ directoryId: tenant.directoryId });
    expect(users).toEqual([]);
  });

  it('refuse the token of a directory at once when another one has deleted it', async () => {
    const [api, otherApi] = apis;
    const tenant = await createTenant(api, { provider: 'okta', identityProvider: okta });
    const other = throughOther(tenant, otherApi);
    expect((await other.get('/Users')).status).toBe(200);
    await tenant.dirsync.directories.delete(tenant.directoryId);
    expect((await other.get('/Users')).status).toBe(401);
  });

  it('of the role api stop with exit code 0', async () => {
    for (const api of apis) await api.stop();
  });
});
