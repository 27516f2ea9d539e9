import type { Queryable, Statement } from './database.ts';

/** A delivery under a lease, with all that sending it needs. */
export interface ClaimedDelivery {
  readonly endpointId: string;
  readonly id: string;
  readonly leaseId: string;
  readonly eventId: string;
  readonly url: string;
  readonly body: string;
  readonly isReplay: boolean;
  /** Sent before an earlier one of its resource: see `EndpointHealth`. */
  readonly isTrial: boolean;
  /** Somebody had it and did not say in time what became of it. */
  readonly wasLeased: boolean;
  /** `v1`, `v1a` or both. */
  readonly signatures: readonly string[];
  readonly secretEncrypted: Uint8Array;
  readonly privateKeyEncrypted: Uint8Array;
  /** These two while a rotation overlaps. */
  readonly previousSecretEncrypted: Uint8Array | null;
  readonly previousPrivateKeyEncrypted: Uint8Array | null;
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

/** Takes what `due` names. */
const lease = `update deliveries d set lease_id = $2, next_attempt_at = clock.now + $3::float8 * interval '1 millisecond'
  from clock, due u
  join webhook_endpoints w on w.id = u.endpoint_id
  left join events e on e.id = u.event_id
  where d.endpoint_id = u.endpoint_id and d.id = u.id
  returning d.endpoint_id as "endpointId", d.id, d.lease_id as "leaseId", d.event_id as "eventId", w.url,
    coalesce(d.body, e.body) as body, d.is_replay as "isReplay", d.is_trial as "isTrial",
    u.was_leased as "wasLeased", w.signatures, w.secret_encrypted as "secretEncrypted",
    w.private_key_encrypted as "privateKeyEncrypted",
    case when w.previous_secret_expires_at > clock.now then w.previous_secret_encrypted end
      as "previousSecretEncrypted",
    case when w.previous_secret_expires_at > clock.now then w.previous_private_key_encrypted end
      as "previousPrivateKeyEncrypted"`;

function claimStatement(name: string, queue: 'failures = 0' | 'failures > 0'): Statement {
  return {
    name,
    // The endpoints that have something come from a skip scan over the index; those with the fewest in hand go
    // first, so that one with a long backlog leaves room for the others.
    text: `with recursive clock as (
    select coalesce($1::timestamptz, statement_timestamp()) as now
  ), queued as (
    (select endpoint_id from deliveries where state = 'ready' and ${queue} order by endpoint_id limit 1)
    union all
    select (
      select d.endpoint_id from deliveries d
      where d.state = 'ready' and d.${queue} and d.endpoint_id > q.endpoint_id order by d.endpoint_id limit 1
    ) from queued q where q.endpoint_id is not null
  ), room as (
    select w.id, $5::integer - coalesce(h.count, 0) as free
    from queued q
    join webhook_endpoints w on w.id = q.endpoint_id and w.state = 'enabled' and w.next_probe_at is null
    left join unnest($6::uuid[], $7::integer[]) as h (endpoint_id, count) on h.endpoint_id = w.id
    where coalesce(h.count, 0) < $5::integer
    order by coalesce(h.count, 0), random()
  ), due as (
    select d.endpoint_id, d.id, d.event_id, d.was_leased from room r cross join lateral (
      select endpoint_id, id, event_id, lease_id is not null as was_leased from deliveries
      where endpoint_id = r.id and state = 'ready' and ${queue}
        and next_attempt_at <= coalesce($1::timestamptz, statement_timestamp())
      order by next_attempt_at, ordinal limit r.free for update skip locked
    ) d limit $4
  ) ${lease}`,
  };
}

const claim = claimStatement('delivery-claims.claim', 'failures = 0');
const claimFailed = claimStatement('delivery-claims.claim-failed', 'failures > 0');

function valuesOf({ leaseId, leaseMs, limit, limitPerEndpoint, held, now }: Claim): readonly unknown[] {
  return [now, leaseId, leaseMs, limit, limitPerEndpoint, [...held.keys()], [...held.values()]];
}

/**
 * Takes due deliveries for `leaseMs`; afterwards they are due again, whatever became of the caller. None of an
 * endpoint whose breaker is open, and none that has failed by itself.
 */
export function claimDeliveries(queryable: Queryable, options: Claim): Promise<readonly ClaimedDelivery[]> {
  return queryable.query<ClaimedDelivery>(claim, valuesOf(options));
}

/** The same for those that have failed by themselves. */
export function claimFailedDeliveries(
  queryable: Queryable,
  options: Claim,
): Promise<readonly ClaimedDelivery[]> {
  return queryable.query<ClaimedDelivery>(claimFailed, valuesOf(options));
}

const claimProbe: Statement = {
  name: 'delivery-claims.claim-probes',
  // Of the first of an endpoint's queue a trial, since the one before it has just failed; then the one that was never
  // sent, then the one that was not sent for the longest: so one that its receiver cannot digest does not speak for
  // the others. Leases from before the breaker
  // opened still run.
  text: `with clock as (
    select coalesce($1::timestamptz, statement_timestamp()) as now
  ), due as (
    select d.endpoint_id, d.id, d.event_id, d.was_leased
    from clock, webhook_endpoints w cross join lateral (
      select q.endpoint_id, q.id, q.event_id, q.lease_id is not null as was_leased from (
        (select * from deliveries where endpoint_id = w.id and state = 'ready' and failures = 0
        order by next_attempt_at, ordinal limit 50)
        union all
        (select * from deliveries where endpoint_id = w.id and state = 'ready' and failures > 0
        order by next_attempt_at, ordinal limit 50)
      ) q
      where q.lease_id is null or q.next_attempt_at <= coalesce($1::timestamptz, statement_timestamp())
      order by q.is_trial desc, q.attempts > 0, q.next_attempt_at, q.ordinal limit 1
    ) d
    where w.state = 'enabled' and w.next_probe_at <= clock.now
    order by w.next_probe_at limit $4 for no key update of w skip locked
  ), probed as (
    update webhook_endpoints w set probe_lease_id = $2,
      next_probe_at = clock.now + $3::float8 * interval '1 millisecond'
    from clock, due u where w.id = u.endpoint_id
  ) ${lease}`,
};

/** Takes one delivery of each endpoint whose breaker is open and that may be tried now. */
export function claimProbes(
  queryable: Queryable,
  { leaseId, leaseMs, limit, now }: Pick<Claim, 'leaseId' | 'leaseMs' | 'limit' | 'now'>,
): Promise<readonly ClaimedDelivery[]> {
  return queryable.query<ClaimedDelivery>(claimProbe, [now, leaseId, leaseMs, limit]);
}

const release: Statement = {
  name: 'delivery-claims.release',
  text: `with claimed as (
    select * from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as c (endpoint_id, id, lease_id)
  ), unprobed as (
    update webhook_endpoints w set probe_lease_id = null,
      next_probe_at = coalesce($1::timestamptz, clock_timestamp())
    from claimed c where w.id = c.endpoint_id and w.probe_lease_id = c.lease_id
  )
  update deliveries d set lease_id = null, next_attempt_at = coalesce($1::timestamptz, clock_timestamp())
  from claimed c where d.endpoint_id = c.endpoint_id and d.id = c.id and d.lease_id = c.lease_id`,
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
