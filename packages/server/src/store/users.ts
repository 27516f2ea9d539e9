import type { ScimResource } from '../scim/resource.ts';
import type { Queryable, Statement } from './database.ts';
import { eventColumns } from './inbox-rows.ts';
import type { NewEvent } from './inbox-rows.ts';
import type { MembershipRow } from './members.ts';
import { isUniqueViolation } from './unique-violation.ts';
import { isUuid } from './uuid-text.ts';

/** A user as SCIM sent it, and what is searched or shown beside it. */
export interface UserDocument {
  /** Without id, meta, groups and password. */
  readonly resource: ScimResource;
  /** `resource` with its texts folded, where that is more than folding the letters A to Z. */
  readonly resourceFolded: ScimResource | undefined;
  readonly userName: string;
  readonly userNameFolded: string;
  readonly externalId: string | undefined;
  readonly displayNameFolded: string | undefined;
  readonly email: string | undefined;
  readonly emailsFolded: readonly { readonly value: string; readonly type: string }[];
  readonly active: boolean;
}

/** What the database adds when it writes. */
export interface Stamp {
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What the rows of users and groups have in common. */
export interface ResourceRow extends Stamp {
  readonly directoryId: string;
  readonly id: string;
  readonly resource: ScimResource;
}

export interface UserRow extends ResourceRow {
  /** The groups that the user is directly in, in the order of their ids; undefined when they were not read. */
  readonly groups?: readonly MembershipRow[];
}

/** `stale`: the version is not the expected one any more, or the user is gone. */
export type WriteOutcome = { readonly stamp: Stamp } | 'conflict' | 'stale';

export const userColumns = `u.directory_id as "directoryId", u.id, u.resource, u.version,
  u.created_at as "createdAt", u.updated_at as "updatedAt"`;

const stampColumns = `version, created_at as "createdAt", updated_at as "updatedAt"`;

/** From a CTE `written`; the last two parameters are the events' types and data. */
function recorded(types: string, data: string, hashes = 'null, null'): string {
  return `insert into inbox (directory_id, type, data, version, created_at, updated_at, order_key, hash_before,
      hash_after)
    select w.directory_id, e.type, e.data, w.version, w.created_at, w.updated_at, w.id, ${hashes}
    from written w cross join unnest(${types}::text[], ${data}::json[]) with ordinality as e (type, data, n)
    order by e.n`;
}

const insert: Statement = {
  name: 'users.insert',
  text: `with written as (
    insert into users (directory_id, id, resource, user_name, user_name_folded, external_id,
      display_name_folded, email, active, resource_folded, created_at, updated_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $14, statement_timestamp(), statement_timestamp())
    on conflict (directory_id, user_name_folded) do nothing
    returning directory_id, id, version, created_at, updated_at
  ), emails as (
    insert into user_emails (directory_id, user_id, value_folded, type_folded)
    select w.directory_id, w.id, e.value, e.type
    from written w cross join unnest($10::text[], $11::text[]) as e (value, type)
  ), recorded as (${recorded('$12', '$13')})
  select ${stampColumns} from written`,
};

/** Creates the user with its events, or answers `conflict` when the userName is taken. */
export async function insertUser(
  queryable: Queryable,
  directoryId: string,
  id: string,
  document: UserDocument,
  events: readonly NewEvent[],
): Promise<Stamp | 'conflict'> {
  const values = [
    directoryId,
    id,
    ...documentColumns(document),
    ...eventColumns(events),
    foldedColumn(document),
  ];
  const [stamp] = await queryable.query<Stamp>(insert, values);
  return stamp ?? 'conflict';
}

const hashes = `(select hash from guard), jsonb_hash_extended($3::jsonb - 'active', 0)`;

const update: Statement = {
  name: 'users.update',
  // Every other part reads from guard: one that matches nothing does nothing.
  text: `with guard as (
    select directory_id, id, jsonb_hash_extended(resource - 'active', 0) as hash from users
    where directory_id = $1 and id = $2 and version = $14
    for no key update
  ), clash as (
    select from guard g join users o
      on o.directory_id = g.directory_id and o.user_name_folded = $5 and o.id <> g.id
  ), written as (
    update users u set resource = $3, user_name = $4, user_name_folded = $5, external_id = $6,
      display_name_folded = $7, email = $8, active = $9, resource_folded = $15, version = u.version + 1, updated_at = clock_timestamp()
    from guard g
    where u.directory_id = g.directory_id and u.id = g.id and not exists (select from clash)
    returning u.directory_id, u.id, u.version, u.created_at, u.updated_at
  ), wanted as (
    select w.directory_id, w.id as user_id, e.value, e.type
    from written w cross join unnest($10::text[], $11::text[]) as e (value, type)
  ), dropped as (
    delete from user_emails e using written w
    where e.directory_id = w.directory_id and e.user_id = w.id
      and (e.value_folded, e.type_folded) not in (select value, type from wanted)
  ), added as (
    insert into user_emails (directory_id, user_id, value_folded, type_folded)
    select directory_id, user_id, value, type from wanted on conflict do nothing
  ), recorded as (${recorded('$12', '$13', hashes)})
  select exists (select from guard) as "isCurrent", ${stampColumns}
  from (select) as one left join written on true`,
};

/** Writes the user over version `expectedVersion`, with its events. */
export async function updateUser(
  queryable: Queryable,
  directoryId: string,
  id: string,
  expectedVersion: number,
  document: UserDocument,
  events: readonly NewEvent[],
): Promise<WriteOutcome> {
  const values = [
    directoryId,
    id,
    ...documentColumns(document),
    ...eventColumns(events),
    expectedVersion,
    foldedColumn(document),
  ];
  try {
    const [row] = await queryable.query<{ isCurrent: boolean } & (Stamp | { version: null })>(update, values);
    if (row === undefined || !row.isCurrent) return 'stale';
    if (row.version === null) return 'conflict';
    const { version, createdAt, updatedAt } = row;
    return { stamp: { version, createdAt, updatedAt } };
  } catch (error) {
    if (isUniqueViolation(error)) return 'conflict';
    throw error;
  }
}

function documentColumns(document: UserDocument): readonly unknown[] {
  return [
    JSON.stringify(document.resource),
    document.userName,
    document.userNameFolded,
    document.externalId,
    document.displayNameFolded,
    document.email,
    document.active,
    document.emailsFolded.map(({ value }) => value),
    document.emailsFolded.map(({ type }) => type),
  ];
}

function foldedColumn({ resourceFolded }: UserDocument): string | undefined {
  return resourceFolded && JSON.stringify(resourceFolded);
}

const find: Statement = {
  name: 'users.find',
  // Nearly every answer shows the groups: read here, they cost no round trip of their own.
  text: `select ${userColumns}, coalesce((
    select jsonb_agg(jsonb_build_object('userId', u.id, 'groupId', g.id, 'displayName', g.display_name) order by g.id)
    from group_members m join groups g on g.directory_id = m.directory_id and g.id = m.group_id
    where m.directory_id = u.directory_id and m.member_id = u.id
  ), '[]') as groups
  from users u where u.directory_id = $1 and u.id = $2`,
};

const findLocked: Statement = { name: 'users.find-locked', text: `${find.text} for no key update` };

/** Reads one user; with `lock` nobody else can change it until the transaction ends. */
export async function findUser(
  queryable: Queryable,
  directoryId: string,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<UserRow | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await queryable.query<UserRow>(options.lock === true ? findLocked : find, [directoryId, id]);
  return row;
}
