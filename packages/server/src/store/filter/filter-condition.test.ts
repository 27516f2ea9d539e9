import { describe, expect, it } from 'vitest';
import { conjunctionOf } from '../../scim/filter/filter.ts';
import { parseFilter } from '../../scim/filter/parse-filter.ts';
import { resolveFilter } from '../../scim/filter/resolve-filter.ts';
import { compat } from '../../scim/mode.ts';
import { groupResourceType, userResourceType } from '../../scim/resource-types.ts';
import type { AttributeIndex, ResourceType } from '../../scim/schema.ts';
import type { Condition } from '../condition.ts';
import type { Database } from '../database.ts';
import { groupTable } from '../group-search.ts';
import { searchAfter } from '../search.ts';
import type { SearchTable } from '../search.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { seedDirectory, seedEnvironment } from '../testing/seed.ts';
import { userTable } from '../user-search.ts';
import { filterCondition } from './filter-condition.ts';

const tables = { User: userTable, Group: groupTable };
const id = '0198a7c2-4b1d-7e09-a3f5-91c6d8e20b47';

function conditionsOf(type: ResourceType, text: string): readonly Condition[] {
  const filter = resolveFilter(type, parseFilter(text, compat), compat);
  return conjunctionOf(filter).map((term) =>
    filterCondition(tables[type.name], term, 'https://sync.example.com/scim/v2/d1'),
  );
}

/** Two thousand users with an e-mail address each, and as many groups with one member each. */
async function fill(database: Database): Promise<string> {
  const directoryId = await seedDirectory(database, await seedEnvironment(database));
  const run = (text: string, values: readonly unknown[] = []) => database.query({ name: '', text }, values);
  await run(
    `with u as (
      insert into users (directory_id, id, resource, user_name, user_name_folded, external_id, display_name_folded, active)
      select $1, uuid_v7(), jsonb_build_object('userName', 'u' || n), 'u' || n, 'u' || n, 'e' || n, 'd' || n, true
      from generate_series(1, 2000) n returning directory_id, id, user_name
    )
    insert into user_emails (directory_id, value_folded, type_folded, user_id)
    select directory_id, user_name || '@example.com', 'work', id from u`,
    [directoryId],
  );
  await run(
    `with g as (
      insert into groups (directory_id, id, resource, display_name, display_name_folded, external_id, member_count)
      select $1, uuid_v7(), jsonb_build_object('displayName', 'g' || n), 'g' || n, 'g' || n, 'e' || n, 1
      from generate_series(1, 2000) n returning directory_id, id, display_name
    )
    insert into group_members (directory_id, group_id, member_id, user_id)
    select g.directory_id, g.id, u.id, u.id
    from g join users u on u.directory_id = g.directory_id and u.user_name = replace(g.display_name, 'g', 'u')`,
    [directoryId],
  );
  for (const table of ['users', 'user_emails', 'groups', 'group_members']) await run(`analyze ${table}`);
  return directoryId;
}

