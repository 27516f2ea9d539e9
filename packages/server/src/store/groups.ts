import type { ScimResource } from '../scim/resource.ts';
import type { Queryable, Statement } from './database.ts';
import { eventColumns } from './inbox-rows.ts';
import type { NewEvent } from './inbox-rows.ts';
import { jsonArray } from './json-list.ts';
import { isUniqueViolation } from './unique-violation.ts';
import type { ResourceRow, Stamp } from './users.ts';
import { unnest } from './unnest.ts';
import { isUuid } from './uuid-text.ts';

/** A group as SCIM sent it, and what is searched or shown beside it. Its members are rows of their own. */
export interface GroupDocument {
  /** Without id, meta and members. */
  readonly resource: ScimResource;
  /** `resource` with its texts folded, where that is more than folding the letters A to Z. */
  readonly resourceFolded: ScimResource | undefined;
  readonly displayName: string;
  readonly displayNameFolded: string;
  readonly externalId: string | undefined;
}

export interface GroupRow extends ResourceRow {
  readonly memberCount: number;
}

/** The net change of a group's members. */
export interface MemberChange {
  /** True: whoever is not in `add` leaves. */
  readonly isReplacement: boolean;
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** An attribute change: the new document and its events. */
export interface DocumentChange {
  readonly document: GroupDocument;
  readonly events: readonly NewEvent[];
}

/**
 * - `stamp`: where the group stands now; `hasChanged` tells whether anything was written.
 * - `missing`: ids that are neither users nor groups of the directory; nothing was written.
 * - `conflict`: the displayName is taken. `stale`: decide again. `absent`: there is no such group.
 */
export type GroupWriteOutcome =
  | { readonly stamp: Stamp; readonly hasChanged: boolean }
  | { readonly missing: readonly string[] }
  | 'conflict'
  | 'stale'
  | 'absent';

export const groupColumns = `g.directory_id as "directoryId", g.id, g.resource, g.member_count as "memberCount",
  g.version, g.created_at as "createdAt", g.updated_at as "updatedAt"`;

/**
 * Locks the members to be added, so that none of them is deleted meanwhile; `missing` is whoever is not there.
 * `condition` is settled before the first lock.
 */
const additions = (ids: string, condition = 'true'): string => `wanted as (
    select distinct id from ${ids} as w (id)
  ), new_users as materialized (
    select u.id, u.external_id, u.user_name, u.email from users u
    where u.directory_id = $1 and u.id in (select id from wanted) and ${condition} order by u.id for key share
  ), new_groups as materialized (
    select n.id, n.external_id, n.display_name from groups n
    where n.directory_id = $1 and n.id in (select id from wanted) and n.id <> $2 and ${condition}
    order by n.id for key share
  ), missing as materialized (
    select id from wanted except (select id from new_users union all select id from new_groups)
  )`;

/**
 * The events of one statement: first those of the group, then one for each membership. Each member is looked up by
 * itself: a planner that takes all groups for as large as one of them reads all users of the directory instead. What is
 * said of the group is put together once (`offset 0`), not for each of them.
 */
const recorded = (
  events: string,
  hashes: readonly [string, string] = ['null::bigint', 'null::bigint'],
): string => `
  insert into inbox (directory_id, type, data, version, member_count, created_at, updated_at, order_key,
    second_order_key, hash_before, hash_after)
  select directory_id, type, data, version, member_count, created_at, updated_at, order_key, second_order_key,
    case part when 0 then ${hashes[0]} end, case part when 0 then ${hashes[1]} end from (
    select 0 as part, e.n, w.directory_id, e.type, e.data, w.version, w.member_count, w.created_at, w.updated_at,
      w.id as order_key, null::uuid as second_order_key
    from written w cross join ${events} with ordinality as e (type, data, n)
    union all
    select m.part, 0, w.directory_id,
      case when u.id is null then 'group.group_' else 'group.user_' end || m.verb,
      json_build_object(
        'group', w.reference,
        case when u.id is null then 'memberGroup' else 'user' end,
        case when u.id is null then row_to_json(n) else row_to_json(u) end
      ), null, null, null, null, w.id, m.member_id
    from (
      select *, json_build_object('id', id, 'externalId', external_id, 'displayName', display_name) as reference
      from written offset 0
    ) w
    cross join (
      select 1 as part, 'removed' as verb, member_id from removed
      union all select 2, 'added', member_id from added
    ) m
    left join lateral (
      select id, external_id as "externalId", user_name as "userName", email
      from users where directory_id = w.directory_id and id = m.member_id limit 1
    ) u on true
    left join lateral (
      select id, external_id as "externalId", display_name as "displayName"
      from groups where u.id is null and directory_id = w.directory_id and id = m.member_id limit 1
    ) n on true
  ) as e order by e.part, e.n, e.second_order_key`;

const written = 'id, directory_id, external_id, display_name, member_count, version, created_at, updated_at';

const insert: Statement = {
  name: 'groups.insert',
  text: `with ${additions(unnest('$7::uuid[]'))}, written as (
    insert into groups (directory_id, id, resource, display_name, display_name_folded, external_id, member_count,
      resource_folded, created_at, updated_at)
    select $1, $2, $3, $4, $5, $6, (select count(*) from wanted), $10::jsonb, statement_timestamp(), statement_timestamp()
    where not exists (select from missing)
    on conflict (directory_id, display_name_folded) do nothing
    returning ${written}
  ), removed as (
    select null::uuid as member_id where false
  ), added as (
    insert into group_members (directory_id, group_id, member_id, user_id, nested_group_id)
    select w.directory_id, w.id, m.id, m.user_id, m.nested_group_id
    from written w cross join (
      select id, id as user_id, null::uuid as nested_group_id from new_users
      union all select id, null, id from new_groups
    ) m returning member_id
  ), recorded as (${recorded(unnest('$8::text[]', jsonArray('$9', 'json')))})
  select array(select id from missing) as missing, version, created_at as "createdAt", updated_at as "updatedAt"
  from (select) as one left join written on true`,
};

/** Creates the group with its members and their events. */
export async function insertGroup(
  queryable: Queryable,
  directoryId: string,
  id: string,
  document: GroupDocument,
  memberIds: readonly string[],
  events: readonly NewEvent[],
): Promise<Exclude<GroupWriteOutcome, 'stale' | 'absent'>> {
  const missing = memberIds.filter((memberId) => !isUuid(memberId));
  if (missing.length > 0) return { missing };
  const values = [
    directoryId,
    id,
    ...documentColumns(document),
    memberIds,
    ...eventColumns(events),
    foldedColumn(document),
  ];
  const [row] = await queryable.query<{ missing: string[] } & Stamp>(insert, values);
  if (row !== undefined && row.missing.length > 0) return { missing: row.missing };
  if (row === undefined || row.version === null) return 'conflict';
  const { version, createdAt, updatedAt } = row;
  return { stamp: { version, createdAt, updatedAt }, hasChanged: true };
}

const hashes = ['(select hash from guard)', 'jsonb_hash_extended($3::jsonb, 0)'] as const;

/** Whoever is named leaves: each is looked up by itself, whatever the planner knows. */
const namedLeave = `
    delete from group_members m using (
      select n.* from target t cross join ${unnest('$12::uuid[]')} as r (id) cross join lateral (
        select directory_id, group_id, member_id from group_members
        where directory_id = t.directory_id and group_id = t.id and member_id = r.id limit 1
      ) n
    ) n
    where m.directory_id = n.directory_id and m.group_id = n.group_id and m.member_id = n.member_id`;

/** Whoever is not wanted leaves. */
const othersLeave = `
    delete from group_members m using target t
    where m.directory_id = t.directory_id and m.group_id = t.id and m.member_id not in (select id from wanted)`;

/**
 * Who is not a member yet: found out for all at once, since an insertion that may be in vain costs more. Nobody adds
 * one meanwhile: all who do hold the guard's lock.
 */
const notYetMembers = `where m.id not in (
      select c.member_id from target t join group_members c on c.directory_id = t.directory_id and c.group_id = t.id
    )`;

/** Two statements, since one with both ways to leave gets a new plan at each call: without one of them it looks cheaper. */
const updateStatement = (name: string, leave: string, join: string): Statement => ({
  name,
  // A statement that waited for the lock sees the members of before: then the version in its snapshot differs
  // from the locked one, and nothing is done. Every other part reads from `target`.
  text: `with guard as (
    select g.directory_id, g.id, g.version, jsonb_hash_extended(g.resource, 0) as hash
    from groups g where g.directory_id = $1 and g.id = $2
    for no key update
  ), ${additions(unnest('$7::uuid[]'), 'exists (select from guard)')}, fresh as (
    select g.directory_id, g.id from guard g
    join groups s on s.directory_id = g.directory_id and s.id = g.id and s.version = g.version
    where $10::bigint is null or g.version = $10
  ), clash as (
    select from fresh f join groups o
      on o.directory_id = f.directory_id and o.display_name_folded = $5 and o.id <> f.id
  ), target as (
    select directory_id, id from fresh where not exists (select from missing) and not exists (select from clash)
  ), removed as (${leave}
    returning m.member_id
  ), added as (
    insert into group_members (directory_id, group_id, member_id, user_id, nested_group_id)
    select t.directory_id, t.id, m.id, m.user_id, m.nested_group_id
    from target t cross join (
      select id, id as user_id, null::uuid as nested_group_id from new_users
      union all select id, null, id from new_groups
    ) m ${join} returning member_id
  ), counts as (
    select (select count(*) from added) as added, (select count(*) from removed) as removed
  ), written as (
    update groups g set resource = coalesce($3, g.resource), display_name = coalesce($4, g.display_name),
      display_name_folded = coalesce($5, g.display_name_folded),
      external_id = case when $3::jsonb is null then g.external_id else $6 end,
      resource_folded = case when $3::jsonb is null then g.resource_folded else $11::jsonb end,
      member_count = g.member_count + c.added - c.removed, version = g.version + 1, updated_at = clock_timestamp()
    from target t cross join counts c
    where g.directory_id = t.directory_id and g.id = t.id and ($3::jsonb is not null or c.added + c.removed > 0)
    returning ${written.replaceAll(/\w+/g, 'g.$&')}
  ), recorded as (${recorded(unnest('$8::text[]', jsonArray('$9', 'json')), hashes)})
  select exists (select from guard) as "isThere", exists (select from fresh) as "isFresh",
    exists (select from clash) as "isClash", array(select id from missing) as missing,
    w.version is not null as "hasChanged",
    coalesce(w.version, s.version) as version, coalesce(w.created_at, s.created_at) as "createdAt",
    coalesce(w.updated_at, s.updated_at) as "updatedAt"
  from (select) as one left join written w on true
  left join groups s on s.directory_id = $1 and s.id = $2`,
});

const update = updateStatement('groups.update', namedLeave, 'on conflict do nothing');
const replaceMembers = updateStatement('groups.replace-members', othersLeave, notYetMembers);

interface UpdateRow extends Stamp {
  readonly isThere: boolean;
  readonly isFresh: boolean;
  readonly isClash: boolean;
  readonly missing: readonly string[];
  readonly hasChanged: boolean;
}

const noMembers: MemberChange = { isReplacement: false, add: [], remove: [] };

/**
 * Changes attributes, members or both in one statement, over version `expectedVersion` when there is one to hold;
 * events of memberships exist only for what changed. `stale` asks to decide again: on the attributes, or because another writer of this group was quicker.
 */
export async function updateGroup(
  queryable: Queryable,
  directoryId: string,
  id: string,
  expectedVersion: number | undefined,
  change: DocumentChange | undefined,
  members: MemberChange = noMembers,
): Promise<GroupWriteOutcome> {
  if (!isUuid(id)) return 'absent';
  const missing = members.add.filter((memberId) => !isUuid(memberId));
  if (missing.length > 0) return (await findGroup(queryable, directoryId, id)) ? { missing } : 'absent';
  const values = [
    directoryId,
    id,
    ...(change ? documentColumns(change.document) : [null, null, null, null]),
    members.add,
    ...eventColumns(change?.events ?? []),
    expectedVersion,
    change && foldedColumn(change.document),
  ];
  try {
    const [row] = members.isReplacement
      ? await queryable.query<UpdateRow>(replaceMembers, values)
      : await queryable.query<UpdateRow>(update, [...values, members.remove.filter(isUuid)]);
    if (row === undefined || !row.isThere) return 'absent';
    if (!row.isFresh) return 'stale';
    if (row.missing.length > 0) return { missing: row.missing };
    if (row.isClash) return 'conflict';
    const { hasChanged, version, createdAt, updatedAt } = row;
    return { stamp: { version, createdAt, updatedAt }, hasChanged };
  } catch (error) {
    if (isUniqueViolation(error)) return 'conflict';
    throw error;
  }
}

function documentColumns(document: GroupDocument): readonly unknown[] {
  const { resource, displayName, displayNameFolded, externalId } = document;
  return [JSON.stringify(resource), displayName, displayNameFolded, externalId];
}

function foldedColumn({ resourceFolded }: GroupDocument): string | undefined {
  return resourceFolded && JSON.stringify(resourceFolded);
}

const find: Statement = {
  name: 'groups.find',
  text: `select ${groupColumns} from groups g where g.directory_id = $1 and g.id = $2`,
};

const findLocked: Statement = { name: 'groups.find-locked', text: `${find.text} for no key update` };

/** Reads one group without its members; with `lock` nobody else can change it until the transaction ends. */
export async function findGroup(
  queryable: Queryable,
  directoryId: string,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<GroupRow | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await queryable.query<GroupRow>(options.lock === true ? findLocked : find, [directoryId, id]);
  return row;
}
