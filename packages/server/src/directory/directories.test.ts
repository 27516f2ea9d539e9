import { randomUUID } from 'node:crypto';
import { v7 as uuidV7 } from 'uuid';
import { expect, test } from 'vitest';
import { createWake } from '../relay/wake.ts';
import type { Statement } from '../store/database.ts';
import { getDirectory, listDirectories, updateDirectory } from '../store/directories.ts';
import type { DirectoryRow } from '../store/directories.ts';
import {
  authenticateDirectory,
  insertDirectoryToken,
  listDirectoryTokens,
  revokeDirectoryToken,
} from '../store/directory-tokens.ts';
import type { AuthenticatedDirectory } from '../store/directory-tokens.ts';
import { onEachDatabase } from '../store/testing/databases.ts';
import { inboxOf } from '../store/testing/seed-resources.ts';
import { seedEnvironment } from '../store/testing/seed.ts';
import { createDirectory, deleteDirectory, recordRequest } from './directories.ts';
import type { DirectoriesContext } from './directories.ts';
import { toDirectory } from './directory-view.ts';
import { createDirectoryToken, hashSecret } from './secrets.ts';

const safeguard = { enabled: true, users: 50, percent: 20, windowMinutes: 60 };
const publicUrl = 'https://scim.example';
const unknown = [uuidV7(), 'no-uuid', ''];
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

const setLastRequest: Statement = {
  name: 'testing.set-last-request',
  text: `update directories set last_request_at = clock_timestamp() - $2::float8 * interval '1 second' where id = $1`,
};

const idsOf = (rows: readonly DirectoryRow[]): string[] => rows.map(({ id }) => id);

