import type { Queryable, Statement } from './database.ts';
import { currentEventPosition } from './events.ts';
import { webhookEndpointColumns } from './webhook-endpoints.ts';
import type { WebhookEndpointRow } from './webhook-endpoints.ts';

const disable: Statement = {
  name: 'endpoint-state.disable',
  // Each delivery that waits does so for one that is ready.
  text: `update webhook_endpoints set state = 'disabled', disabled_reason = $2,
    disabled_at = coalesce($3::timestamptz, clock_timestamp()),
    feed_position = coalesce(feed_position, $4),
    undelivered_position = (
      select min(e.position) from deliveries d join events e on e.id = d.event_id
      where d.endpoint_id = $1 and d.state = 'ready'
    ),
    next_probe_at = null, probe_lease_id = null, updated_at = clock_timestamp()
  where id = $1 and state = 'enabled' returning ${webhookEndpointColumns}`,
};

/**
 * Ends sending to an endpoint; from where the log ends now it goes on when it is enabled. Needs the endpoint locked
 * in an earlier statement, so that what the relay has numbered is in the log or in the queue, never in neither.
 */
export async function disableEndpoint(
  tx: Queryable,
  endpointId: string,
  reason: NonNullable<WebhookEndpointRow['disabledReason']>,
  now: Date | undefined,
): Promise<WebhookEndpointRow | undefined> {
  const end = await currentEventPosition(tx);
  const [row] = await tx.query<WebhookEndpointRow>(disable, [endpointId, reason, now, end]);
  return row;
}

const enable: Statement = {
  name: 'endpoint-state.enable',
  // What failed until now is forgotten: it is sent at once, and trials wait for their turn again.
  text: `with enabled as (
    update webhook_endpoints set state = 'enabled', disabled_reason = null, disabled_at = null,
      undelivered_position = null, failing_since = null, strikes = 0, failed_rounds = 0,
      updated_at = clock_timestamp()
    where id = $1 and state = 'disabled' returning id
  )
  update deliveries d set state = case when d.is_trial then 'waiting' else d.state end, is_trial = false,
    failures = 0, fails_alone = false, last_failed_at = null,
    next_attempt_at = coalesce($2::timestamptz, clock_timestamp())
  from enabled where d.endpoint_id = enabled.id and d.state = 'ready' and (d.failures > 0 or d.is_trial)
    and d.lease_id is null`,
};

/** Sends again: what is in its queue, then what the log has got meanwhile. */
export async function enableEndpoint(
  tx: Queryable,
  endpointId: string,
  now: Date | undefined,
): Promise<void> {
  await tx.query(enable, [endpointId, now]);
}

const enqueue: Statement = {
  name: 'endpoint-state.enqueue',
  text: `insert into deliveries (endpoint_id, id, environment_id, event_id, event_type, body, state)
  select w.id, uuid_v7(), w.environment_id, $2, $3, $4, 'ready'
  from webhook_endpoints w where w.id = any ($1::uuid[]) and w.state = 'enabled'
  returning id`,
};

/** An event about an endpoint: it is in no log and has no order. */
export interface EndpointEvent {
  readonly id: string;
  readonly type: string;
  readonly body: string;
}

/** Puts an event about an endpoint into the queues of endpoints that are enabled. Answers the deliveries. */
export async function enqueueEndpointEvent(
  queryable: Queryable,
  endpointIds: readonly string[],
  { id, type, body }: EndpointEvent,
): Promise<readonly string[]> {
  const rows = await queryable.query<{ id: string }>(enqueue, [endpointIds, id, type, body]);
  return rows.map((row) => row.id);
}

const listOthers: Statement = {
  name: 'endpoint-state.list-others',
  text: `select id from webhook_endpoints
  where environment_id = $1 and id <> $2 and state = 'enabled' and (event_types is null or $3 = any (event_types))`,
};

/** The enabled endpoints of an environment that take this type of event, without one. */
export async function listOtherEndpoints(
  queryable: Queryable,
  environmentId: string,
  endpointId: string,
  type: string,
): Promise<readonly string[]> {
  const rows = await queryable.query<{ id: string }>(listOthers, [environmentId, endpointId, type]);
  return rows.map(({ id }) => id);
}
