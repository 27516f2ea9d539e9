import type { Queryable, Statement } from './database.ts';
import type { LeasedDelivery, ReleasedKey } from './delivery-results.ts';

const release: Statement = {
  name: 'delivery-trials.release',
  text: `with followers as (
    select distinct f.endpoint_id, f.delivery_id
    from unnest($2::uuid[], $3::uuid[]) as y (endpoint_id, id)
    join delivery_keys own on own.endpoint_id = y.endpoint_id and own.delivery_id = y.id
    cross join lateral (
      select endpoint_id, delivery_id from delivery_keys
      where endpoint_id = own.endpoint_id and order_key = own.order_key and ordinal > own.ordinal
      order by ordinal limit 1
    ) f
  )
  update deliveries d set state = 'ready', is_trial = true,
    next_attempt_at = coalesce($1::timestamptz, clock_timestamp())
  from followers f
  where d.endpoint_id = f.endpoint_id and d.id = f.delivery_id and d.state = 'waiting' and not exists (
    select from delivery_keys own
    join delivery_keys earlier on earlier.endpoint_id = own.endpoint_id and earlier.order_key = own.order_key
      and earlier.ordinal < own.ordinal
    join deliveries blocker on blocker.endpoint_id = earlier.endpoint_id and blocker.id = earlier.delivery_id
    where own.endpoint_id = f.endpoint_id and own.delivery_id = f.delivery_id
      and (blocker.attempts < $4 or blocker.lease_id is not null)
  )
  returning d.endpoint_id as "endpointId"`,
};

/**
 * Lets the followers of deliveries be tried before them, where all that they wait for has been tried `minAttempts`
 * times. Answers the endpoints that now have such a trial.
 */
export async function releaseFollowers(
  tx: Queryable,
  deliveries: readonly Pick<LeasedDelivery, 'endpointId' | 'id'>[],
  minAttempts: number,
  now: Date | undefined,
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ endpointId: string }>(release, [
    now,
    deliveries.map(({ endpointId }) => endpointId),
    deliveries.map(({ id }) => id),
    minAttempts,
  ]);
  return new Set(rows.map(({ endpointId }) => endpointId));
}

const park: Statement = {
  name: 'delivery-trials.park-blockers',
  text: `with parked as (
    update deliveries d set state = 'failed', lease_id = null, is_trial = false,
      finished_at = coalesce($1::timestamptz, clock_timestamp())
    from (
      select distinct earlier.endpoint_id, earlier.delivery_id
      from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as t (endpoint_id, id, lease_id)
      join deliveries trial
        on trial.endpoint_id = t.endpoint_id and trial.id = t.id and trial.lease_id = t.lease_id
      join delivery_keys own on own.endpoint_id = t.endpoint_id and own.delivery_id = t.id
      join delivery_keys earlier on earlier.endpoint_id = own.endpoint_id and earlier.order_key = own.order_key
        and earlier.ordinal < own.ordinal
    ) b
    where d.endpoint_id = b.endpoint_id and d.id = b.delivery_id
    returning d.endpoint_id, d.id
  )
  delete from delivery_keys k using parked p where k.endpoint_id = p.endpoint_id and k.delivery_id = p.id
  returning k.endpoint_id as "endpointId", k.order_key as "orderKey"`,
};

/** Gives up what accepted trials had before them: their receiver takes others. Needs the trials' leases. */
export function parkBlockers(
  tx: Queryable,
  trials: readonly LeasedDelivery[],
  now: Date | undefined,
): Promise<readonly ReleasedKey[]> {
  return tx.query<ReleasedKey>(park, [
    now,
    trials.map(({ endpointId }) => endpointId),
    trials.map(({ id }) => id),
    trials.map(({ leaseId }) => leaseId),
  ]);
}

const hurry: Statement = {
  name: 'delivery-trials.hurry',
  text: `update deliveries set next_attempt_at = coalesce($1::timestamptz, clock_timestamp())
  where endpoint_id = any ($2::uuid[]) and state = 'ready' and failures > 0 and not fails_alone
    and lease_id is null and next_attempt_at > coalesce($1::timestamptz, clock_timestamp())`,
};

/** Makes due at once what failed while these endpoints did. */
export async function hurryDeliveries(
  tx: Queryable,
  endpointIds: readonly string[],
  now: Date | undefined,
): Promise<void> {
  await tx.query(hurry, [now, endpointIds]);
}
