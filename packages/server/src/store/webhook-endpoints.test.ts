import { v7 as uuidV7 } from 'uuid';
import { expect, it } from 'vitest';
import type { Database, Statement } from './database.ts';
import { onEachDatabase } from './testing/databases.ts';
import { seedDirectory, seedEndpoint, seedEnvironment } from './testing/seed.ts';
import {
  deleteWebhookEndpoint,
  findUnknownDirectories,
  getPublicKeys,
  getWebhookEndpoint,
  listWebhookEndpoints,
  rotateWebhookEndpointKeys,
  updateWebhookEndpoint,
} from './webhook-endpoints.ts';

const readKeys: Statement = {
  name: 'testing.keys',
  text: `select secret_encrypted as secret, private_key_encrypted as "privateKey",
    previous_secret_encrypted as "previousSecret", previous_private_key_encrypted as "previousPrivateKey",
    extract(epoch from previous_secret_expires_at - clock_timestamp())::float8 as "expiresIn"
  from webhook_endpoints where id = $1`,
};

function keysOf(database: Database, id: string) {
  return database.query<{ readonly expiresIn: number | null }>(readKeys, [id]);
}

const keys = (n: number) => ({
  ...{ secretEncrypted: Buffer.of(n), publicKey: `whpk_${n}`, privateKeyEncrypted: Buffer.of(10 + n) },
});
const overlap = (overlapSeconds: number) => ({ overlapSeconds, now: undefined });

onEachDatabase((test) => {
  it('makes endpoints that are enabled and take everything', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const endpoint = await seedEndpoint(database, { environmentId });
    expect(endpoint).toEqual({
      ...{
        id: expect.any(String),
        environmentId,
        url: 'https://receiver.example/webhooks',
        description: null,
      },
      ...{ eventTypes: null, directoryIds: null, signatures: ['v1'], publicKey: 'whpk_1', state: 'enabled' },
      ...{ disabledReason: null, disabledAt: null, failingSince: null, nextProbeAt: null },
      ...{ feedPosition: null, undeliveredPosition: null, replayAfter: null, replayUntil: null },
      ...{ replayStartedAt: null, replayFinishedAt: null, replayDeliveries: null },
      ...{ createdAt: expect.stringMatching(/\.\d{3}Z$/), updatedAt: endpoint.createdAt },
    });
    expect(await getWebhookEndpoint(database, environmentId, endpoint.id)).toEqual(endpoint);
  });

  it('lists the endpoints of an environment page by page', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) ids.push((await seedEndpoint(database, { environmentId })).id);
    await seedEndpoint(database, { environmentId: await seedEnvironment(database) });
    const first = await listWebhookEndpoints(database, environmentId, { limit: 2 });
    const second = await listWebhookEndpoints(database, environmentId, { after: ids[1], limit: 2 });
    expect([first, second].map((page) => page.map(({ id }) => id))).toEqual([ids.slice(0, 2), ids.slice(2)]);
  });

  it('changes what is given, clears what is null and keeps the rest', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const directoryIds = [await seedDirectory(database, environmentId)];
    const { id } = await seedEndpoint(database, {
      ...{ environmentId, description: 'first', eventTypes: ['user.created'], directoryIds },
    });
    const renamed = await updateWebhookEndpoint(database, environmentId, id, { description: 'second' });
    expect(renamed).toMatchObject({ description: 'second', eventTypes: ['user.created'], directoryIds });
    const widened = await updateWebhookEndpoint(database, environmentId, id, {
      ...{
        url: 'https://other.example/',
        description: null,
        eventTypes: null,
        directoryIds: null,
        signatures: ['v1', 'v1a'],
      },
    });
    expect(widened).toMatchObject({
      ...{
        url: 'https://other.example/',
        description: null,
        eventTypes: null,
        directoryIds: null,
        signatures: ['v1', 'v1a'],
      },
    });
  });

  it('keeps the keys before the last ones for the overlap', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const { id } = await seedEndpoint(database, { environmentId, ...keys(1) });
    const rotated = await rotateWebhookEndpointKeys(database, environmentId, id, keys(2), overlap(3600));
    expect(rotated?.previousSecretExpiresAt).toMatch(/Z$/);
    const [stored] = await keysOf(database, id);
    expect(stored).toMatchObject({
      ...{ secret: Buffer.of(2), privateKey: Buffer.of(12) },
      ...{ previousSecret: Buffer.of(1), previousPrivateKey: Buffer.of(11) },
    });
    expect(Math.round((stored?.expiresIn ?? 0) / 60)).toBe(60);
    expect(await getPublicKeys(database, id, undefined)).toEqual(['whpk_2', 'whpk_1']);
    expect(await getPublicKeys(database, id, new Date(Date.now() + 3_700_000))).toEqual(['whpk_2']);
    expect(await getPublicKeys(database, uuidV7(), undefined)).toBeUndefined();
  });

  it('neither shows nor touches an endpoint of another environment', async () => {
    const { database } = test;
    const { id, ...endpoint } = await seedEndpoint(database, {
      environmentId: await seedEnvironment(database),
    });
    const elsewhere = await seedEnvironment(database);
    expect(await getWebhookEndpoint(database, elsewhere, id)).toBeUndefined();
    expect(await updateWebhookEndpoint(database, elsewhere, id, { description: 'mine' })).toBeUndefined();
    expect(await rotateWebhookEndpointKeys(database, elsewhere, id, keys(2), overlap(1))).toBeUndefined();
    expect(await deleteWebhookEndpoint(database, elsewhere, id)).toBe(false);
    expect(await getWebhookEndpoint(database, endpoint.environmentId, id)).toEqual({ id, ...endpoint });
  });

  it('deletes an endpoint', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const { id } = await seedEndpoint(database, { environmentId });
    expect(await deleteWebhookEndpoint(database, environmentId, id)).toBe(true);
    expect(await deleteWebhookEndpoint(database, environmentId, id)).toBe(false);
    expect(await getWebhookEndpoint(database, environmentId, id)).toBeUndefined();
  });

  it('finds nothing by an id that is none', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    expect(await getWebhookEndpoint(database, environmentId, 'x')).toBeUndefined();
    expect(await updateWebhookEndpoint(database, environmentId, 'x', {})).toBeUndefined();
    expect(
      await rotateWebhookEndpointKeys(database, environmentId, 'x', keys(2), overlap(1)),
    ).toBeUndefined();
    expect(await deleteWebhookEndpoint(database, environmentId, 'x')).toBe(false);
    expect(await listWebhookEndpoints(database, environmentId, { after: 'x', limit: 1 })).toEqual([]);
  });

  it('names the directories that the environment does not have', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const own = await seedDirectory(database, environmentId);
    const foreign = await seedDirectory(database, await seedEnvironment(database));
    const none = uuidV7();
    const ids = [own, own.toUpperCase(), foreign, none, 'x'];
    expect(await findUnknownDirectories(database, environmentId, ids)).toEqual([foreign, none, 'x']);
  });
});