onEachDatabase((tested) => {
  async function makeContext(): Promise<DirectoriesContext & { readonly environmentId: string }> {
    const { database } = tested;
    const environmentId = await seedEnvironment(database);
    return { database, environmentId, publicUrl, wake: await createWake(database) };
  }

  async function makeToken(
    directory: DirectoryRow,
    expiresAt?: string,
  ): Promise<{ readonly id: string; readonly hash: Buffer }> {
    const hash = hashSecret(createDirectoryToken());
    const { id: directoryId, environmentId } = directory;
    const token = { environmentId, directoryId, id: uuidV7(), hash, expiresAt };
    const row = await insertDirectoryToken(tested.database, token);
    return { id: row?.id ?? '', hash };
  }

  async function authenticated(directory: DirectoryRow): Promise<AuthenticatedDirectory> {
    const { hash } = await makeToken(directory);
    const found = await authenticateDirectory(tested.database, directory.id, hash);
    if (found === undefined) throw new Error('Expected the token to be live.');
    return found;
  }

  test('a new directory is pending, generic and compat unless told otherwise', async () => {
    const { database, environmentId } = await makeContext();
    const row = await createDirectory(database, environmentId, { name: 'Acme' });
    expect(toDirectory(row, publicUrl)).toEqual({
      id: row.id,
      name: 'Acme',
      organizationId: null,
      provider: 'generic',
      state: 'pending',
      scim: { baseUrl: `https://scim.example/scim/v2/${row.id}` },
      settings: { mode: 'compat', safeguard },
      metadata: {},
      createdAt: time,
      updatedAt: row.createdAt,
      lastRequestAt: null,
    });
    const input = {
      name: 'B',
      provider: 'okta',
      organizationId: 'org_42',
      metadata: { tier: 'gold' },
    } as const;
    const other = await createDirectory(database, environmentId, { ...input, settings: { mode: 'strict' } });
    expect(other).toMatchObject({ ...input, settings: { mode: 'strict' } });
  });

  test('lists the directories of an environment by page, and those of one organization', async () => {
    const { database, environmentId } = await makeContext();
    const ids: string[] = [];
    for (const organizationId of ['org_1', 'org_2', 'org_1', null]) {
      ids.push((await createDirectory(database, environmentId, { name: 'Acme', organizationId })).id);
    }
    const list = async (page: { organizationId?: string; after?: string | undefined; limit: number }) =>
      idsOf(await listDirectories(database, environmentId, page));
    expect(await list({ limit: 10 })).toEqual(ids);
    expect(await list({ limit: 2, after: ids[0] })).toEqual([ids[1], ids[2]]);
    expect(await list({ limit: 10, organizationId: 'org_1' })).toEqual([ids[0], ids[2]]);
    expect(await list({ limit: 1, organizationId: 'org_1', after: ids[0] })).toEqual([ids[2]]);
    expect(await list({ limit: 10, after: 'no-uuid' })).toEqual([]);
    expect(await listDirectories(database, await seedEnvironment(database), { limit: 10 })).toEqual([]);
  });

  test('an update keeps what it does not name, merges settings and moves updatedAt only for a difference', async () => {
    const { database, environmentId } = await makeContext();
    const input = { name: 'Acme', organizationId: 'org_42', metadata: { tier: 'gold' } };
    const before = await createDirectory(database, environmentId, input);
    const update = (change: Parameters<typeof updateDirectory>[3]): Promise<DirectoryRow | undefined> =>
      updateDirectory(database, environmentId, before.id, change);
    expect(await update({})).toEqual(before);
    expect(await update({ name: 'Acme', settings: { mode: 'compat' }, metadata: { tier: 'gold' } })).toEqual(
      before,
    );
    const after = await update({ settings: { mode: 'strict' }, organizationId: null, metadata: { a: 'b' } });
    const changed = { settings: { mode: 'strict', safeguard }, organizationId: null, metadata: { a: 'b' } };
    expect(after).toEqual({ ...before, ...changed, updatedAt: time });
    expect(Date.parse(after?.updatedAt ?? '')).toBeGreaterThan(Date.parse(before.updatedAt) - 1);
    expect(await update({ name: 'New', provider: 'entra' })).toMatchObject({
      name: 'New',
      provider: 'entra',
    });
    expect((await update({ settings: { safeguard: { users: 5 } } }))?.settings).toEqual({
      mode: 'strict',
      safeguard: { ...safeguard, users: 5 },
    });
  });

  test('finds nothing by unknown ids, malformed ids and from another environment', async () => {
    const context = await makeContext();
    const { database, environmentId } = context;
    const { id } = await createDirectory(database, environmentId, { name: 'Acme' });
    const stranger = await seedEnvironment(database);
    for (const [environment, directory] of [
      ...unknown.map((u) => [environmentId, u]),
      [stranger, id],
    ] as const) {
      if (environment === undefined || directory === undefined) throw new Error('Expected a pair.');
      expect(await getDirectory(database, environment, directory)).toBeUndefined();
      expect(await updateDirectory(database, environment, directory, { name: 'X' })).toBeUndefined();
      expect(await deleteDirectory(context, environment, directory)).toBe(false);
      const token = { id: uuidV7(), hash: hashSecret(randomUUID()) };
      const place = { environmentId: environment, directoryId: directory };
      expect(await insertDirectoryToken(database, { ...place, ...token })).toBeUndefined();
      expect(await listDirectoryTokens(database, environment, directory, { limit: 10 })).toBeUndefined();
    }
  });

  test('a token opens its own directory until it expires or is revoked', async () => {
    const { database, environmentId } = await makeContext();
    const directory = await createDirectory(database, environmentId, { name: 'Acme' });
    const other = await createDirectory(database, environmentId, { name: 'Other' });
    const live = await makeToken(directory, new Date(Date.now() + 3_600_000).toISOString());
    const expired = await makeToken(directory, new Date(Date.now() - 3_600_000).toISOString());
    const { id } = directory;
    expect(await authenticateDirectory(database, id, live.hash)).toEqual({ ...directory, isTouchDue: true });
    expect(await authenticateDirectory(database, id.toUpperCase(), live.hash)).toMatchObject({ id });
    expect(await authenticateDirectory(database, other.id, live.hash)).toBeUndefined();
    expect(await authenticateDirectory(database, id, expired.hash)).toBeUndefined();
    for (const wrong of unknown) {
      expect(await authenticateDirectory(database, wrong, live.hash)).toBeUndefined();
    }
    expect(await revokeDirectoryToken(database, environmentId, id, live.id)).toBe(true);
    expect(await authenticateDirectory(database, id, live.hash)).toBeUndefined();
  });

  test('lists tokens with their times; revoking twice keeps the first time', async () => {
    const { database, environmentId } = await makeContext();
    const { id: directoryId, ...directory } = await createDirectory(database, environmentId, {
      name: 'Acme',
    });
    const list = (page: { after?: string; limit: number }) =>
      listDirectoryTokens(database, environmentId, directoryId, page);
    expect(await list({ limit: 10 })).toEqual([]);
    const first = await makeToken({ id: directoryId, ...directory });
    const second = await makeToken({ id: directoryId, ...directory }, '2100-01-01T00:00:00.000Z');
    const revoke = (environment: string, id: string) =>
      revokeDirectoryToken(database, environment, directoryId, id);
    expect(await revoke(environmentId, first.id)).toBe(true);
    const [revoked] = (await list({ limit: 1 })) ?? [];
    expect(revoked).toEqual({ id: first.id, name: null, createdAt: time, expiresAt: null, revokedAt: time });
    expect(await revoke(environmentId, first.id)).toBe(true);
    expect(await list({ limit: 1 })).toEqual([revoked]);
    expect(await list({ limit: 10, after: first.id })).toEqual([
      { id: second.id, name: null, createdAt: time, expiresAt: '2100-01-01T00:00:00.000Z', revokedAt: null },
    ]);
    expect(await revoke(await seedEnvironment(database), second.id)).toBe(false);
    for (const id of unknown) expect(await revoke(environmentId, id)).toBe(false);
  });

  test('eight first requests at once activate a directory once, with one event', async () => {
    const context = await makeContext();
    const { database, environmentId } = context;
    const pending = await authenticated(await createDirectory(database, environmentId, { name: 'Acme' }));
    let wakes = 0;
    context.wake.subscribe('dirsync_inbox', () => (wakes += 1));
    await Promise.all(Array.from({ length: 8 }, () => recordRequest(context, pending)));
    const active = await getDirectory(database, environmentId, pending.id);
    expect(active).toMatchObject({ state: 'active', updatedAt: time, lastRequestAt: active?.updatedAt });
    const events = await inboxOf(database, pending.id);
    expect(events.map(({ type, data }) => [type, JSON.parse(data)])).toEqual([
      ['directory.activated', { directory: active && toDirectory(active, publicUrl) }],
    ]);
    expect(wakes).toBeGreaterThan(0);
  });

  test('later requests move lastRequestAt, at most once a minute, and make no event', async () => {
    const context = await makeContext();
    const { database, environmentId } = context;
    const directory = await createDirectory(database, environmentId, { name: 'Acme' });
    await recordRequest(context, await authenticated(directory));
    const recent = await authenticated(directory);
    expect(recent.isTouchDue).toBe(false);
    await recordRequest(context, recent);
    expect(await getDirectory(database, environmentId, directory.id)).toMatchObject({
      lastRequestAt: recent.lastRequestAt,
    });
    await database.query(setLastRequest, [directory.id, 61]);
    const due = await authenticated(directory);
    expect(due.isTouchDue).toBe(true);
    await recordRequest(context, due);
    expect((await authenticated(directory)).isTouchDue).toBe(false);
    expect(await inboxOf(database, directory.id)).toHaveLength(1);
  });

  test('deleting a directory hides it, ends its tokens and makes directory.deleted once', async () => {
    const context = await makeContext();
    const { database, environmentId } = context;
    const directory = await createDirectory(database, environmentId, { name: 'Acme' });
    const { hash } = await makeToken(directory);
    const results = await Promise.all(
      [1, 2, 3].map(() => deleteDirectory(context, environmentId, directory.id)),
    );
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await getDirectory(database, environmentId, directory.id)).toBeUndefined();
    expect(await listDirectories(database, environmentId, { limit: 10 })).toEqual([]);
    expect(await authenticateDirectory(database, directory.id, hash)).toBeUndefined();
    const events = await inboxOf(database, directory.id);
    expect(events.map(({ type, data }) => [type, JSON.parse(data)])).toEqual([
      ['directory.deleted', { directory: toDirectory(directory, publicUrl) }],
    ]);
  });
});
