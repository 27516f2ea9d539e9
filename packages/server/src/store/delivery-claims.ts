import type { Database, Queryable, Statement } from './database.ts';

/** A delivery under a lease, with all that sending it needs. */
export interface ClaimedDelivery {
  readonly endpointId: string;
  readonly id: string;
  readonly leaseId: string;
  readonly eventId: string;
  /** Attempts before this one. */
  readonly attempts: number;
  readonly url: string;
  readonly body: string;
  readonly secretEncrypted: Uint8Array;
  /** While a rotation overlaps. */
  readonly previousSecretEncrypted: Uint8Array | null;
}

export interface Claim {
  readonly leaseId: string;
  readonly leaseMs: number;
  readonly limit: number;
  readonly limitPerEndpoint: number;
  /** How many deliveries of each endpoint the caller has already. */
  readonly held: ReadonlyMap<string, number>;
  /** The database's clock when undefined. */
  readonly now: Date | undefined;
}

const claim: Statement = {
  name: 'delivery-claims.claim',
  // The endpoints that have something come from a skip scan over the index; those with the fewest in hand go
  // first, so that one with a long backlog leaves room for the others.
  text: `with recursive clock as (
    select coalesce($1::timestamptz, statement_timestamp()) as now
  ), queued as (
    (select endpoint_id from deliveries where state = 'ready' order by endpoint_id limit 1)
    union all
    select (
      select d.endpoint_id from deliveries d
      where d.state = 'ready' and d.endpoint_id > q.endpoint_id order by d.endpoint_id limit 1
    ) from queued q where q.endpoint_id is not null
  ), room as (
    select w.id, $5::integer - coalesce(h.count, 0) as free
    from queued q
    join webhook_endpoints w on w.id = q.endpoint_id and w.state = 'enabled'
    left join unnest($6::uuid[], $7::integer[]) as h (endpoint_id, count) on h.endpoint_id = w.id
    where coalesce(h.count, 0) < $5::integer
    order by coalesce(h.count, 0), random()
  ), due as (
    select d.endpoint_id, d.id, d.event_id from room r cross join lateral (
      select endpoint_id, id, event_id from deliveries
      where endpoint_id = r.id and state = 'ready'
        and next_attempt_at <= coalesce($1::timestamptz, statement_timestamp())
      order by next_attempt_at, ordinal limit r.free for update skip locked
    ) d limit $4
  )
  update deliveries d set lease_id = $2, next_attempt_at = clock.now + $3::float8 * interval '1 millisecond'
  from clock, due u
  join webhook_endpoints w on w.id = u.endpoint_id
  left join events e on e.id = u.event_id
  where d.endpoint_id = u.endpoint_id and d.id = u.id
  returning d.endpoint_id as "endpointId", d.id, d.lease_id as "leaseId", d.event_id as "eventId", d.attempts,
    w.url, coalesce(d.body, e.body) as body, w.secret_encrypted as "secretEncrypted",
    case when w.previous_secret_expires_at > clock.now then w.previous_secret_encrypted end
      as "previousSecretEncrypted"`,
};

/** Takes due deliveries for `leaseMs`; afterwards they are due again, whatever became of the caller. */
export function claimDeliveries(queryable: Queryable, options: Claim): Promise<readonly ClaimedDelivery[]> {
  const { leaseId, leaseMs, limit, limitPerEndpoint, held, now } = options;
  const values = [now, leaseId, leaseMs, limit, limitPerEndpoint, [...held.keys()], [...held.values()]];
  return queryable.query<ClaimedDelivery>(claim, values);
}

/** What became of an attempt. */
export interface DeliveryResult {
  readonly endpointId: string;
  readonly id: string;
  readonly leaseId: string;
  readonly outcome: DeliveryOutcome;
  readonly attemptedAt: Date;
  readonly durationMs: number;
  readonly status: number | null;
  readonly error: string | null;
  readonly responseBody: string | null;
}

export type DeliveryOutcome =
  | { readonly state: 'delivered' }
  | { readonly state: 'failed'; readonly disablesEndpoint: boolean }
  | { readonly state: 'ready'; readonly retryInMs: number };

const lock: Statement = {
  name: 'delivery-claims.lock-endpoints',
  text: 'select from webhook_endpoints where id = any ($1::uuid[]) order by id for no key update',
};

