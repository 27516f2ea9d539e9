import type { Queryable, Statement } from './database.ts';

/** A delivery under the lease that it was claimed with. */
export interface LeasedDelivery {
  readonly endpointId: string;
  readonly id: string;
  readonly leaseId: string;
}

/** What a delivery has behind it. */
export interface DeliveryRecord {
  readonly id: string;
  readonly attempts: number;
  /** Of the attempts, those that failed and were not put down to the endpoint. */
  readonly failures: number;
  readonly lastFailedAt: string | null;
  /** Others succeeded between two of its failures. */
  readonly failsAlone: boolean;
  readonly isTrial: boolean;
}

const readLeased: Statement = {
  name: 'delivery-results.read-leased',
  text: `select d.id, d.attempts, d.failures, d.last_failed_at as "lastFailedAt", d.fails_alone as "failsAlone",
    d.is_trial as "isTrial"
  from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as l (endpoint_id, id, lease_id)
  join deliveries d on d.endpoint_id = l.endpoint_id and d.id = l.id and d.lease_id = l.lease_id`,
};

/** The records of those whose lease still holds, by their ids. */
export async function readLeasedDeliveries(
  tx: Queryable,
  deliveries: readonly LeasedDelivery[],
): Promise<ReadonlyMap<string, DeliveryRecord>> {
  const rows = await tx.query<DeliveryRecord>(readLeased, leaseColumns(deliveries));
  return new Map(rows.map((row) => [row.id, row]));
}

function leaseColumns(deliveries: readonly LeasedDelivery[]): readonly (readonly string[])[] {
  return [
    deliveries.map(({ endpointId }) => endpointId),
    deliveries.map(({ id }) => id),
    deliveries.map(({ leaseId }) => leaseId),
  ];
}

/** What becomes of a delivery after an attempt. */
export interface DeliveryVerdict {
  /** `waiting`: a trial failed, the earlier delivery of its resource comes first again. */
  readonly state: 'delivered' | 'failed' | 'ready' | 'waiting';
  /** Before it is due again. */
  readonly retryInMs: number;
  /** undefined: as they were. */
  readonly failures?: number | undefined;
  readonly failsAlone?: boolean | undefined;
}

/** An attempt and what it means. */
export interface DeliveryResult extends LeasedDelivery {
  readonly verdict: DeliveryVerdict;
  readonly attemptedAt: Date;
  readonly durationMs: number;
  readonly status: number | null;
  readonly error: string | null;
  readonly responseBody: string | null;
}

/** An order key of a finished delivery that others wait for. */
export interface ReleasedKey {
  readonly endpointId: string;
  readonly orderKey: string;
}

/**
 * Takes the order keys of `applied` away; answers those of them that others wait for. Most of the time nothing at all
 * waits, and that is found out first.
 */
const releaseKeys = `gone as (
    delete from delivery_keys k using applied a where k.endpoint_id = a.endpoint_id and k.delivery_id = a.id
    returning k.endpoint_id, k.order_key, k.ordinal
  ), slowed as materialized (
    select a.endpoint_id from (select distinct endpoint_id from applied) a
    where exists (select from deliveries d where d.endpoint_id = a.endpoint_id and d.state = 'waiting')
  )
  select g.endpoint_id as "endpointId", g.order_key as "orderKey" from gone g
  where g.endpoint_id in (select endpoint_id from slowed) and exists (
    select from delivery_keys k
    where k.endpoint_id = g.endpoint_id and k.order_key = g.order_key and k.ordinal > g.ordinal
  )`;

const accept: Statement = {
  name: 'delivery-results.accept',
  // Only a ready delivery has a lease. To say so here would invite a plan that walks the index of all ready ones.
  text: `with result as (
    select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::float8[], $6::integer[], $7::integer[], $8::text[])
      as r (endpoint_id, id, lease_id, attempted_at, duration_ms, status, response_body)
  ), applied as (
    update deliveries d set state = 'delivered', attempts = d.attempts + 1, lease_id = null, is_trial = false,
      finished_at = coalesce($1::timestamptz, clock_timestamp()),
      accepted_at = to_timestamp(r.attempted_at / 1000), accepted_in_ms = r.duration_ms,
      accepted_status = r.status, accepted_answer = r.response_body
    from result r
    where d.endpoint_id = r.endpoint_id and d.id = r.id and d.lease_id = r.lease_id
    returning d.endpoint_id, d.id
  ), ${releaseKeys}`,
};

