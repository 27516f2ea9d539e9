import { v7 as uuidV7 } from 'uuid';
import { expect, it } from 'vitest';
import { hashSecret } from '../directory/secrets.ts';
import { authenticateApiKey } from './api-keys.ts';
import type { Database, Statement } from './database.ts';
import { authenticateDirectory } from './directory-tokens.ts';
import { insertGroup, updateGroup } from './groups.ts';
import type { MemberChange } from './groups.ts';
import { findAsMembers, listMembers } from './members.ts';
import { searchResources } from './resource-search.ts';
import { onEachDatabase } from './testing/databases.ts';
import { groupDocument, userDocument } from './testing/seed-resources.ts';
import { seedDirectory, seedEnvironment } from './testing/seed.ts';
import { insertUser } from './user-insertion.ts';
import { updateUser } from './user-update.ts';
import { userCondition, userTable } from './user-search.ts';
import { findUser } from './users.ts';

const plans: Statement = {
  name: 'testing.plans',
  text: `select name from pg_prepared_statements where generic_plans = 0 and custom_plans > 5 order by name`,
};

interface PlanLine {
  readonly 'QUERY PLAN': string;
}

const removal = (remove: readonly string[]): MemberChange => ({ add: [], remove, isReplacement: false });

onEachDatabase((test) => {
  const seed = async (database: Database): Promise<string> =>
    seedDirectory(database, await seedEnvironment(database));

  it('makes a plan for each statement of a request once, and not at every call', async () => {
    const { database } = test;
    const directoryId = await seed(database);
    const events = [{ type: 'user.created', data: { user: {} } }];
    await database.transaction(async (tx) => {
      for (let n = 0; n < 10; n += 1) {
        const [user, group] = [uuidV7(), uuidV7()];
        await authenticateDirectory(tx, directoryId, hashSecret(`${n}`));
        await authenticateApiKey(tx, hashSecret(`${n}`));
        await insertUser(tx, directoryId, user, userDocument(user), events);
        await findUser(tx, directoryId, user);
        await updateUser(tx, directoryId, user, 1, userDocument(user), events);
        await insertGroup(tx, directoryId, group, groupDocument(group), [user], events);
        await updateGroup(tx, directoryId, group, undefined, undefined, removal([user]));
        await searchResources(tx, {
          ...{ directoryId, baseUrl: '', isDescending: false, limit: 100, start: 0 },
          sources: [
            { type: 'User', table: userTable, conditions: [userCondition.userName(user)], sortBy: undefined },
          ],
        });
        await listMembers(tx, directoryId, group);
        await findAsMembers(tx, directoryId, [user]);
      }
      expect(await tx.query(plans)).toEqual([]);
    });
  });

  it.for(['users', 'groups'])('finds one of %s by its id while there are no statistics', async (table) => {
    await seed(test.database);
    const lines = await test.database.query<PlanLine>({
      name: `testing.explain-${table}`,
      text: `explain select 1 from only ${table} where directory_id = '${uuidV7()}' and id = '${uuidV7()}' for key share`,
    });
    expect(lines.map((line) => line['QUERY PLAN']).join('\n')).toContain(`${table}_pkey`);
  });
});
