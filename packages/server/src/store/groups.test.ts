import { v7 as uuidV7 } from 'uuid';
import { expect, it } from 'vitest';
import type { Database, Statement } from './database.ts';
import { deleteGroup } from './group-deletion.ts';
import { findGroup, insertGroup, updateGroup } from './groups.ts';
import { listMembers } from './members.ts';
import { onEachDatabase } from './testing/databases.ts';
import { groupDocument, inboxOf, userDocument } from './testing/seed-resources.ts';
import { seedDirectory as seedDirectoryIn, seedEnvironment } from './testing/seed.ts';
import { deleteUser } from './user-deletion.ts';
import { insertUser } from './user-insertion.ts';

async function seedUsers(database: Database, directoryId: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuidV7());
  for (const id of ids) await insertUser(database, directoryId, id, userDocument(id), []);
  return ids.toSorted();
}

async function memberIds(database: Database, directoryId: string, groupId: string): Promise<string[]> {
  return (await listMembers(database, directoryId, groupId)).map(({ id }) => id);
}

const change = (add: readonly string[], remove: readonly string[] = []) => ({
  isReplacement: false,
  add,
  remove,
});

const readMembers: Statement = {
  name: 'testing.read-members',
  text: `select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::integer as read
    from pg_stat_xact_user_tables where relname = 'group_members'`,
};

