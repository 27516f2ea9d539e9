import { expect, it } from 'vitest';
import { createClient } from '../harness/client.ts';
import { describeEachInstallation } from '../harness/each-installation.ts';
import { createEventReader } from '../harness/events.ts';
import { okta } from '../harness/identity-providers.ts';
import type { Installation, ServerAddress } from '../harness/installation.ts';
import { idOf, objectOf } from '../harness/json.ts';
import { createScimClient } from '../harness/scim-client.ts';
import type { ScimClient } from '../harness/scim-client.ts';
import { userSchema } from '../harness/scim-schemas.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

/** The ids of users whose creation was acknowledged before the server ended. */
async function createUntilTheEnd({ scim }: Tenant, end: () => Promise<void>): Promise<readonly string[]> {
  const acknowledged: string[] = [];
  let ended: Promise<void> | undefined;
  let next = 0;
  const worker = async (): Promise<void> => {
    for (;;) {
      const userName = `user-${(next += 1)}`;
      let answer;
      try {
        answer = await scim.post('/Users', { schemas: [userSchema], userName });
      } catch {
        // The server went away; this user may be there or not.
        return;
      }
      if (answer.status !== 201) {
        expect(answer.status).toBe(503);
        return;
      }
      acknowledged.push(idOf(answer));
      if (acknowledged.length === 100) ended = end();
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  await ended;
  return acknowledged;
}

/** The tenant on a server that was started again. */
function moveTo(tenant: Tenant, server: ServerAddress): ScimClient {
  const baseUrl = `${server.url}${new URL(tenant.scimBaseUrl).pathname}`;
  return createScimClient({ baseUrl, token: tenant.token, identityProvider: okta });
}

/** Every acknowledged user is there, and the log has the event of each user who is there. */
async function expectNothingLost(
  tenant: Tenant,
  server: ServerAddress,
  acknowledged: readonly string[],
): Promise<void> {
  const scim = moveTo(tenant, server);
  const there = new Set<string>();
  for (;;) {
    const { body } = await scim.get(`/Users?startIndex=${there.size + 1}&count=200`);
    const { Resources: resources } = objectOf(body);
    if (!Array.isArray(resources) || resources.length === 0) break;
    for (const resource of resources) there.add(idOf({ body: resource }));
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(100);
  expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);

  const last = idOf(await scim.post('/Users', { schemas: [userSchema], userName: 'the-last' }));
  const events = createEventReader(createClient(server), tenant.directoryId);
  // 1 is directory.activated; the reader checks that no number is missing.
  const [, ...created] = await events.take(there.size + 2);
  const told = created.map(({ data }) => objectOf(objectOf(data)['user'])['id']);
  expect(new Set(told)).toEqual(new Set([...there, last]));
}

async function withServer(
  installation: Installation,
  run: (server: ServerProcess & ServerAddress) => Promise<void>,
): Promise<void> {
  const server = await installation.start();
  try {
    await run(server);
  } finally {
    await server.kill();
  }
}

/** Each test starts two processes, which takes long on a busy machine. */
const timeout = 120_000;

describeEachInstallation('A server', (installation) => {
  it(
    'stops on SIGTERM with exit code 0, in the midst of requests, and loses nothing',
    { timeout },
    async () => {
      const server = await installation().start();
      const tenant = await createTenant(server, { provider: 'okta', identityProvider: okta });
      // A reader who waits for what does not come must not hold up the end, and is answered.
      const reader = tenant.api.send('GET', '/v1/events?types=directory.deleted&waitSeconds=60');
      const acknowledged = await createUntilTheEnd(tenant, () => server.stop());
      expect(await reader).toMatchObject({ status: 200, body: { data: [] } });
      await withServer(installation(), (again) => expectNothingLost(tenant, again, acknowledged));
    },
  );

  it('loses nothing that it acknowledged before a kill -9', { timeout }, async () => {
    const server = await installation().start();
    const tenant = await createTenant(server, { provider: 'okta', identityProvider: okta });
    const acknowledged = await createUntilTheEnd(tenant, () => server.kill());
    await withServer(installation(), (again) => expectNothingLost(tenant, again, acknowledged));
  });
});
