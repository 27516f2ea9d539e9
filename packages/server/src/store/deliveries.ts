import type { Queryable, Statement } from './database.ts';
import { isUuid } from './uuid-text.ts';

/** `waiting`: an earlier delivery of the same resource is unfinished. `ready`: due, being sent, or to be retried. */
export type DeliveryState = 'waiting' | 'ready' | 'delivered' | 'failed';

export interface DeliveryRow {
  readonly id: string;
  readonly endpointId: string;
  readonly directoryId: string | null;
  readonly eventId: string;
  readonly eventType: string;
  readonly sequence: number | null;
  readonly isReplay: boolean;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** null unless `ready`, and while it is being sent. */
  readonly nextAttemptAt: string | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

export const deliveryColumns = `id, endpoint_id as "endpointId", directory_id as "directoryId", event_id as "eventId",
  event_type as "eventType", sequence, is_replay as "isReplay", state, attempts,
  case when state = 'ready' and lease_id is null then next_attempt_at end as "nextAttemptAt",
  created_at as "createdAt", finished_at as "finishedAt"`;

export interface DeliveryQuery {
  readonly endpointId?: string | undefined;
  readonly eventId?: string | undefined;
  /** Any of these. */
  readonly states?: readonly DeliveryState[] | undefined;
  /** Older than the delivery of this id. */
  readonly before?: string | undefined;
  readonly limit: number;
}

const wanted = `($2::text[] is null or state = any ($2)) and ($3::uuid is null or id < $3::uuid)`;

const listOfEnvironment: Statement = {
  name: 'deliveries.list-of-environment',
  // Of each endpoint the newest ones, by the primary key: an index over environments would be one more to write for each
  // attempt.
  text: `select d.* from webhook_endpoints w cross join lateral (
    select ${deliveryColumns} from deliveries where endpoint_id = w.id and ${wanted} order by id desc limit $4
  ) d
  where w.environment_id = $1 order by d.id desc limit $4`,
};

const listOfEndpoint: Statement = {
  name: 'deliveries.list-of-endpoint',
  text: `select ${deliveryColumns} from deliveries
  where environment_id = $1 and ${wanted} and endpoint_id = $5 order by id desc limit $4`,
};

const listOfEvent: Statement = {
  name: 'deliveries.list-of-event',
  text: `select ${deliveryColumns} from deliveries
  where environment_id = $1 and ${wanted} and event_id = $5 and ($6::uuid is null or endpoint_id = $6)
  order by id desc limit $4`,
};

/** The deliveries of an environment, newest first. */
export async function listDeliveries(
  queryable: Queryable,
  environmentId: string,
  { endpointId, eventId, states, before, limit }: DeliveryQuery,
): Promise<readonly DeliveryRow[]> {
  if ([endpointId, eventId, before].some((id) => id !== undefined && !isUuid(id))) return [];
  const values = [environmentId, states, before, limit];
  if (eventId !== undefined) return queryable.query(listOfEvent, [...values, eventId, endpointId]);
  if (endpointId !== undefined) return queryable.query(listOfEndpoint, [...values, endpointId]);
  return queryable.query(listOfEnvironment, values);
}

export interface DeliveryAttemptRow {
  readonly attempt: number;
  readonly attemptedAt: string;
  readonly durationMs: number;
  /** null: no answer came. */
  readonly status: number | null;
  readonly error: string | null;
  /** Its first 4 KB. */
  readonly responseBody: string | null;
}

const get: Statement = {
  name: 'deliveries.get',
  text: `select d.* from webhook_endpoints w cross join lateral (
    select ${deliveryColumns} from deliveries where endpoint_id = w.id and id = $1
  ) d
  where w.environment_id = $2`,
};

const listAttempts: Statement = {
  name: 'deliveries.list-attempts',
  text: `select attempt, attempted_at as "attemptedAt", duration_ms as "durationMs", status, error,
    response_body as "responseBody"
  from (
    select attempt, attempted_at, duration_ms, status, error, response_body from delivery_attempts
    where endpoint_id = $1 and delivery_id = $2
    union all
    select attempts, accepted_at, accepted_in_ms, accepted_status, null, accepted_answer from deliveries
    where endpoint_id = $1 and id = $2 and accepted_at is not null
  ) a order by attempt`,
};

/** A delivery with its attempts, oldest first. */
export async function getDelivery(
  queryable: Queryable,
  environmentId: string,
  id: string,
): Promise<{ readonly delivery: DeliveryRow; readonly attempts: readonly DeliveryAttemptRow[] } | undefined> {
  if (!isUuid(id)) return undefined;
  const [delivery] = await queryable.query<DeliveryRow>(get, [id, environmentId]);
  if (delivery === undefined) return undefined;
  const attempts = await queryable.query<DeliveryAttemptRow>(listAttempts, [delivery.endpointId, id]);
  return { delivery, attempts };
}
