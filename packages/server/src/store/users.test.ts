import { v7 as uuidV7 } from 'uuid';
import { expect, it } from 'vitest';
import type { Database } from './database.ts';
import { searchAfter } from './search.ts';
import { onEachDatabase } from './testing/databases.ts';
import { inboxOf, userDocument } from './testing/seed-resources.ts';
import { seedDirectory as seedDirectoryIn, seedEnvironment } from './testing/seed.ts';
import { userCondition, userTable } from './user-search.ts';
import { insertUser } from './user-insertion.ts';
import { findUser, updateUser } from './users.ts';
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
