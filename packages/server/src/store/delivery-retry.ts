import type { Queryable, Statement } from './database.ts';
import { deliveryColumns } from './deliveries.ts';
import type { DeliveryRow } from './deliveries.ts';

const retry: Statement = {
  name: 'delivery-retry.retry',
  // What was finished has no order keys any more, so it holds up nothing. What is being sent is left alone. The attempt
  // that was accepted becomes one of several.
  text: `with wanted as (
    select d.* from webhook_endpoints w join deliveries d on d.endpoint_id = w.id and d.id = $2
    where w.environment_id = $1
      and (d.state in ('delivered', 'failed') or (d.state = 'ready' and d.lease_id is null))
    for no key update of d
  ), logged as (
    insert into delivery_attempts (endpoint_id, delivery_id, attempt, attempted_at, duration_ms, status, response_body)
    select endpoint_id, id, attempts, accepted_at, accepted_in_ms, accepted_status, accepted_answer from wanted
    where accepted_at is not null
  ), retried as (
    update deliveries d set state = 'ready', failures = 0, fails_alone = false, last_failed_at = null,
      lease_id = null, finished_at = null, next_attempt_at = coalesce($3::timestamptz, clock_timestamp()),
      accepted_at = null, accepted_in_ms = null, accepted_status = null, accepted_answer = null
    from wanted w where d.endpoint_id = w.endpoint_id and d.id = w.id returning d.*
  )
  select ${deliveryColumns} from retried`,
};

/** Makes a delivery due at once, as if it had never failed; undefined when it waits or is being sent. */
export async function retryDelivery(
  tx: Queryable,
  environmentId: string,
  id: string,
  now: Date | undefined,
): Promise<DeliveryRow | undefined> {
  const [row] = await tx.query<DeliveryRow>(retry, [environmentId, id, now]);
  return row;
}

const probe: Statement = {
  name: 'delivery-retry.probe',
  text: `update webhook_endpoints set next_probe_at = coalesce($2::timestamptz, clock_timestamp())
  where id = $1 and next_probe_at > coalesce($2::timestamptz, clock_timestamp()) and probe_lease_id is null`,
};

/** Lets an endpoint whose breaker is open be tried at once. */
export async function probeNow(
  queryable: Queryable,
  endpointId: string,
  now: Date | undefined,
): Promise<void> {
  await queryable.query(probe, [endpointId, now]);
}
