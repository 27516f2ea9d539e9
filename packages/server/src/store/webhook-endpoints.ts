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
  readonly signatures: readonly SignatureVersion[];
  /** `whpk_…` */
  readonly publicKey: string;
  readonly state: 'enabled' | 'disabled';
  readonly disabledReason: 'requested' | 'failing' | 'gone' | null;
  readonly disabledAt: string | null;
  readonly failingSince: string | null;
  readonly nextProbeAt: string | null;
  /** What lies behind this position of the log has yet to be put into its queue; null: the relay puts it there. */
  readonly feedPosition: number | null;
  /** While it is disabled: the position of the oldest event that was left in its queue. */
  readonly undeliveredPosition: number | null;
  /** The last replay: behind which position it began, at which it ends. */
  readonly replayAfter: number | null;
  readonly replayUntil: number | null;
  readonly replayStartedAt: string | null;
  readonly replayFinishedAt: string | null;
  readonly replayDeliveries: number | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** `v1`: HMAC-SHA256. `v1a`: Ed25519. */
export type SignatureVersion = 'v1' | 'v1a';

export const webhookEndpointColumns = `id, environment_id as "environmentId", url, description,
  event_types as "eventTypes", directory_ids as "directoryIds", signatures, public_key as "publicKey", state,
  disabled_reason as "disabledReason", disabled_at as "disabledAt", failing_since as "failingSince",
  next_probe_at as "nextProbeAt", feed_position as "feedPosition",
  undelivered_position as "undeliveredPosition", replay_after as "replayAfter", replay_until as "replayUntil",
  replay_started_at as "replayStartedAt", replay_finished_at as "replayFinishedAt", replay_deliveries as "replayDeliveries",
  created_at as "createdAt", updated_at as "updatedAt"`;

/** The keys of an endpoint, as they are stored. */
export interface EndpointKeys {
  readonly secretEncrypted: Uint8Array;
  readonly publicKey: string;
  readonly privateKeyEncrypted: Uint8Array;
}

export interface NewWebhookEndpoint extends EndpointKeys {
  readonly id: string;
  readonly environmentId: string;
  readonly url: string;
  readonly description?: string | null | undefined;
  readonly eventTypes?: readonly string[] | null | undefined;
  readonly directoryIds?: readonly string[] | null | undefined;
  /** `v1` when left out. */
  readonly signatures?: readonly SignatureVersion[] | undefined;
}

const insert: Statement = {
  name: 'webhook-endpoints.insert',
  text: `insert into webhook_endpoints (id, environment_id, url, description, event_types, directory_ids,
    secret_encrypted, public_key, private_key_encrypted, signatures, created_at, updated_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, statement_timestamp(), statement_timestamp())
  returning ${webhookEndpointColumns}`,
};

/** Adds an endpoint; it gets what is numbered from now on. */
export async function insertWebhookEndpoint(
  queryable: Queryable,
  endpoint: NewWebhookEndpoint,
): Promise<WebhookEndpointRow> {
  const { id, environmentId, url, description, eventTypes, directoryIds, signatures = ['v1'] } = endpoint;
  const { secretEncrypted, publicKey, privateKeyEncrypted } = endpoint;
  const [row] = await queryable.query<WebhookEndpointRow>(insert, [
    ...[id, environmentId, url, description, eventTypes, directoryIds],
    ...[secretEncrypted, publicKey, privateKeyEncrypted, signatures],
  ]);
  if (row === undefined) throw new Error('Expected the inserted endpoint.');
  return row;
}

const list: Statement = {
  name: 'webhook-endpoints.list',
  text: `select ${webhookEndpointColumns} from webhook_endpoints
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
  text: `select ${webhookEndpointColumns} from webhook_endpoints where id = $1 and environment_id = $2`,
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

/** What is undefined stays; null clears. The state is changed by `endpoint-state.ts`. */
export interface WebhookEndpointChange {
  readonly url?: string | undefined;
  readonly description?: string | null | undefined;
  readonly eventTypes?: readonly string[] | null | undefined;
  readonly directoryIds?: readonly string[] | null | undefined;
  readonly signatures?: readonly SignatureVersion[] | undefined;
}

const update: Statement = {
  name: 'webhook-endpoints.update',
  text: `update webhook_endpoints set
    url = coalesce($3, url),
    description = case when $4 then $5 else description end,
    event_types = case when $6 then $7 else event_types end,
    directory_ids = case when $8 then $9 else directory_ids end,
    signatures = coalesce($10, signatures),
    updated_at = clock_timestamp()
  where id = $1 and environment_id = $2 returning ${webhookEndpointColumns}`,
};

export async function updateWebhookEndpoint(
  queryable: Queryable,
  environmentId: string,
  id: string,
  change: WebhookEndpointChange,
): Promise<WebhookEndpointRow | undefined> {
  if (!isUuid(id)) return undefined;
  const { url, description, eventTypes, directoryIds, signatures } = change;
  const [row] = await queryable.query<WebhookEndpointRow>(update, [
    ...[id, environmentId, url],
    ...[description !== undefined, description],
    ...[eventTypes !== undefined, eventTypes],
    ...[directoryIds !== undefined, directoryIds],
    signatures,
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
  name: 'webhook-endpoints.rotate-keys',
  text: `update webhook_endpoints set
    secret_encrypted = $3, previous_secret_encrypted = secret_encrypted,
    public_key = $4, previous_public_key = public_key,
    private_key_encrypted = $5, previous_private_key_encrypted = private_key_encrypted,
    previous_secret_expires_at = coalesce($7::timestamptz, clock_timestamp()) + $6::float8 * interval '1 second',
    updated_at = clock_timestamp()
  where id = $1 and environment_id = $2 returning previous_secret_expires_at as "previousSecretExpiresAt"`,
};

export interface RotateOptions {
  readonly overlapSeconds: number;
  /** The database's clock when undefined. */
  readonly now: Date | undefined;
}

/** Takes new keys; for the overlap deliveries are signed with both. Keys before the last ones end at once. */
export async function rotateWebhookEndpointKeys(
  queryable: Queryable,
  environmentId: string,
  id: string,
  { secretEncrypted, publicKey, privateKeyEncrypted }: EndpointKeys,
  { overlapSeconds, now }: RotateOptions,
): Promise<{ readonly previousSecretExpiresAt: string } | undefined> {
  if (!isUuid(id)) return undefined;
  const values = [id, environmentId, secretEncrypted, publicKey, privateKeyEncrypted, overlapSeconds, now];
  const [row] = await queryable.query<{ previousSecretExpiresAt: string }>(rotate, values);
  return row;
}

const publicKeys: Statement = {
  name: 'webhook-endpoints.public-keys',
  text: `select public_key as current,
    case when previous_secret_expires_at > coalesce($2::timestamptz, clock_timestamp()) then previous_public_key end
      as previous
  from webhook_endpoints where id = $1`,
};

/** The public keys that verify what an endpoint is sent now, whoever asks; undefined when there is no such endpoint. */
export async function getPublicKeys(
  queryable: Queryable,
  id: string,
  now: Date | undefined,
): Promise<readonly string[] | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await queryable.query<{ current: string; previous: string | null }>(publicKeys, [id, now]);
  return row && [row.current, ...(row.previous === null ? [] : [row.previous])];
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
