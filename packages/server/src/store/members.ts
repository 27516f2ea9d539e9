import type { Queryable, Statement } from './database.ts';
import { unnest } from './unnest.ts';
import { isUuid } from './uuid-text.ts';

export interface MemberRow {
  readonly id: string;
  readonly type: 'User' | 'Group';
}

const list: Statement = {
  name: 'members.list',
  text: `select member_id as id, case when user_id is null then 'Group' else 'User' end as type
  from group_members where directory_id = $1 and group_id = $2 order by member_id`,
};

/** All direct members of a group. */
export function listMembers(
  queryable: Queryable,
  directoryId: string,
  groupId: string,
): Promise<readonly MemberRow[]> {
  return queryable.query(list, [directoryId, groupId]);
}

const find: Statement = {
  name: 'members.find',
  text: `with wanted as (select distinct id from ${unnest('$2::uuid[]')} as w (id))
  select id, 'User' as type from users where directory_id = $1 and id in (select id from wanted)
  union all select id, 'Group' from groups where directory_id = $1 and id in (select id from wanted)`,
};

/** What these ids are as members of a group; those that are nobody's are left out. */
export async function findAsMembers(
  queryable: Queryable,
  directoryId: string,
  ids: readonly string[],
): Promise<readonly MemberRow[]> {
  const wanted = ids.filter(isUuid);
  return wanted.length === 0 ? [] : queryable.query(find, [directoryId, wanted]);
}

const listOfGroups: Statement = {
  name: 'members.list-of-groups',
  text: `select group_id as "groupId", member_id as id, case when user_id is null then 'Group' else 'User' end as type
  from group_members where directory_id = $1 and group_id = any ($2::uuid[]) order by group_id, member_id`,
};

/** The members of a page of groups, in one query. */
export async function listMembersOfGroups(
  queryable: Queryable,
  directoryId: string,
  groupIds: readonly string[],
): Promise<ReadonlyMap<string, readonly MemberRow[]>> {
  const rows = await queryable.query<MemberRow & { groupId: string }>(listOfGroups, [directoryId, groupIds]);
  return Map.groupBy(rows, ({ groupId }) => groupId);
}

export interface MembershipRow {
  readonly userId: string;
  readonly groupId: string;
  readonly displayName: string;
}

/** A member as the directory API shows it. */
export interface MemberDetails {
  readonly type: 'user' | 'group';
  readonly id: string;
  readonly externalId: string | null;
  readonly userName: string | null;
  readonly displayName: string | null;
  readonly email: string | null;
}

const page: Statement = {
  name: 'members.page',
  text: `select case when u.id is null then 'group' else 'user' end as type, m.member_id as id,
    coalesce(u.external_id, g.external_id) as "externalId", u.user_name as "userName",
    coalesce(u.resource ->> 'displayName', g.display_name) as "displayName", u.email
  from group_members m
  left join users u on u.directory_id = m.directory_id and u.id = m.user_id
  left join groups g on g.directory_id = m.directory_id and g.id = m.nested_group_id
  where m.directory_id = $1 and m.group_id = $2 and ($3::uuid is null or m.member_id > $3)
  order by m.member_id limit $4`,
};

/** The direct members after an id. */
export function pageMembers(
  queryable: Queryable,
  directoryId: string,
  groupId: string,
  after: string | undefined,
  limit: number,
): Promise<readonly MemberDetails[]> {
  return queryable.query(page, [directoryId, groupId, after, limit]);
}
