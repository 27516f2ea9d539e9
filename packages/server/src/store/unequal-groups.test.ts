import { v7 as uuidV7 } from 'uuid';
import { expect, it } from 'vitest';
import type { Statement } from './database.ts';
import { insertGroup, updateGroup } from './groups.ts';
import { careForTable } from './table-care.ts';
import { onEachDatabase } from './testing/databases.ts';
import { groupDocument, userDocument } from './testing/seed-resources.ts';
import { seedDirectory, seedEnvironment } from './testing/seed.ts';
import { insertUser } from './user-insertion.ts';

/** Counts what the connection has done since its last report, in this transaction or before it. */
const wholeReads: Statement = {
  name: 'testing.whole-reads',
  text: `select relname as name, seq_scan as count from pg_stat_xact_user_tables
  where relname in ('users', 'group_members') order by relname`,
};

onEachDatabase((test) => {
  it('changes the members of a small group beside a large one without reading all users or memberships', async () => {
    const { database } = test;
    const directoryId = await seedDirectory(database, await seedEnvironment(database));
    const users = Array.from({ length: 4000 }, () => uuidV7());
    await Promise.all(users.map((user) => insertUser(database, directoryId, user, userDocument(user), [])));
    const [all, small] = [uuidV7(), uuidV7()];
    await insertGroup(database, directoryId, all, groupDocument('all'), users, []);
    await insertGroup(database, directoryId, small, groupDocument('small'), users.slice(0, 20), []);
    for (const table of ['users', 'group_members']) await careForTable(database, table);

    await database.transaction(async (tx) => {
      const change = (isReplacement: boolean, add: readonly string[], remove: readonly string[]) =>
        updateGroup(tx, directoryId, small, undefined, undefined, { isReplacement, add, remove });
      const before = await tx.query(wholeReads);
      for (let start = 0; start < 160; start += 20) {
        const members = users.slice(start, start + 20);
        await change(true, members, []);
        await change(false, [], members.slice(10));
        await change(false, members, []);
      }
      expect(await tx.query(wholeReads)).toEqual(before);
    });
  });
});
