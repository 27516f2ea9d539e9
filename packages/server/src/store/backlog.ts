import type { Queryable, Statement } from './database.ts';

/** What waits to be done. Counts end at a bound, so that they cost little however much it is. */
export interface Backlog {
  readonly inbox: InboxBacklog;
  readonly endpoints: readonly EndpointBacklog[];
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

const endpointStates: Statement = {
  name: 'backlog.endpoint-states',
  text: 'select state, count(*) as count from webhook_endpoints group by state',
};

const held: Statement = {
  name: 'backlog.held-directories',
  text: `select count(*) as count from directories where state = 'held' and deleted_at is null`,
};

/** Reads what waits, of all environments. */
export async function readBacklog(queryable: Queryable): Promise<Backlog> {
  const [inboxRow] = await queryable.query<InboxBacklog>(inbox);
  const [heldRow] = await queryable.query<{ count: number }>(held);
  const states = await queryable.query<{ state: string; count: number }>(endpointStates);
  return {
    inbox: inboxRow ?? { events: 0, oldestSeconds: 0 },
    endpoints: await queryable.query<EndpointBacklog>(endpoints),
    endpointStates: new Map(states.map(({ state, count }) => [state, count])),
    heldDirectories: heldRow?.count ?? 0,
  };
}
