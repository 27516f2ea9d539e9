import type { ScimResource } from '../scim/resource.ts';
import type { Queryable, Statement } from './database.ts';
import { eventColumns } from './inbox-rows.ts';
import type { NewEvent } from './inbox-rows.ts';
import type { MembershipRow } from './members.ts';
import { askShared } from './shared-statement.ts';
import type { SharedStatement } from './shared-statement.ts';
import { isUniqueViolation } from './unique-violation.ts';
import { isUuid } from './uuid-text.ts';
import { unnest } from './unnest.ts';

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

export const stampColumns = `version, created_at as "createdAt", updated_at as "updatedAt"`;

const update: Statement = {
  name: 'users.update',
  // Every other part reads from guard: one that matches nothing does nothing.
  text: `with guard as (
    select directory_id, id, jsonb_hash_extended(resource - 'active', 0) as hash from users
    where directory_id = $1 and id = $2 and version = $15
    for no key update
  ), clash as (
    select from guard g join users o
      on o.directory_id = g.directory_id and o.user_name_folded = $5 and o.id <> g.id
  ), written as (
    update users u set resource = $3, user_name = $4, user_name_folded = $5, external_id = $6,
      display_name_folded = $7, email = $8, active = $9, resource_folded = $10,
      version = u.version + 1, updated_at = clock_timestamp()
    from guard g
    where u.directory_id = g.directory_id and u.id = g.id and not exists (select from clash)
    returning u.directory_id, u.id, u.version, u.created_at, u.updated_at
  ), wanted as (
    select w.directory_id, w.id as user_id, e.value, e.type
    from written w cross join ${unnest('$11::text[]', '$12::text[]')} as e (value, type)
  ), dropped as (
    delete from user_emails e using written w
    where e.directory_id = w.directory_id and e.user_id = w.id
      and (e.value_folded, e.type_folded) not in (select value, type from wanted)
  ), added as (
    insert into user_emails (directory_id, user_id, value_folded, type_folded)
    select directory_id, user_id, value, type from wanted on conflict do nothing
  ), recorded as (
    insert into inbox (directory_id, type, data, version, created_at, updated_at, order_key, hash_before, hash_after)
    select w.directory_id, e.type, e.data, w.version, w.created_at, w.updated_at, w.id,
      g.hash, jsonb_hash_extended($3::jsonb - 'active', 0)
    from guard g cross join written w cross join ${unnest('$13::text[]', '$14::json[]')} with ordinality as e (type, data, n)
    order by e.n
  )
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
    ...emailColumns(document.emailsFolded),
    ...eventColumns(events),
    expectedVersion,
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

/** From `resource` to `resource_folded`, in the order of the statements. */
export function documentColumns(document: UserDocument) {
  return [
    JSON.stringify(document.resource),
    document.userName,
    document.userNameFolded,
    document.externalId,
    document.displayNameFolded,
    document.email,
    document.active,
    document.resourceFolded && JSON.stringify(document.resourceFolded),
  ] as const;
}

/** The two array parameters of e-mail addresses. */
export function emailColumns(
  emails: UserDocument['emailsFolded'],
): readonly [values: string[], types: string[]] {
  return [emails.map(({ value }) => value), emails.map(({ type }) => type)];
}

interface UserKey {
  readonly directoryId: string;
  readonly id: string;
}

const found = `select ${userColumns}, coalesce((
    select jsonb_agg(jsonb_build_object('userId', u.id, 'groupId', g.id, 'displayName', g.display_name) order by g.id)
    from group_members m join groups g on g.directory_id = m.directory_id and g.id = m.group_id
    where m.directory_id = u.directory_id and m.member_id = u.id
  ), '[]') as groups
  from users u`;

const find: SharedStatement<UserKey, UserRow> = {
  name: 'users.find',
  // Nearly every answer shows the groups: read here, they cost no round trip of their own.
  text: `select f.* from ${unnest('$1::uuid[]', '$2::uuid[]')} as k (directory_id, id)
  cross join lateral (${found} where u.directory_id = k.directory_id and u.id = k.id limit 1) f`,
  valuesOf: (keys) => [keys.map(({ directoryId }) => directoryId), keys.map(({ id }) => id)],
  isOf: (row, { directoryId, id }) => row.directoryId === directoryId && row.id === id.toLowerCase(),
};

const findLocked: Statement = {
  name: 'users.find-locked',
  text: `${found} where u.directory_id = $1 and u.id = $2 for no key update`,
};

/** Reads one user; with `lock` nobody else can change it until the transaction ends. */
export async function findUser(
  queryable: Queryable,
  directoryId: string,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<UserRow | undefined> {
  if (!isUuid(id)) return undefined;
  if (options.lock !== true) return askShared(queryable, find, { directoryId, id });
  const [row] = await queryable.query<UserRow>(findLocked, [directoryId, id]);
  return row;
}
