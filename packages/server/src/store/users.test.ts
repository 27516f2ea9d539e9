import { v7 as uuidV7 } from 'uuid';
import { expect, it } from 'vitest';
import type { Database } from './database.ts';
import { searchAfter } from './search.ts';
import { onEachDatabase } from './testing/databases.ts';
import { inboxOf, userDocument } from './testing/seed-resources.ts';
import { seedDirectory as seedDirectoryIn, seedEnvironment } from './testing/seed.ts';
import { userCondition, userTable } from './user-search.ts';
import { insertUser } from './user-insertion.ts';
import { updateUser } from './user-update.ts';
import { findUser } from './users.ts';
import type { UserRow } from './users.ts';

const updated = [{ type: 'user.updated', data: {} }];
const firstPage = { after: undefined, limit: 10 };

onEachDatabase((test) => {
  const database = (): Database => test.database;
  const seedDirectory = async (): Promise<string> =>
    seedDirectoryIn(test.database, await seedEnvironment(test.database));

  it('gives a userName to one of many that ask at once', async () => {
    const directoryId = await seedDirectory();
    const events = [{ type: 'user.created', data: {} }];
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () =>
        insertUser(database(), directoryId, uuidV7(), userDocument('Ada'), events),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(7);
    expect(await inboxOf(database(), directoryId)).toHaveLength(1);
  });

  it('has the same time of creation and change at first', async () => {
    const directoryId = await seedDirectory();
    const stamp = await insertUser(database(), directoryId, uuidV7(), userDocument('ada'), []);
    expect(stamp).toMatchObject({ version: 1 });
    if (stamp !== 'conflict') expect(stamp.updatedAt).toBe(stamp.createdAt);
  });

  it('writes over the expected version only, and then exactly one event', async () => {
    const directoryId = await seedDirectory();
    const id = uuidV7();
    await insertUser(database(), directoryId, id, userDocument('ada'), []);
    const outcomes = await Promise.all(
      ['a', 'b', 'c'].map((name) => updateUser(database(), directoryId, id, 1, userDocument(name), updated)),
    );
    expect(outcomes.filter((outcome) => outcome === 'stale')).toHaveLength(2);
    expect(await inboxOf(database(), directoryId)).toHaveLength(1);
    expect(await findUser(database(), directoryId, id)).toMatchObject({ version: 2 });
  });

  it('refuses the userName of another user, in any case', async () => {
    const directoryId = await seedDirectory();
    const id = uuidV7();
    await insertUser(database(), directoryId, id, userDocument('ada'), []);
    await insertUser(database(), directoryId, uuidV7(), userDocument('bob'), []);
    expect(await updateUser(database(), directoryId, id, 1, userDocument('BOB'), updated)).toBe('conflict');
    expect(await updateUser(database(), directoryId, id, 1, userDocument('ADA'), updated)).toHaveProperty(
      'stamp',
    );
    expect(await inboxOf(database(), directoryId)).toHaveLength(1);
  });

  it('gives a name to one of many users that ask for it at once, and changes no other', async () => {
    const directoryId = await seedDirectory();
    const ids = Array.from({ length: 12 }, () => uuidV7());
    for (const id of ids) await insertUser(database(), directoryId, id, userDocument(id), []);
    const outcomes = await Promise.all(
      ids.map((id) => updateUser(database(), directoryId, id, 1, userDocument('ada'), updated)),
    );
    expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(11);
    expect(await inboxOf(database(), directoryId)).toHaveLength(1);
    const found = await Promise.all(ids.map((id) => findUser(database(), directoryId, id)));
    for (const [index, outcome] of outcomes.entries()) {
      const isChanged = outcome !== 'conflict';
      expect(found[index]).toMatchObject({
        version: isChanged ? 2 : 1,
        resource: { userName: isChanged ? 'ada' : ids[index] },
      });
    }
  });

  it('writes to each of many users at once what is theirs, with their events in order', async () => {
    const directoryId = await seedDirectory();
    const users = Array.from({ length: 30 }, (_, n) => ({ id: uuidV7(), name: `user-${n}` }));
    await Promise.all(users.map(({ id }) => insertUser(database(), directoryId, id, userDocument(id), [])));
    const outcomes = await Promise.all(
      users.map(({ id, name }, n) => {
        const events = ['user.deactivated', 'user.updated'].map((type) => ({ type, data: { n } }));
        const emailsFolded = Array.from({ length: n % 3 }, (_, e) => ({
          value: `${name}@${e}`,
          type: 'work',
        }));
        return updateUser(database(), directoryId, id, 1, { ...userDocument(name), emailsFolded }, events);
      }),
    );
    expect(outcomes).toEqual(users.map(() => ({ stamp: expect.objectContaining({ version: 2 }) })));
    for (const [n, { id, name }] of users.entries()) {
      expect(await findUser(database(), directoryId, id)).toMatchObject({ resource: { userName: name } });
      const condition = userCondition.email(`${name}@0`);
      const found = await searchAfter<UserRow>(database(), userTable, directoryId, [condition], firstPage);
      expect(found.map((row) => row.id)).toEqual(n % 3 > 0 ? [id] : []);
    }
    const told = await inboxOf(database(), directoryId);
    const typesOf = (n: number): readonly string[] =>
      told.filter(({ data }) => data === JSON.stringify({ n })).map(({ type }) => type);
    for (const n of users.keys()) expect(typesOf(n)).toEqual(['user.deactivated', 'user.updated']);
  });

  it('finds by each e-mail address, and no more by one that is gone', async () => {
    const directoryId = await seedDirectory();
    const id = uuidV7();
    const emailsFolded = [
      { value: 'ada@work', type: 'work' },
      { value: 'ada@home', type: 'home' },
    ];
    await insertUser(database(), directoryId, id, { ...userDocument('ada'), emailsFolded }, []);
    const find = async (value: string): Promise<number> => {
      const condition = userCondition.email(value);
      return (await searchAfter<UserRow>(database(), userTable, directoryId, [condition], firstPage)).length;
    };
    expect([await find('ada@work'), await find('ada@home')]).toEqual([1, 1]);
    const rest = { ...userDocument('ada'), emailsFolded: [{ value: 'ada@work', type: 'other' }] };
    await updateUser(database(), directoryId, id, 1, rest, updated);
    expect([await find('ada@home'), await find('ada@work')]).toEqual([0, 1]);
  });

  it('sees nothing of another directory', async () => {
    const [one, two] = [await seedDirectory(), await seedDirectory()];
    const id = uuidV7();
    await insertUser(database(), one, id, userDocument('ada'), []);
    expect(await findUser(database(), two, id)).toBeUndefined();
    expect(await updateUser(database(), two, id, 1, userDocument('eve'), updated)).toBe('stale');
    const byName = [userCondition.userName('ada')];
    expect(await searchAfter(database(), userTable, two, byName, firstPage)).toEqual([]);
  });
});