const finish: Statement = {
  name: 'delivery-claims.finish',
  // Only a ready delivery has a lease. To say so here would invite a plan that walks the index of all ready ones.
  text: `with result as (
    select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::float8[], $7::boolean[],
      $8::timestamptz[], $9::integer[], $10::integer[], $11::text[], $12::text[])
      as r (endpoint_id, id, lease_id, state, retry_in_ms, disables_endpoint, attempted_at, duration_ms, status,
        error, response_body)
  ), applied as (
    update deliveries d set state = r.state, attempts = d.attempts + 1, lease_id = null,
      next_attempt_at = n.now + r.retry_in_ms * interval '1 millisecond',
      finished_at = case when r.state <> 'ready' then n.now end
    from result r cross join (select coalesce($1::timestamptz, clock_timestamp()) as now) n
    where d.endpoint_id = r.endpoint_id and d.id = r.id and d.lease_id = r.lease_id
    returning d.endpoint_id, d.id, d.attempts, d.state, r.disables_endpoint, r.attempted_at, r.duration_ms,
      r.status, r.error, r.response_body
  ), logged as (
    insert into delivery_attempts (endpoint_id, delivery_id, attempt, attempted_at, duration_ms, status, error,
      response_body)
    select endpoint_id, id, attempts, attempted_at, duration_ms, status, error, response_body from applied
  ), disabled as (
    update webhook_endpoints w set state = 'disabled', updated_at = clock_timestamp()
    from (select distinct endpoint_id from applied where disables_endpoint) a
    where w.id = a.endpoint_id and w.state = 'enabled'
  )
  delete from delivery_keys k using applied a
  where a.state <> 'ready' and k.endpoint_id = a.endpoint_id and k.delivery_id = a.id
  returning k.endpoint_id as "endpointId", k.order_key as "orderKey"`,
};

const promote: Statement = {
  name: 'delivery-claims.promote',
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

/**
 * Writes results; one whose lease is not the delivery's any more does not count. Deliveries that waited for a
 * finished one become ready. Answers how many did.
 */
export async function finishDeliveries(
  database: Database,
  results: readonly DeliveryResult[],
  now: Date | undefined,
): Promise<number> {
  return database.transaction(async (tx) => {
    // In the order of the relay, which takes the same locks. A statement of its own: what follows must see what
    // was enqueued until then.
    await tx.query(lock, [[...new Set(results.map(({ endpointId }) => endpointId))]]);
    const released = await tx.query<ReleasedKey>(finish, [
      now,
      results.map(({ endpointId }) => endpointId),
      results.map(({ id }) => id),
      results.map(({ leaseId }) => leaseId),
      results.map(({ outcome }) => outcome.state),
      results.map(({ outcome }) => (outcome.state === 'ready' ? outcome.retryInMs : 0)),
      results.map(({ outcome }) => outcome.state === 'failed' && outcome.disablesEndpoint),
      results.map(({ attemptedAt }) => attemptedAt.toISOString()),
      results.map(({ durationMs }) => Math.round(durationMs)),
      results.map(({ status }) => status),
      results.map(({ error }) => error),
      results.map(({ responseBody }) => responseBody),
    ]);
    return promoteDeliveries(tx, released);
  });
}

/** An order key on which nothing of an endpoint waits for a certain delivery any more. */
export interface ReleasedKey {
  readonly endpointId: string;
  readonly orderKey: string;
}

/** Makes ready what is now the first on all its keys, and answers how many; needs the endpoints locked. */
export async function promoteDeliveries(tx: Queryable, released: readonly ReleasedKey[]): Promise<number> {
  if (released.length === 0) return 0;
  const promoted = await tx.query(promote, [
    released.map(({ endpointId }) => endpointId),
    released.map(({ orderKey }) => orderKey),
  ]);
  return promoted.length;
}

const release: Statement = {
  name: 'delivery-claims.release',
  text: `update deliveries d set lease_id = null, next_attempt_at = coalesce($1::timestamptz, clock_timestamp())
  from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as c (endpoint_id, id, lease_id)
  where d.endpoint_id = c.endpoint_id and d.id = c.id and d.lease_id = c.lease_id`,
};

/** Gives deliveries back that were claimed and not sent. */
export async function releaseDeliveries(
  queryable: Queryable,
  claims: readonly Pick<ClaimedDelivery, 'endpointId' | 'id' | 'leaseId'>[],
  now: Date | undefined,
): Promise<void> {
  await queryable.query(release, [
    now,
    claims.map(({ endpointId }) => endpointId),
    claims.map(({ id }) => id),
    claims.map(({ leaseId }) => leaseId),
  ]);
}
