import type { Queryable, Statement } from './database.ts';
import { readTargets } from './delivery-targets.ts';
import type { Target } from './delivery-targets.ts';

/** A delivery under a lease, with all that sending it needs. */
export interface ClaimedDelivery {
  readonly endpointId: string;
  readonly id: string;
  readonly leaseId: string;
  readonly eventId: string;
  readonly body: string;
  readonly isReplay: boolean;
  /** Sent before an earlier one of its resource: see `EndpointHealth`. */
  readonly isTrial: boolean;
  /** Somebody had it and did not say in time what became of it. */
  readonly wasLeased: boolean;
  /** One for all of a claim that go there. */
  readonly target: Target;
}

export interface Claim {
  readonly leaseId: string;
  readonly leaseMs: number;
  readonly limit: number;
  readonly limitPerEndpoint: number;
  /** Of endpoints that have another limit. */
  readonly ownLimits?: ReadonlyMap<string, number>;
  /** How many deliveries of each endpoint the caller has already. */
  readonly held: ReadonlyMap<string, number>;
  /** The database's clock when undefined. */
  readonly now: Date | undefined;
}

/** A lease holds. */
const isLeased = `lease_id is not null and leased_until > coalesce($1::timestamptz, statement_timestamp())`;

/**
 * Takes what `due` names, by where the rows lie: a plan that depends on no estimate. The columns that it writes stand in
 * no index.
 */
const takeDue = `update deliveries d set lease_id = $2, leased_until = clock.now + $3::float8 * interval '1 millisecond'
  from clock where d.ctid = any (array(select place from due))
  returning d.endpoint_id as "endpointId", d.id, d.event_id as "eventId",
    coalesce(d.body, (select e.body from events e where e.id = d.event_id)) as body, d.is_replay as "isReplay",
    d.is_trial as "isTrial", d.id = any (array(select id from due where was_leased)) as "wasLeased"`;

function claimStatement(name: string, queue: 'failures = 0' | 'failures > 0', order: string): Statement {
  return {
    name,
    // The endpoints that have something come from a skip scan over the index; those with the fewest in hand go
    // first, so that one with a long backlog leaves room for the others. What is leased stands at the front of its
    // queue: it is passed over.
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
    select w.id, coalesce(h.most, $5::integer) - coalesce(h.count, 0) as free
    from queued q
    join webhook_endpoints w on w.id = q.endpoint_id and w.state = 'enabled' and w.next_probe_at is null
    left join unnest($6::uuid[], $7::integer[], $8::integer[]) as h (endpoint_id, count, most) on h.endpoint_id = w.id
    where coalesce(h.count, 0) < coalesce(h.most, $5::integer)
    order by coalesce(h.count, 0), random()
  ), due as (
    select d.place, d.id, d.was_leased from room r cross join lateral (
      select ctid as place, id, lease_id is not null as was_leased from deliveries
      where endpoint_id = r.id and state = 'ready' and ${queue}
        and next_attempt_at <= coalesce($1::timestamptz, statement_timestamp()) and not (${isLeased})
      order by ${order} limit r.free for update skip locked
    ) d limit $4
  ) ${takeDue}`,
  };
}

const claim = claimStatement('delivery-claims.claim', 'failures = 0', 'ordinal');
const claimFailed = claimStatement(
  'delivery-claims.claim-failed',
  'failures > 0',
  'next_attempt_at, ordinal',
);

function valuesOf(options: Claim): readonly unknown[] {
  const { leaseId, leaseMs, limit, limitPerEndpoint, ownLimits, held, now } = options;
  const known = [...new Set([...held.keys(), ...(ownLimits?.keys() ?? [])])];
  return [
    ...[now, leaseId, leaseMs, limit, limitPerEndpoint, known],
    known.map((endpointId) => held.get(endpointId) ?? 0),
    known.map((endpointId) => ownLimits?.get(endpointId)),
  ];
}

/**
 * Takes due deliveries for `leaseMs`; afterwards they are due again, whatever became of the caller. None of an
 * endpoint whose breaker is open, and none that has failed by itself.
 */
export function claimDeliveries(queryable: Queryable, options: Claim): Promise<readonly ClaimedDelivery[]> {
  return take(queryable, claim, options, valuesOf(options));
}

/** The same for those that have failed by themselves. */
export function claimFailedDeliveries(
  queryable: Queryable,
  options: Claim,
): Promise<readonly ClaimedDelivery[]> {
  return take(queryable, claimFailed, options, valuesOf(options));
}

type Taken = Omit<ClaimedDelivery, 'leaseId' | 'target'>;

/** Adds to what a statement takes where it goes; what goes nowhere any more is left out. */
async function take(
  queryable: Queryable,
  statement: Statement,
  { leaseId, now }: Pick<Claim, 'leaseId' | 'now'>,
  values: readonly unknown[],
): Promise<readonly ClaimedDelivery[]> {
  const taken = await queryable.query<Taken>(statement, values);
  if (taken.length === 0) return [];
  const targets = await readTargets(queryable, [...new Set(taken.map(({ endpointId }) => endpointId))], now);
  return taken.flatMap((delivery) => {
    const target = targets.get(delivery.endpointId);
    return target === undefined ? [] : [{ ...delivery, leaseId, target }];
  });
}

const claimProbe: Statement = {
  name: 'delivery-claims.claim-probes',
  // Of the first of an endpoint's queue a trial, since the one before it has just failed; then the one that was never
  // sent, then the one that was not sent for the longest: so one that its receiver cannot digest does not speak for
  // the others. Leases from before the breaker opened still run.
  text: `with clock as (
    select coalesce($1::timestamptz, statement_timestamp()) as now
  ), due as (
    select w.id as endpoint_id, d.place, d.id, d.was_leased
    from clock, webhook_endpoints w cross join lateral (
      select q.place, q.id, q.lease_id is not null as was_leased from (
        (select ctid as place, * from deliveries
        where endpoint_id = w.id and state = 'ready' and failures = 0 and not (${isLeased})
        order by ordinal limit 50)
        union all
        (select ctid as place, * from deliveries
        where endpoint_id = w.id and state = 'ready' and failures = 0 and attempts = 0 and not (${isLeased})
        order by ordinal limit 1)
        union all
        (select ctid as place, * from deliveries
        where endpoint_id = w.id and state = 'ready' and failures > 0 and not (${isLeased})
        order by next_attempt_at, ordinal limit 50)
      ) q
      order by q.is_trial desc, q.attempts > 0, q.next_attempt_at, q.ordinal limit 1
    ) d
    where w.state = 'enabled' and w.next_probe_at <= clock.now
    order by w.next_probe_at limit $4 for no key update of w skip locked
  ), probed as (
    update webhook_endpoints w set probe_lease_id = $2,
      next_probe_at = clock.now + $3::float8 * interval '1 millisecond'
    from clock, due u where w.id = u.endpoint_id
  ) ${takeDue}`,
};

/** Takes one delivery of each endpoint whose breaker is open and that may be tried now. */
export function claimProbes(
  queryable: Queryable,
  options: Pick<Claim, 'leaseId' | 'leaseMs' | 'limit' | 'now'>,
): Promise<readonly ClaimedDelivery[]> {
  const { leaseId, leaseMs, limit, now } = options;
  return take(queryable, claimProbe, options, [now, leaseId, leaseMs, limit]);
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
