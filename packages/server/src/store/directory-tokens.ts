import type { Queryable, Statement } from './database.ts';
import { directoryColumns } from './directories.ts';
import type { DirectoryRow } from './directories.ts';
import { askShared } from './shared-statement.ts';
import type { SharedStatement } from './shared-statement.ts';
import { isUuid } from './uuid-text.ts';
import { unnest } from './unnest.ts';

export interface DirectoryTokenRow {
  readonly id: string;
  readonly name: string | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

const columns = `t.id, t.name, t.created_at as "createdAt", t.expires_at as "expiresAt",
  t.revoked_at as "revokedAt"`;

export interface NewDirectoryToken {
  readonly environmentId: string;
  readonly directoryId: string;
  readonly id: string;
  readonly name?: string | null | undefined;
  readonly hash: Uint8Array;
  readonly expiresAt?: string | null | undefined;
}

const insert: Statement = {
  name: 'directory-tokens.insert',
  text: `insert into directory_tokens as t (directory_id, id, name, token_hash, expires_at)
  select d.id, $3, $4, $5, $6 from directories d
  where d.id = $1 and d.environment_id = $2 and d.deleted_at is null
  returning ${columns}`,
};

/** Adds a token; undefined when the environment has no such directory. */
export async function insertDirectoryToken(
  queryable: Queryable,
  { environmentId, directoryId, id, name, hash, expiresAt }: NewDirectoryToken,
): Promise<DirectoryTokenRow | undefined> {
  if (!isUuid(directoryId)) return undefined;
  const values = [directoryId, environmentId, id, name, hash, expiresAt];
  const [row] = await queryable.query<DirectoryTokenRow>(insert, values);
  return row;
}

const list: Statement = {
  name: 'directory-tokens.list',
  // One row without a token tells a directory that has none from one that is not there.
  text: `select ${columns} from directories d left join lateral (
    select * from directory_tokens
    where directory_id = d.id and ($3::uuid is null or id > $3::uuid) order by id limit $4
  ) t on true
  where d.id = $1 and d.environment_id = $2 and d.deleted_at is null order by t.id`,
};

/** The tokens of a directory, revoked ones too, in the order in which they were made; undefined when it is not there. */
export async function listDirectoryTokens(
  queryable: Queryable,
  environmentId: string,
  directoryId: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<readonly DirectoryTokenRow[] | undefined> {
  if (!isUuid(directoryId)) return undefined;
  if (after !== undefined && !isUuid(after)) return [];
  const values = [directoryId, environmentId, after, limit];
  const rows = await queryable.query<DirectoryTokenRow | { id: null }>(list, values);
  return rows.length === 0 ? undefined : rows.filter((row) => row.id !== null);
}

const revoke: Statement = {
  name: 'directory-tokens.revoke',
  text: `update directory_tokens t set revoked_at = coalesce(t.revoked_at, clock_timestamp())
  from directories d
  where t.directory_id = $1 and t.id = $3 and d.id = $1 and d.environment_id = $2 and d.deleted_at is null
  returning t.id`,
};

/** Ends a token; false when there is none with this id. A revoked one keeps its time. */
export async function revokeDirectoryToken(
  queryable: Queryable,
  environmentId: string,
  directoryId: string,
  id: string,
): Promise<boolean> {
  if (!isUuid(directoryId) || !isUuid(id)) return false;
  return (await queryable.query(revoke, [directoryId, environmentId, id])).length > 0;
}

const revokeAll: Statement = {
  name: 'directory-tokens.revoke-all',
  text: 'update directory_tokens set revoked_at = clock_timestamp() where directory_id = $1 and revoked_at is null',
};

/** Ends all tokens of a directory that is deleted. */
export async function revokeDirectoryTokens(tx: Queryable, directoryId: string): Promise<void> {
  await tx.query(revokeAll, [directoryId]);
}

/** The directory that a request is for, found by its token. */
export interface AuthenticatedDirectory extends DirectoryRow {
  /** `lastRequestAt` is more than a minute ago. */
  readonly isTouchDue: boolean;
}

interface Credential {
  readonly directoryId: string;
  readonly hash: Uint8Array;
}

const authenticate: SharedStatement<Credential, AuthenticatedDirectory & { readonly hash: Buffer }> = {
  name: 'directory-tokens.authenticate',
  text: `select ${directoryColumns('d')}, t.token_hash as hash,
    coalesce(d.last_request_at < clock_timestamp() - interval '1 minute', true) as "isTouchDue"
  from ${unnest('$1::uuid[]', '$2::bytea[]')} as c (directory_id, hash)
    cross join lateral (
      select * from directory_tokens t where t.token_hash = c.hash and t.directory_id = c.directory_id
        and t.revoked_at is null and (t.expires_at is null or t.expires_at > clock_timestamp()) limit 1
    ) t
    cross join lateral (select * from directories d where d.id = t.directory_id and d.deleted_at is null limit 1) d`,
  valuesOf: (credentials) => [
    credentials.map(({ directoryId }) => directoryId),
    credentials.map(({ hash }) => hash),
  ],
  isOf: (directory, { directoryId, hash }) =>
    directory.id === directoryId.toLowerCase() && directory.hash.equals(hash),
  // An identity provider sends one token with all that it sends.
  keyOf: ({ directoryId, hash }) => directoryId.toLowerCase() + Buffer.from(hash).toString('latin1'),
};

/** The directory, when this is a live token of it. */
export async function authenticateDirectory(
  queryable: Queryable,
  directoryId: string,
  hash: Uint8Array,
): Promise<AuthenticatedDirectory | undefined> {
  if (!isUuid(directoryId)) return undefined;
  const found = await askShared(queryable, authenticate, { directoryId, hash });
  if (found === undefined) return undefined;
  const { hash: _hash, ...directory } = found;
  return directory;
}
