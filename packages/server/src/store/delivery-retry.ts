import type { Queryable, Statement } from './database.ts';
import { deliveryColumns } from './deliveries.ts';
import type { DeliveryRow } from './deliveries.ts';

const retry: Statement = {
  name: 'delivery-retry.retry',
  // What was finished has no order keys any more, so it holds up nothing. What is being sent is left alone.
  text: `update deliveries set state = 'ready', failures = 0, fails_alone = false, last_failed_at = null,
    lease_id = null, finished_at = null, next_attempt_at = coalesce($2::timestamptz, clock_timestamp())
  where id = $1 and (state in ('delivered', 'failed') or (state = 'ready' and lease_id is null))
  returning ${deliveryColumns}`,
};

/** Makes a delivery due at once, as if it had never failed; undefined when it waits or is being sent. */
export async function retryDelivery(
  tx: Queryable,
  id: string,
  now: Date | undefined,
): Promise<DeliveryRow | undefined> {
  const [row] = await tx.query<DeliveryRow>(retry, [id, now]);
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