/** Of attempts that were accepted. */
function acceptDeliveries(
  tx: Queryable,
  results: readonly DeliveryResult[],
  now: Date | undefined,
): Promise<readonly ReleasedKey[]> {
  return tx.query<ReleasedKey>(accept, [
    now,
    ...leaseColumns(results),
    results.map(({ attemptedAt }) => attemptedAt.getTime()),
    results.map(({ durationMs }) => Math.round(durationMs)),
    results.map(({ status }) => status),
    results.map(({ responseBody }) => responseBody),
  ]);
}

const fail: Statement = {
  name: 'delivery-results.fail',
  text: `with result as (
    select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::float8[], $7::integer[],
      $8::boolean[], $9::timestamptz[], $10::integer[], $11::integer[], $12::text[], $13::text[])
      as r (endpoint_id, id, lease_id, state, retry_in_ms, failures, fails_alone, attempted_at, duration_ms,
        status, error, response_body)
  ), tried as (
    update deliveries d set state = r.state, attempts = d.attempts + 1, lease_id = null, is_trial = false,
      next_attempt_at = n.now + r.retry_in_ms * interval '1 millisecond',
      failures = coalesce(r.failures, d.failures), fails_alone = coalesce(r.fails_alone, d.fails_alone),
      last_failed_at = case when r.failures is null then d.last_failed_at else n.now end,
      finished_at = case when r.state = 'failed' then n.now end
    from result r cross join (select coalesce($1::timestamptz, clock_timestamp()) as now) n
    where d.endpoint_id = r.endpoint_id and d.id = r.id and d.lease_id = r.lease_id
    returning d.endpoint_id, d.id, d.attempts, d.state, r.attempted_at, r.duration_ms, r.status, r.error,
      r.response_body
  ), logged as (
    insert into delivery_attempts (endpoint_id, delivery_id, attempt, attempted_at, duration_ms, status, error,
      response_body)
    select endpoint_id, id, attempts, attempted_at, duration_ms, status, error, response_body from tried
  ), applied as (
    select endpoint_id, id from tried where state = 'failed'
  ), ${releaseKeys}`,
};

function failDeliveries(
  tx: Queryable,
  results: readonly DeliveryResult[],
  now: Date | undefined,
): Promise<readonly ReleasedKey[]> {
  return tx.query<ReleasedKey>(fail, [
    now,
    ...leaseColumns(results),
    results.map(({ verdict }) => verdict.state),
    results.map(({ verdict }) => verdict.retryInMs),
    results.map(({ verdict }) => verdict.failures),
    results.map(({ verdict }) => verdict.failsAlone),
    results.map(({ attemptedAt }) => attemptedAt.toISOString()),
    results.map(({ durationMs }) => Math.round(durationMs)),
    results.map(({ status }) => status),
    results.map(({ error }) => error),
    results.map(({ responseBody }) => responseBody),
  ]);
}

/** Writes results; one whose lease is not the delivery's any more does not count. Needs the endpoints locked. */
export async function finishDeliveries(
  tx: Queryable,
  results: readonly DeliveryResult[],
  now: Date | undefined,
): Promise<readonly ReleasedKey[]> {
  const accepted = results.filter(({ verdict }) => verdict.state === 'delivered');
  const others = results.filter(({ verdict }) => verdict.state !== 'delivered');
  return [
    ...(accepted.length > 0 ? await acceptDeliveries(tx, accepted, now) : []),
    ...(others.length > 0 ? await failDeliveries(tx, others, now) : []),
  ];
}

const promote: Statement = {
  name: 'delivery-results.promote',
  text: `with heads as (
    select distinct k.endpoint_id, k.delivery_id
    from unnest($1::uuid[], $2::uuid[]) as r (endpoint_id, order_key) cross join lateral (
      select endpoint_id, delivery_id from delivery_keys
      where endpoint_id = r.endpoint_id and order_key = r.order_key order by ordinal limit 1
    ) k
  )
  update deliveries d set state = 'ready' from heads h
  where d.endpoint_id = h.endpoint_id and d.id = h.delivery_id and d.state = 'waiting' and not exists (
    select from delivery_keys own join delivery_keys earlier
      on earlier.endpoint_id = own.endpoint_id and earlier.order_key = own.order_key
        and earlier.ordinal < own.ordinal
    where own.endpoint_id = h.endpoint_id and own.delivery_id = h.delivery_id
  ) returning d.id`,
};

/** Makes ready what waited for finished deliveries only. Answers how many did. */
export async function promoteDeliveries(tx: Queryable, released: readonly ReleasedKey[]): Promise<number> {
  if (released.length === 0) return 0;
  const promoted = await tx.query(promote, [
    released.map(({ endpointId }) => endpointId),
    released.map(({ orderKey }) => orderKey),
  ]);
  return promoted.length;
}