onEachDatabase((test) => {
  const database = (): Database => test.database;
  const seedDirectory = async (): Promise<string> =>
    seedDirectoryIn(test.database, await seedEnvironment(test.database));

  it('creates a group with its members and one event each, the group first', async () => {
    const directoryId = await seedDirectory();
    const [ada = '', bob = ''] = await seedUsers(database(), directoryId, 2);
    const id = uuidV7();
    const events = [{ type: 'group.created', data: { group: {} } }];
    const outcome = await insertGroup(database(), directoryId, id, groupDocument('Team'), [ada, bob], events);
    expect(outcome).toMatchObject({ hasChanged: true, stamp: { version: 1 } });
    const inbox = await inboxOf(database(), directoryId);
    expect(inbox.map(({ type }) => type)).toEqual(['group.created', 'group.user_added', 'group.user_added']);
    expect(inbox[0]).toMatchObject({ version: 1, memberCount: 2 });
    expect(JSON.parse(inbox[1]?.data ?? '')).toEqual({
      group: { id, externalId: null, displayName: 'Team' },
      user: { id: ada, externalId: null, userName: ada, email: `${ada}@example.com` },
    });
  });

  it('reads only the members that a change names, however many there are', async () => {
    const directoryId = await seedDirectory();
    const [ada = '', ...others] = await seedUsers(database(), directoryId, 1000);
    const id = uuidV7();
    await insertGroup(database(), directoryId, id, groupDocument('Everybody'), others, []);
    const read = await database().transaction(async (tx) => {
      // Often enough for the plan that does not look at the values.
      for (let n = 0; n < 20; n += 1) {
        const members = n % 2 === 0 ? change([ada]) : change([], [ada]);
        expect(await updateGroup(tx, directoryId, id, undefined, undefined, members)).toMatchObject({
          hasChanged: true,
        });
      }
      return tx.query<{ read: number }>(readMembers);
    });
    expect(read[0]?.read).toBeLessThan(100);
  });

  it('names the members that are not there and writes nothing', async () => {
    const directoryId = await seedDirectory();
    const other = await seedDirectory();
    const [stranger = ''] = await seedUsers(database(), other, 1);
    const [ada = ''] = await seedUsers(database(), directoryId, 1);
    const id = uuidV7();
    expect(await insertGroup(database(), directoryId, id, groupDocument('T'), [ada, stranger], [])).toEqual({
      missing: [stranger],
    });
    expect(await findGroup(database(), directoryId, id)).toBeUndefined();
    await insertGroup(database(), directoryId, id, groupDocument('T'), [], []);
    expect(
      await updateGroup(database(), directoryId, id, undefined, undefined, change([ada, 'nobody'])),
    ).toEqual({
      missing: ['nobody'],
    });
    expect(await memberIds(database(), directoryId, id)).toEqual([]);
    expect(await inboxOf(database(), directoryId)).toEqual([]);
  });

  it('makes no event and no version when nothing changes', async () => {
    const directoryId = await seedDirectory();
    const [ada = '', bob = ''] = await seedUsers(database(), directoryId, 2);
    const id = uuidV7();
    await insertGroup(database(), directoryId, id, groupDocument('Team'), [ada], []);
    const outcome = await updateGroup(
      database(),
      directoryId,
      id,
      undefined,
      undefined,
      change([ada], [bob]),
    );
    expect(outcome).toMatchObject({ hasChanged: false, stamp: { version: 1 } });
    expect(await inboxOf(database(), directoryId)).toHaveLength(1);
  });

  it('replaces the members by exactly the list', async () => {
    const directoryId = await seedDirectory();
    const [ada = '', bob = '', cid = ''] = await seedUsers(database(), directoryId, 3);
    const id = uuidV7();
    await insertGroup(database(), directoryId, id, groupDocument('Team'), [ada, bob], []);
    await updateGroup(database(), directoryId, id, undefined, undefined, {
      isReplacement: true,
      add: [bob, cid],
      remove: [],
    });
    expect(await memberIds(database(), directoryId, id)).toEqual([bob, cid]);
    const types = (await inboxOf(database(), directoryId)).map(({ type }) => type);
    expect(types.slice(2)).toEqual(['group.user_removed', 'group.user_added']);
    expect(await findGroup(database(), directoryId, id)).toMatchObject({ memberCount: 2, version: 2 });
  });

  it('writes attributes over the expected version only', async () => {
    const directoryId = await seedDirectory();
    const id = uuidV7();
    await insertGroup(database(), directoryId, id, groupDocument('Team'), [], []);
    const rename = { document: groupDocument('Crew'), events: [{ type: 'group.updated', data: {} }] };
    expect(await updateGroup(database(), directoryId, id, 7, rename)).toBe('stale');
    expect(await updateGroup(database(), directoryId, id, 1, rename)).toMatchObject({
      hasChanged: true,
      stamp: { version: 2 },
    });
    expect(await updateGroup(database(), directoryId, uuidV7(), 1, rename)).toBe('absent');
  });

  it('changes members over the expected version only, when there is one', async () => {
    const directoryId = await seedDirectory();
    const [ada = ''] = await seedUsers(database(), directoryId, 1);
    const id = uuidV7();
    await insertGroup(database(), directoryId, id, groupDocument('Team'), [], []);
    expect(await updateGroup(database(), directoryId, id, 2, undefined, change([ada]))).toBe('stale');
    expect(await memberIds(database(), directoryId, id)).toEqual([]);
    expect(await updateGroup(database(), directoryId, id, 1, undefined, change([ada]))).toMatchObject({
      hasChanged: true,
    });
  });

  it('refuses a second group of the same name, in any case', async () => {
    const directoryId = await seedDirectory();
    const id = uuidV7();
    await insertGroup(database(), directoryId, id, groupDocument('Team'), [], []);
    expect(await insertGroup(database(), directoryId, uuidV7(), groupDocument('TEAM'), [], [])).toBe(
      'conflict',
    );
    await insertGroup(database(), directoryId, uuidV7(), groupDocument('Crew'), [], []);
    const rename = { document: groupDocument('crew'), events: [] };
    expect(await updateGroup(database(), directoryId, id, 1, rename)).toBe('conflict');
  });

  it('keeps every member of many concurrent changes, and makes one event for each', async () => {
    const directoryId = await seedDirectory();
    const ids = await seedUsers(database(), directoryId, 24);
    const leaving = ids.slice(0, 8);
    const id = uuidV7();
    await insertGroup(database(), directoryId, id, groupDocument('Team'), leaving, []);
    const apply = async (add: string[], remove: string[]): Promise<void> => {
      const first = await updateGroup(database(), directoryId, id, undefined, undefined, change(add, remove));
      if (first !== 'stale') return;
      await database().transaction(async (tx) => {
        await findGroup(tx, directoryId, id, { lock: true });
        expect(await updateGroup(tx, directoryId, id, undefined, undefined, change(add, remove))).not.toBe(
          'stale',
        );
      });
    };
    await Promise.all([
      ...ids.slice(8).map((joining) => apply([joining], [])),
      ...leaving.map((one) => apply([], [one])),
    ]);
    expect(await memberIds(database(), directoryId, id)).toEqual(ids.slice(8));
    expect(await findGroup(database(), directoryId, id)).toMatchObject({ memberCount: 16, version: 25 });
    expect(await inboxOf(database(), directoryId)).toHaveLength(8 + 24);
  });

  it('tells of a deleted user leaving its groups before it tells of the deletion', async () => {
    const directoryId = await seedDirectory();
    const [ada = ''] = await seedUsers(database(), directoryId, 1);
    const id = uuidV7();
    await insertGroup(database(), directoryId, id, groupDocument('Team'), [ada], []);
    expect(await deleteUser(database(), directoryId, ada, ({ version }) => ({ last: version }))).toBe(true);
    const inbox = await inboxOf(database(), directoryId);
    expect(inbox.slice(1).map(({ type }) => type)).toEqual(['group.user_removed', 'user.deleted']);
    expect(inbox[2]).toMatchObject({ version: 2, data: '{"last":1}' });
    expect(await findGroup(database(), directoryId, id)).toMatchObject({ memberCount: 0, version: 2 });
    expect(await deleteUser(database(), directoryId, ada, () => ({}))).toBe(false);
  });

  it('takes a deleted group out of the groups that it was nested in', async () => {
    const directoryId = await seedDirectory();
    const inner = uuidV7();
    const outer = uuidV7();
    await insertGroup(database(), directoryId, inner, groupDocument('Inner'), [], []);
    await insertGroup(database(), directoryId, outer, groupDocument('Outer'), [inner], []);
    expect(await deleteGroup(database(), directoryId, inner, () => ({}))).toBe(true);
    const types = (await inboxOf(database(), directoryId)).map(({ type }) => type);
    expect(types).toEqual(['group.group_added', 'group.group_removed', 'group.deleted']);
    expect(await findGroup(database(), directoryId, outer)).toMatchObject({ memberCount: 0 });
  });

  it('refuses a group as its own member', async () => {
    const directoryId = await seedDirectory();
    const id = uuidV7();
    await insertGroup(database(), directoryId, id, groupDocument('Team'), [], []);
    expect(await updateGroup(database(), directoryId, id, undefined, undefined, change([id]))).toEqual({
      missing: [id],
    });
  });
});
