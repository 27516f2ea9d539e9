import type { Queryable, Statement } from './database.ts';
import { isUuid } from './uuid-text.ts';

export interface WebhookEndpointRow {
  readonly id: string;
  readonly environmentId: string;
  readonly url: string;
  readonly description: string | null;
  /** null: all. */
  readonly eventTypes: readonly string[] | null;
  /** null: all of the environment. */
  readonly directoryIds: readonly string[] | null;
  readonly state: 'enabled' | 'disabled';
  readonly createdAt: string;
  readonly updatedAt: string;
}

const columns = `id, environment_id as "environmentId", url, description, event_types as "eventTypes",
  directory_ids as "directoryIds", state, created_at as "createdAt", updated_at as "updatedAt"`;

export interface NewWebhookEndpoint {
  readonly id: string;
  readonly environmentId: string;
  readonly url: string;
  readonly description?: string | null | undefined;
  readonly eventTypes?: readonly string[] | null | undefined;
  readonly directoryIds?: readonly string[] | null | undefined;
  readonly secretEncrypted: Uint8Array;
}

const insert: Statement = {
  name: 'webhook-endpoints.insert',
  text: `insert into webhook_endpoints (id, environment_id, url, description, event_types, directory_ids,
    secret_encrypted, created_at, updated_at)
  values ($1, $2, $3, $4, $5, $6, $7, statement_timestamp(), statement_timestamp()) returning ${columns}`,
};

/** Adds an endpoint; it gets what is numbered from now on. */
export async function insertWebhookEndpoint(
  queryable: Queryable,
  endpoint: NewWebhookEndpoint,
): Promise<WebhookEndpointRow> {
  const { id, environmentId, url, description, eventTypes, directoryIds, secretEncrypted } = endpoint;
  const values = [id, environmentId, url, description, eventTypes, directoryIds, secretEncrypted];
  const [row] = await queryable.query<WebhookEndpointRow>(insert, values);
  if (row === undefined) throw new Error('Expected the inserted endpoint.');
  return row;
}

const list: Statement = {
  name: 'webhook-endpoints.list',
  text: `select ${columns} from webhook_endpoints
  where environment_id = $1 and ($2::uuid is null or id > $2::uuid) order by id limit $3`,
};

/** The endpoints of an environment behind the id `after`, in the order in which they were made. */
export async function listWebhookEndpoints(
  queryable: Queryable,
  environmentId: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<readonly WebhookEndpointRow[]> {
  if (after !== undefined && !isUuid(after)) return [];
  return queryable.query<WebhookEndpointRow>(list, [environmentId, after, limit]);
}

const get: Statement = {
  name: 'webhook-endpoints.get',
  text: `select ${columns} from webhook_endpoints where id = $1 and environment_id = $2`,
};

export async function getWebhookEndpoint(
  queryable: Queryable,
  environmentId: string,
  id: string,
): Promise<WebhookEndpointRow | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await queryable.query<WebhookEndpointRow>(get, [id, environmentId]);
  return row;
}

/** What is undefined stays; null clears. */
export interface WebhookEndpointChange {
  readonly url?: string | undefined;
  readonly description?: string | null | undefined;
  readonly eventTypes?: readonly string[] | null | undefined;
  readonly directoryIds?: readonly string[] | null | undefined;
  readonly state?: WebhookEndpointRow['state'] | undefined;
}

const update: Statement = {
  name: 'webhook-endpoints.update',
  text: `update webhook_endpoints set
    url = coalesce($3, url),
    description = case when $4 then $5 else description end,
    event_types = case when $6 then $7 else event_types end,
    directory_ids = case when $8 then $9 else directory_ids end,
    state = coalesce($10, state),
    updated_at = clock_timestamp()
  where id = $1 and environment_id = $2 returning ${columns}`,
};

export async function updateWebhookEndpoint(
  queryable: Queryable,
  environmentId: string,
  id: string,
  change: WebhookEndpointChange,
): Promise<WebhookEndpointRow | undefined> {
  if (!isUuid(id)) return undefined;
  const { url, description, eventTypes, directoryIds, state } = change;
  const [row] = await queryable.query<WebhookEndpointRow>(update, [
    ...[id, environmentId, url],
    ...[description !== undefined, description],
    ...[eventTypes !== undefined, eventTypes],
    ...[directoryIds !== undefined, directoryIds],
    state,
  ]);
  return row;
}

const remove: Statement = {
  name: 'webhook-endpoints.delete',
  text: 'delete from webhook_endpoints where id = $1 and environment_id = $2 returning id',
};

/** Deletes an endpoint with its deliveries; false when there is none. */
export async function deleteWebhookEndpoint(
  queryable: Queryable,
  environmentId: string,
  id: string,
): Promise<boolean> {
  if (!isUuid(id)) return false;
  return (await queryable.query(remove, [id, environmentId])).length > 0;
}

const rotate: Statement = {
  name: 'webhook-endpoints.rotate-secret',
  text: `update webhook_endpoints set secret_encrypted = $3, previous_secret_encrypted = secret_encrypted,
    previous_secret_expires_at = clock_timestamp() + $4::float8 * interval '1 second', updated_at = clock_timestamp()
  where id = $1 and environment_id = $2 returning previous_secret_expires_at as "previousSecretExpiresAt"`,
};

/** Takes a new secret; for `overlapSeconds` deliveries are signed with both. A secret before the last one ends at once. */
export async function rotateWebhookEndpointSecret(
  queryable: Queryable,
  environmentId: string,
  id: string,
  secretEncrypted: Uint8Array,
  overlapSeconds: number,
): Promise<{ readonly previousSecretExpiresAt: string } | undefined> {
  if (!isUuid(id)) return undefined;
  const values = [id, environmentId, secretEncrypted, overlapSeconds];
  const [row] = await queryable.query<{ previousSecretExpiresAt: string }>(rotate, values);
  return row;
}

const findKnown: Statement = {
  name: 'webhook-endpoints.known-directories',
  text: `select id from directories where environment_id = $1 and deleted_at is null and id = any ($2::uuid[])`,
};

/** Those of `ids` that are no directory of the environment. */
export async function findUnknownDirectories(
  queryable: Queryable,
  environmentId: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const rows = await queryable.query<{ id: string }>(findKnown, [environmentId, ids.filter(isUuid)]);
  const known = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => !known.has(id.toLowerCase()));
}
