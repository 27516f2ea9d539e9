import { randomUUID } from 'node:crypto';
import { v7 as uuidV7 } from 'uuid';
import { expect, test } from 'vitest';
import { authenticateApiKey, ensureApiKey, insertApiKey, listApiKeys, revokeApiKey } from './api-keys.ts';
import { findEnvironment, insertEnvironment } from './environments.ts';
import type { CreatedEnvironment } from './environments.ts';
import { onEachDatabase } from './testing/databases.ts';
import { seedEnvironment } from './testing/seed.ts';

const randomHash = (): Buffer => Buffer.from(randomUUID());
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

onEachDatabase((tested) => {
  function insert(name: string, hash = randomHash()): Promise<CreatedEnvironment | 'conflict'> {
    const apiKey = { id: uuidV7(), name: 'first', hash };
    return insertEnvironment(tested.database, { id: uuidV7(), name, apiKey });
  }

  test('makes an environment together with its first key', async () => {
    const hash = randomHash();
    const created = await insert('live', hash);
    if (created === 'conflict') throw new Error('Expected a new environment.');
    const { environment, apiKey } = created;
    expect(environment).toEqual({ id: expect.any(String), name: 'live', createdAt: time });
    expect(apiKey).toEqual({ id: expect.any(String), name: 'first', createdAt: time, revokedAt: null });
    expect(await findEnvironment(tested.database, 'live')).toEqual(environment);
    const authenticated = await authenticateApiKey(tested.database, hash);
    expect(authenticated).toEqual({ environmentId: environment.id, apiKeyId: apiKey.id });
  });

  test('of eight environments of one name made at once, one is made, with one key', async () => {
    const hashes = Array.from({ length: 8 }, randomHash);
    const results = await Promise.all(hashes.map((hash) => insert('test', hash)));
    expect(results.filter((result) => result === 'conflict')).toHaveLength(7);
    const found = await Promise.all(hashes.map((hash) => authenticateApiKey(tested.database, hash)));
    expect(found.filter((key) => key !== undefined)).toHaveLength(1);
    expect(await findEnvironment(tested.database, 'Test')).toBeUndefined();
  });

  test('lists the keys of an environment by page', async () => {
    const { database } = tested;
    const environmentId = await seedEnvironment(database);
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c']) {
      const key = await insertApiKey(database, { id: uuidV7(), environmentId, name, hash: randomHash() });
      expect(key).toEqual({ id: key.id, name, createdAt: time, revokedAt: null });
      ids.push(key.id);
    }
    const list = async (page: { after?: string | undefined; limit: number }): Promise<string[]> =>
      (await listApiKeys(database, environmentId, page)).map(({ id }) => id);
    expect(await list({ limit: 10 })).toEqual(ids);
    expect(await list({ limit: 1, after: ids[0] })).toEqual([ids[1]]);
    expect(await list({ limit: 10, after: 'no-uuid' })).toEqual([]);
  });

  test('a revoked key opens nothing, keeps its first time, and is revoked from its own environment only', async () => {
    const { database } = tested;
    const environmentId = await seedEnvironment(database);
    const hash = randomHash();
    const { id } = await insertApiKey(database, { id: uuidV7(), environmentId, name: 'a', hash });
    expect(await revokeApiKey(database, await seedEnvironment(database), id)).toBe(false);
    for (const wrong of [uuidV7(), 'no-uuid', '']) {
      expect(await revokeApiKey(database, environmentId, wrong)).toBe(false);
    }
    expect(await authenticateApiKey(database, hash)).toBeDefined();
    expect(await revokeApiKey(database, environmentId, id)).toBe(true);
    const [revoked] = await listApiKeys(database, environmentId, { limit: 1 });
    expect(revoked?.revokedAt).toEqual(time);
    expect(await revokeApiKey(database, environmentId, id)).toBe(true);
    expect(await listApiKeys(database, environmentId, { limit: 1 })).toEqual([revoked]);
    expect(await authenticateApiKey(database, hash)).toBeUndefined();
  });

  test('a chosen key is added once, and stays revoked', async () => {
    const { database } = tested;
    const environmentId = await seedEnvironment(database);
    const hash = randomHash();
    const ensure = (): Promise<void> =>
      ensureApiKey(database, { id: uuidV7(), environmentId, name: 'chosen', hash });
    await ensure();
    await ensure();
    const keys = await listApiKeys(database, environmentId, { limit: 10 });
    expect(keys.map(({ name }) => name)).toEqual(['chosen']);
    await revokeApiKey(database, environmentId, keys[0]?.id ?? '');
    await ensure();
    expect(await authenticateApiKey(database, hash)).toBeUndefined();
  });
});
