import { v7 as uuidV7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { groupTable } from './group-search.ts';
import { insertGroup } from './groups.ts';
import { searchResources } from './resource-search.ts';
import type { ResourceSearch, SearchSource } from './resource-search.ts';
import { onEachDatabase } from './testing/databases.ts';
import { groupDocument, userDocument } from './testing/seed-resources.ts';
import { seedDirectory, seedEnvironment } from './testing/seed.ts';
import { userTable } from './user-search.ts';
import { insertUser } from './user-insertion.ts';

const unsorted = { conditions: [], sortBy: undefined };
const users: SearchSource = { type: 'User', table: userTable, ...unsorted };
const groups: SearchSource = { type: 'Group', table: groupTable, ...unsorted };

onEachDatabase((testDatabase) => {
  describe('A search for resources', () => {
    /** Users and groups by turns, as many of each. */
    async function fill(count: number): Promise<{ directoryId: string; ids: readonly string[] }> {
      const { database } = testDatabase;
      const directoryId = await seedDirectory(database, await seedEnvironment(database));
      const ids: string[] = [];
      for (let number = 0; number < count; number += 1) {
        const [userId, groupId] = [uuidV7(), uuidV7()];
        await insertUser(database, directoryId, userId, userDocument(userId), []);
        await insertGroup(database, directoryId, groupId, groupDocument(groupId), [], []);
        ids.push(userId, groupId);
      }
      return { directoryId, ids };
    }

    async function search(
      directoryId: string,
      sources: readonly SearchSource[],
      page: Pick<ResourceSearch, 'start' | 'limit'>,
      isDescending = false,
    ): Promise<{ total: number; ids: readonly string[] }> {
      const whole = {
        directoryId,
        sources,
        isDescending,
        baseUrl: 'https://sync.example.com/scim/v2/d1',
        ...page,
      };
      const { total, resources } = await searchResources(testDatabase.database, whole);
      return { total, ids: resources.map(({ id }) => id) };
    }

    it('counts all matches beside a page, past the last page too', async () => {
      const { directoryId, ids } = await fill(5);
      const own = ids.filter((_, index) => index % 2 === 0);
      const page = (start: number, limit: number) => search(directoryId, [users], { start, limit });
      expect(await page(0, 2)).toEqual({ total: 5, ids: own.slice(0, 2) });
      expect(await page(4, 2)).toEqual({ total: 5, ids: own.slice(4) });
      expect(await page(9, 2)).toEqual({ total: 5, ids: [] });
      expect(await page(0, 0)).toEqual({ total: 5, ids: [] });
    });

    it('goes on behind a position, in both directions', async () => {
      const { directoryId, ids } = await fill(3);
      const [, , third = '', fourth = ''] = ids;
      const both = [users, groups];
      expect(await search(directoryId, both, { start: [third], limit: 2 })).toEqual({
        total: 6,
        ids: ids.slice(3, 5),
      });
      const backward = await search(directoryId, both, { start: [fourth], limit: 2 }, true);
      expect(backward).toEqual({ total: 6, ids: ids.slice(1, 3).toReversed() });
      // Wherever it stood, it need not be there any more.
      expect((await search(directoryId, both, { start: [uuidV7()], limit: 2 })).ids).toEqual([]);
    });

    it('sees both tables of its own directory alone', async () => {
      const [one, two] = [await fill(1), await fill(2)];
      const page = { start: 0, limit: 10 };
      expect(await search(one.directoryId, [users, groups], page)).toEqual({ total: 2, ids: one.ids });
      expect(await search(two.directoryId, [groups, users], page)).toEqual({ total: 4, ids: two.ids });
    });
  });
});
