import type { Queryable, Statement } from './database.ts';
import { askShared } from './shared-statement.ts';
import type { SharedStatement } from './shared-statement.ts';
import { isUuid } from './uuid-text.ts';
import { unnest } from './unnest.ts';

export interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly revokedAt: string | null;
}

const columns = `id, name, created_at as "createdAt", revoked_at as "revokedAt"`;

export interface NewApiKey {
  readonly id: string;
  readonly environmentId: string;
  readonly name: string;
  readonly hash: Uint8Array;
}

const insert: Statement = {
  name: 'api-keys.insert',
  text: `insert into api_keys (id, environment_id, name, key_hash) values ($1, $2, $3, $4) returning ${columns}`,
};

export async function insertApiKey(
  queryable: Queryable,
  { id, environmentId, name, hash }: NewApiKey,
): Promise<ApiKeyRow> {
  const [row] = await queryable.query<ApiKeyRow>(insert, [id, environmentId, name, hash]);
  if (row === undefined) throw new Error('Expected the inserted API key.');
  return row;
}

const ensure: Statement = {
  name: 'api-keys.ensure',
  text: `insert into api_keys (id, environment_id, name, key_hash) values ($1, $2, $3, $4)
  on conflict (key_hash) do nothing`,
};

/** Adds a key that somebody chose, unless it is there already; a revoked one stays revoked. */
export async function ensureApiKey(
  queryable: Queryable,
  { id, environmentId, name, hash }: NewApiKey,
): Promise<void> {
  await queryable.query(ensure, [id, environmentId, name, hash]);
}

const list: Statement = {
  name: 'api-keys.list',
  text: `select ${columns} from api_keys
  where environment_id = $1 and ($2::uuid is null or id > $2::uuid) order by id limit $3`,
};

/** The keys of an environment behind the id `after`, revoked ones too, in the order in which they were made. */
export async function listApiKeys(
  queryable: Queryable,
  environmentId: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<readonly ApiKeyRow[]> {
  if (after !== undefined && !isUuid(after)) return [];
  return queryable.query<ApiKeyRow>(list, [environmentId, after, limit]);
}

const revoke: Statement = {
  name: 'api-keys.revoke',
  text: `update api_keys set revoked_at = coalesce(revoked_at, clock_timestamp())
  where id = $1 and environment_id = $2 returning id`,
};

/** Ends a key; false when the environment has none with this id. A revoked one keeps its time. */
export async function revokeApiKey(
  queryable: Queryable,
  environmentId: string,
  id: string,
): Promise<boolean> {
  if (!isUuid(id)) return false;
  return (await queryable.query(revoke, [id, environmentId])).length > 0;
}

/** Who asks with an API key. */
export interface AuthenticatedApiKey {
  readonly environmentId: string;
  readonly apiKeyId: string;
}

const authenticate: SharedStatement<Uint8Array, AuthenticatedApiKey & { readonly hash: Buffer }> = {
  name: 'api-keys.authenticate',
  text: `select k.environment_id as "environmentId", k.id as "apiKeyId", k.key_hash as hash
  from ${unnest('$1::bytea[]')} as a (hash)
    cross join lateral (select * from api_keys where key_hash = a.hash and revoked_at is null limit 1) k`,
  valuesOf: (hashes) => [hashes],
  isOf: ({ hash }, asked) => hash.equals(asked),
  keyOf: (hash) => Buffer.from(hash).toString('latin1'),
};

/** The owner of a live key. */
export async function authenticateApiKey(
  queryable: Queryable,
  hash: Uint8Array,
): Promise<AuthenticatedApiKey | undefined> {
  const found = await askShared(queryable, authenticate, hash);
  return found && { environmentId: found.environmentId, apiKeyId: found.apiKeyId };
}
