import type { Queryable, Statement } from './database.ts';

/** What waits to be done. Counts end at a bound, so that they cost little however much it is. */
export interface Backlog {
  readonly inbox: InboxBacklog;
  readonly endpoints: readonly EndpointBacklog[];
  /** Since when the delivery waits that should have been claimed first; 0: none is late. */
  readonly overdueSeconds: number;
  /** `enabled`, `failing` (enabled, and only tried from time to time) and `disabled`. */
  readonly endpointStates: ReadonlyMap<string, number>;
  readonly heldDirectories: number;
}

export interface InboxBacklog {
  /** At most `countedEvents`. */
  readonly events: number;
  /** Since when the oldest one waits; 0: none does. */
  readonly oldestSeconds: number;
}

export interface EndpointBacklog {
  readonly endpointId: string;
  /** At most `countedDeliveries`. */
  readonly deliveries: number;
}

export const countedEvents = 100_000;
export const countedDeliveries = 1000;
/** Endpoints whose deliveries are counted. */
const countedEndpoints = 1000;

const inbox: Statement = {
  name: 'backlog.inbox',
  text: `select (select count(*) from (select from inbox limit ${countedEvents}) i) as events,
    coalesce((select extract(epoch from clock_timestamp() - occurred_at) from inbox order by id limit 1), 0)::float8
      as "oldestSeconds"`,
};

const endpoints: Statement = {
  name: 'backlog.endpoints',
  // A skip scan over the keys of unfinished deliveries; a membership has two.
  text: `with recursive queued as (
    (select endpoint_id, 1 as n from delivery_keys order by endpoint_id limit 1)
    union all
    select (
      select k.endpoint_id from delivery_keys k where k.endpoint_id > q.endpoint_id order by k.endpoint_id limit 1
    ), q.n + 1 from queued q where q.endpoint_id is not null and q.n < ${countedEndpoints}
  )
  select q.endpoint_id as "endpointId", (
    select least(count(distinct k.delivery_id), ${countedDeliveries}) from (
      select delivery_id from delivery_keys where endpoint_id = q.endpoint_id limit ${2 * countedDeliveries}
    ) k
  ) as deliveries
  from queued q where q.endpoint_id is not null`,
};

const overdue: Statement = {
  name: 'backlog.overdue',
  // Of endpoints that fail nothing is late: they are tried when their schedule says so.
  text: `with recursive queued as (
    (select endpoint_id, 1 as n from deliveries where state = 'ready' and failures = 0 order by endpoint_id limit 1)
    union all
    select (
      select d.endpoint_id from deliveries d
      where d.state = 'ready' and d.failures = 0 and d.endpoint_id > q.endpoint_id order by d.endpoint_id limit 1
    ), q.n + 1 from queued q where q.endpoint_id is not null and q.n < ${countedEndpoints}
  )
  select coalesce(max(greatest(extract(epoch from clock_timestamp() - d.next_attempt_at), 0)), 0)::float8 as seconds
  from queued q
  join webhook_endpoints w on w.id = q.endpoint_id and w.state = 'enabled' and w.next_probe_at is null
  cross join lateral (
    select case when lease_id is null then next_attempt_at else leased_until end as next_attempt_at
    from deliveries where endpoint_id = q.endpoint_id and state = 'ready' and failures = 0
      and (lease_id is null or leased_until <= clock_timestamp())
    order by ordinal limit 1
  ) d`,
};

const endpointStates: Statement = {
  name: 'backlog.endpoint-states',
  text: `select case when state = 'enabled' and next_probe_at is not null then 'failing' else state end as state,
    count(*) as count
  from webhook_endpoints group by 1`,
};

const held: Statement = {
  name: 'backlog.held-directories',
  text: `select count(*) as count from directories where state = 'held' and deleted_at is null`,
};

/** Reads what waits, of all environments. */
export async function readBacklog(queryable: Queryable): Promise<Backlog> {
  const [inboxRow] = await queryable.query<InboxBacklog>(inbox);
  const [heldRow] = await queryable.query<{ count: number }>(held);
  const [overdueRow] = await queryable.query<{ seconds: number }>(overdue);
  const states = await queryable.query<{ state: string; count: number }>(endpointStates);
  return {
    inbox: inboxRow ?? { events: 0, oldestSeconds: 0 },
    endpoints: await queryable.query<EndpointBacklog>(endpoints),
    overdueSeconds: overdueRow?.seconds ?? 0,
    endpointStates: new Map(states.map(({ state, count }) => [state, count])),
    heldDirectories: heldRow?.count ?? 0,
  };
}
