import type { Queryable, Statement } from './database.ts';

/** An endpoint that takes events. */
export interface Subscriber {
  readonly endpointId: string;
  readonly environmentId: string;
  /** null: all. */
  readonly eventTypes: readonly string[] | null;
  /** null: all. */
  readonly directoryIds: readonly string[] | null;
}

const lock: Statement = {
  name: 'delivery-queue.lock-subscribers',
  text: `select id as "endpointId", environment_id as "environmentId", event_types as "eventTypes",
    directory_ids as "directoryIds"
  from webhook_endpoints where environment_id = any ($1::uuid[]) and state = 'enabled' and feed_position is null
  order by id for no key update`,
};

/**
 * The enabled endpoints of these environments that have caught up with the log, locked until the transaction ends: who enqueues and who finishes
 * deliveries of an endpoint exclude each other, or a delivery could wait for one that has just finished.
 */
export function lockSubscribers(
  tx: Queryable,
  environmentIds: readonly string[],
): Promise<readonly Subscriber[]> {
  return tx.query<Subscriber>(lock, [environmentIds]);
}

/** An event of the log on its way to an endpoint. */
export interface NewDelivery {
  readonly id: string;
  readonly endpointId: string;
  readonly eventId: string;
  /** None before it in the same call has its endpoint and one of its order keys. */
  readonly isFirstOnKeys: boolean;
  readonly isReplay?: boolean;
}

const enqueue: Statement = {
  name: 'delivery-queue.enqueue',
  text: `with wanted as (
    select w.endpoint_id, w.id, w.is_first, w.is_replay, w.n, e.environment_id, e.directory_id, e.id as event_id, e.type,
      e.sequence, e.order_key, nullif(e.second_order_key, e.order_key) as second_order_key
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::boolean[], $5::boolean[]) with ordinality
      as w (endpoint_id, id, event_id, is_first, is_replay, n)
    join events e on e.id = w.event_id
  ), queued as (
    insert into deliveries (endpoint_id, id, environment_id, directory_id, event_id, event_type, sequence,
      is_replay, state)
    select endpoint_id, id, environment_id, directory_id, event_id, type, sequence, is_replay,
      case when is_first and not exists (
        select from delivery_keys k
        where k.endpoint_id = w.endpoint_id and k.order_key in (w.order_key, w.second_order_key)
      ) then 'ready' else 'waiting' end
    from wanted w order by n
    returning endpoint_id, id, ordinal
  )
  insert into delivery_keys (endpoint_id, order_key, ordinal, delivery_id)
  select q.endpoint_id, k.order_key, q.ordinal, q.id
  from queued q join wanted w on w.id = q.id
  cross join lateral (values (w.order_key), (w.second_order_key)) as k (order_key)
  where k.order_key is not null`,
};

/** Puts deliveries behind those that their endpoints have; needs the endpoints locked, in an earlier statement. */
export async function enqueueDeliveries(tx: Queryable, deliveries: readonly NewDelivery[]): Promise<void> {
  await tx.query(enqueue, [
    deliveries.map(({ endpointId }) => endpointId),
    deliveries.map(({ id }) => id),
    deliveries.map(({ eventId }) => eventId),
    deliveries.map(({ isFirstOnKeys }) => isFirstOnKeys),
    deliveries.map(({ isReplay = false }) => isReplay),
  ]);
}
