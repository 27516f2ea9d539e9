import { v7 as uuidV7 } from 'uuid';
import { expect, it } from 'vitest';
import type { Database, Statement } from './database.ts';
import { onEachDatabase } from './testing/databases.ts';
import { seedDirectory, seedEndpoint, seedEnvironment } from './testing/seed.ts';
import {
  deleteWebhookEndpoint,
  findUnknownDirectories,
  getWebhookEndpoint,
  listWebhookEndpoints,
  rotateWebhookEndpointSecret,
  updateWebhookEndpoint,
} from './webhook-endpoints.ts';

const readSecrets: Statement = {
  name: 'testing.secrets',
  text: `select secret_encrypted as current, previous_secret_encrypted as previous,
    extract(epoch from previous_secret_expires_at - clock_timestamp())::float8 as "expiresIn"
  from webhook_endpoints where id = $1`,
};

function secretsOf(database: Database, id: string) {
  return database.query<{ current: Uint8Array; previous: Uint8Array | null; expiresIn: number | null }>(
    readSecrets,
    [id],
  );
}

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
      ...{ eventTypes: null, directoryIds: null, state: 'enabled' },
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
        state: 'disabled',
      },
    });
    expect(widened).toMatchObject({
      ...{
        url: 'https://other.example/',
        description: null,
        eventTypes: null,
        directoryIds: null,
        state: 'disabled',
      },
    });
  });

  it('keeps the secret before the last one for the overlap', async () => {
    const { database } = test;
    const environmentId = await seedEnvironment(database);
    const { id } = await seedEndpoint(database, { environmentId, secretEncrypted: Buffer.of(1) });
    const rotated = await rotateWebhookEndpointSecret(database, environmentId, id, Buffer.of(2), 3600);
    expect(rotated?.previousSecretExpiresAt).toMatch(/Z$/);
    const [secrets] = await secretsOf(database, id);
    expect(secrets).toMatchObject({ current: Buffer.of(2), previous: Buffer.of(1) });
    expect(Math.round((secrets?.expiresIn ?? 0) / 60)).toBe(60);
  });

  it('neither shows nor touches an endpoint of another environment', async () => {
    const { database } = test;
    const { id, ...endpoint } = await seedEndpoint(database, {
      environmentId: await seedEnvironment(database),
    });
    const elsewhere = await seedEnvironment(database);
    expect(await getWebhookEndpoint(database, elsewhere, id)).toBeUndefined();
    expect(await updateWebhookEndpoint(database, elsewhere, id, { description: 'mine' })).toBeUndefined();
    expect(await rotateWebhookEndpointSecret(database, elsewhere, id, Buffer.of(2), 1)).toBeUndefined();
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
    expect(await rotateWebhookEndpointSecret(database, environmentId, 'x', Buffer.of(2), 1)).toBeUndefined();
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
