import { expect, it } from 'vitest';
import { createApiClient } from '../harness/api-client.ts';
import { describeEachBackend } from '../harness/each-backend.ts';
import { okta } from '../harness/identity-providers.ts';
import { objectOf } from '../harness/json.ts';
import { startReceiver } from '../harness/receiver.ts';
import { userSchema } from '../harness/scim-schemas.ts';
import { subscribe } from '../harness/subscribe.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

/** Goes on making users until it is told to stop; answers how many it made. */
function stream({ scim }: Tenant): { stop(): Promise<number> } {
  let isStopping = false;
  let made = 0;
  const running = (async () => {
    while (!isStopping) {
      const user = { schemas: [userSchema], userName: `user-${(made += 1)}` };
      expect((await scim.post('/Users', user)).status).toBe(201);
    }
  })();
  return {
    async stop() {
      isStopping = true;
      await running;
      return made;
    },
  };
}

/** The keys that the server publishes for an endpoint, as receivers are given them. */
async function publishedKeys(tenant: Tenant, endpointId: string): Promise<readonly string[]> {
  const answer = await tenant.api.send('GET', `/.well-known/jwks.json?endpointId=${endpointId}`);
  expect(answer.headers).toMatchObject({
    ...{ 'cache-control': 'public, max-age=300', 'content-type': 'application/jwk-set+json' },
  });
  const { keys } = objectOf(answer.body);
  return (keys as { x: string }[]).map(({ x }) => `whpk_${Buffer.from(x, 'base64url').toString('base64')}`);
}

describeEachBackend('The keys of an endpoint', (server) => {
  const connect = (): Promise<Tenant> => createTenant(server, { provider: 'okta', identityProvider: okta });

  it('are rotated in mid-stream, and no webhook fails verification', async () => {
    await using receiver = await startReceiver();
    const tenant = await connect();
    const { id } = await subscribe(tenant, receiver);
    const users = stream(tenant);
    for (let rotations = 0; rotations < 3; rotations += 1) {
      await receiver.receive(receiver.received.length + 5);
      const { secret } = await tenant.dirsync.webhookEndpoints.rotateSecret(id);
      // The receiver changes over later: until then it knows the old secret only.
      await receiver.receive(receiver.received.length + 5);
      receiver.secret = secret;
    }
    await receiver.receive(receiver.received.length + 5);
    // It rejects when one failed.
    const accepted = await receiver.accept(1 + (await users.stop()));
    expect(accepted.at(-1)?.versions).toEqual(['v1', 'v1']);
  });

  it('end at once when there is no overlap', async () => {
    await using receiver = await startReceiver();
    const tenant = await connect();
    const { id, secret: old } = await subscribe(tenant, receiver);
    const { secret } = await tenant.dirsync.webhookEndpoints.rotateSecret(id, { overlapSeconds: 0 });
    expect(secret).not.toBe(old);
    receiver.secret = secret;
    await tenant.scim.post('/Users', { schemas: [userSchema], userName: 'ada' });
    const [activated] = await receiver.accept(2);
    expect(activated?.versions).toEqual(['v1']);
  });

  it('change over from a shared secret to a public key in mid-stream', async () => {
    await using receiver = await startReceiver();
    const tenant = await connect();
    const { dirsync } = tenant;
    const { id, publicKey, signatures } = await subscribe(tenant, receiver);
    expect(signatures).toEqual(['v1']);
    const users = stream(tenant);
    await receiver.receive(5);
    await dirsync.webhookEndpoints.update(id, { signatures: ['v1', 'v1a'] });
    await expect.poll(() => receiver.received.at(-1)?.versions).toEqual(['v1', 'v1a']);
    expect(await publishedKeys(tenant, id)).toEqual([publicKey]);
    receiver.secret = publicKey;
    await receiver.receive(receiver.received.length + 5);
    await dirsync.webhookEndpoints.update(id, { signatures: ['v1a'] });
    const rotated = await dirsync.webhookEndpoints.rotateSecret(id);
    expect(await publishedKeys(tenant, id)).toEqual([rotated.publicKey, publicKey]);
    await expect.poll(() => receiver.received.at(-1)?.versions).toEqual(['v1a', 'v1a']);
    receiver.secret = rotated.publicKey;
    const accepted = await receiver.accept(1 + (await users.stop()));
    expect(accepted.at(-1)?.versions).toEqual(['v1a', 'v1a']);
  });

  it('are published for one endpoint at a time', async () => {
    const api = createApiClient(server);
    expect(await api.send('GET', '/.well-known/jwks.json')).toMatchObject({ status: 400 });
    const unknown = '/.well-known/jwks.json?endpointId=0198a7b4-83d6-7c20-9f1b-5e7a2d8c4096';
    expect(await api.send('GET', unknown)).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });
});
