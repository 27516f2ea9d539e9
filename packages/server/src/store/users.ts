import type { ScimResource } from '../scim/resource.ts';
import type { Queryable, Statement } from './database.ts';
import type { MembershipRow } from './members.ts';
import { askShared } from './shared-statement.ts';
import type { SharedStatement } from './shared-statement.ts';
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

export const userColumns = `u.directory_id as "directoryId", u.id, u.resource, u.version,
  u.created_at as "createdAt", u.updated_at as "updatedAt"`;

export const stampColumns = `version, created_at as "createdAt", updated_at as "updatedAt"`;

interface UserKey {
  readonly directoryId: string;
  readonly id: string;
}

/** The groups of the user `u`: nearly every answer shows them, and read with it they cost no round trip of their own. */
export const groupsOfUser = `coalesce((
    select jsonb_agg(jsonb_build_object('userId', u.id, 'groupId', g.id, 'displayName', g.display_name) order by g.id)
    from group_members m join groups g on g.directory_id = m.directory_id and g.id = m.group_id
    where m.directory_id = u.directory_id and m.member_id = u.id
  ), '[]')`;

const found = `select ${userColumns}, ${groupsOfUser} as groups from users u`;

const find: SharedStatement<UserKey, UserRow> = {
  name: 'users.find',
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
