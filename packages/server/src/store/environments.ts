import type { ApiKeyRow } from './api-keys.ts';
import type { Queryable, Statement } from './database.ts';

/** One world of a product; what belongs to one is invisible in every other. */
export interface EnvironmentRow {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
}

export interface NewEnvironment {
  readonly id: string;
  readonly name: string;
  /** Its first key: without one nobody could use it. */
  readonly apiKey: { readonly id: string; readonly name: string; readonly hash: Uint8Array };
}

export interface CreatedEnvironment {
  readonly environment: EnvironmentRow;
  readonly apiKey: ApiKeyRow;
}

const insert: Statement = {
  name: 'environments.insert',
  text: `with environment as (
    insert into environments (id, name) values ($1, $2)
    on conflict (name) do nothing returning id, name, created_at
  ), api_key as (
    insert into api_keys (id, environment_id, name, key_hash)
    select $3, id, $4, $5 from environment returning id, name, created_at
  )
  select e.id, e.name, e.created_at as "createdAt",
    k.id as "apiKeyId", k.name as "apiKeyName", k.created_at as "apiKeyCreatedAt"
  from environment e cross join api_key k`,
};

interface InsertedRow extends EnvironmentRow {
  readonly apiKeyId: string;
  readonly apiKeyName: string;
  readonly apiKeyCreatedAt: string;
}

/** Adds an environment with its first API key, or answers `conflict` when the name is taken. */
export async function insertEnvironment(
  queryable: Queryable,
  { id, name, apiKey }: NewEnvironment,
): Promise<CreatedEnvironment | 'conflict'> {
  const [row] = await queryable.query<InsertedRow>(insert, [id, name, apiKey.id, apiKey.name, apiKey.hash]);
  if (row === undefined) return 'conflict';
  return {
    environment: { id: row.id, name: row.name, createdAt: row.createdAt },
    apiKey: { id: row.apiKeyId, name: row.apiKeyName, createdAt: row.apiKeyCreatedAt, revokedAt: null },
  };
}

const find: Statement = {
  name: 'environments.find',
  text: 'select id, name, created_at as "createdAt" from environments where name = $1',
};

export async function findEnvironment(
  queryable: Queryable,
  name: string,
): Promise<EnvironmentRow | undefined> {
  const [row] = await queryable.query<EnvironmentRow>(find, [name]);
  return row;
}