async function planOf(
  database: Database,
  { table, alias }: SearchTable,
  directoryId: string,
  conditions: readonly Condition[],
): Promise<string> {
  const values: unknown[] = [directoryId];
  const where = conditions.map((condition) => condition.write((value) => `$${values.push(value)}`));
  const text = `explain select ${alias}.id from ${table} ${alias}
    where ${[`${alias}.directory_id = $1`, ...where].join(' and ')} order by ${alias}.id limit 100`;
  const rows = await database.query<{ 'QUERY PLAN': string }>({ name: '', text }, values);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

/** Every path that a filter may name. */
function pathsOf({ attributes, extensionAttributes }: ResourceType): readonly string[] {
  const of = ({ all }: AttributeIndex): readonly string[] =>
    all.flatMap(({ path, subAttributes }) => [path, ...of(subAttributes)]);
  return [...of(attributes), ...[...extensionAttributes.values()].flatMap(of)];
}

onEachDatabase((testDatabase) => {
  describe('A filter in the database', () => {
    it('may name every attribute', async () => {
      const { database } = testDatabase;
      const directoryId = await seedDirectory(database, await seedEnvironment(database));
      for (const type of [userResourceType, groupResourceType]) {
        const paths = pathsOf(type).filter((path) => path !== 'password');
        const texts = paths.flatMap((path) => [`${path} pr`, `${path} eq null`, `not (${path} pr)`]);
        expect(texts.length).toBeGreaterThan(30);
        for (const text of texts) {
          const page = { after: undefined, limit: 1 };
          const conditions = conditionsOf(type, text);
          expect(await searchAfter(database, tables[type.name], directoryId, conditions, page)).toEqual([]);
        }
      }
    });

    it('stays on its index', async () => {
      const { database } = testDatabase;
      const directoryId = await fill(database);
      const plan = async (type: ResourceType, text: string): Promise<string> =>
        planOf(database, tables[type.name], directoryId, conditionsOf(type, text));
      const plans = [
        [userResourceType, `id eq "${id}"`, 'users_pkey'],
        [userResourceType, 'userName eq "U7"', 'users_by_user_name'],
        [userResourceType, 'userName sw "U77"', 'users_by_user_name'],
        [userResourceType, 'userName eq "u7" and name.givenName co "a"', 'users_by_user_name'],
        [userResourceType, 'userName eq "u7" or externalId eq "e7"', 'users_by_external_id'],
        [userResourceType, 'userName eq "u7" or emails.value eq "u7@example.com"', 'user_emails_pkey'],
        [userResourceType, 'externalId eq "e7"', 'users_by_external_id'],
        [userResourceType, 'displayName eq "D7"', 'users_by_display_name'],
        [userResourceType, 'displayName sw "D77"', 'users_by_display_name'],
        [userResourceType, 'emails eq "U7@example.com"', 'user_emails_pkey'],
        [userResourceType, 'emails[type eq "work"].value eq "u7@example.com"', 'user_emails_pkey'],
        [userResourceType, 'emails[type eq "work" and value eq "u7@example.com"]', 'user_emails_pkey'],
        [userResourceType, 'meta.lastModified gt "2999-01-01T00:00:00Z"', 'users_by_updated_at'],
        [userResourceType, `groups.value eq "${id}"`, 'group_members_pkey'],
        [groupResourceType, 'displayName eq "G7"', 'groups_by_display_name'],
        [groupResourceType, 'externalId eq "e7" and displayName co "g"', 'groups_by_external_id'],
        [groupResourceType, `members eq "${id}"`, 'group_members_by_member'],
        [groupResourceType, `members[value eq "${id}"]`, 'group_members_by_member'],
        [groupResourceType, `displayName eq "g7" or members.value eq "${id}"`, 'group_members_by_member'],
      ] as const;
      for (const [type, text, index] of plans) {
        const lines = await plan(type, text);
        expect(lines, text).toContain(index);
        expect(lines, `${text}\n${lines}`).not.toMatch(/Seq Scan/);
      }
      // What no index serves reads the directory.
      expect(await plan(userResourceType, 'name.givenName co "a"')).not.toContain('users_by_user_name');
    });

    it('is kept prepared when it is a look-up, and no other', async () => {
      const { database } = testDatabase;
      const directoryId = await seedDirectory(database, await seedEnvironment(database));
      const prepared = (): Promise<readonly { text: string }[]> =>
        database.query({ name: '', text: 'select statement as text from pg_prepared_statements' });
      const search = (text: string) =>
        searchAfter(database, userTable, directoryId, conditionsOf(userResourceType, text), {
          after: undefined,
          limit: 1,
        });
      await database.transaction(async () => undefined);
      await search('userName eq "a"');
      await search('userName eq "b"');
      const before = await prepared();
      expect(before.filter(({ text }) => text.includes('u.user_name_folded ='))).toHaveLength(1);
      for (let terms = 2; terms < 40; terms += 1) {
        await search(Array.from({ length: terms }, (_, index) => `title co "${index}"`).join(' or '));
      }
      expect(await prepared()).toEqual(before);
    });
  });
});
