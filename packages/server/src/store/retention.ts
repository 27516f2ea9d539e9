import type { Queryable, Statement } from './database.ts';
import { promoteDeliveries } from './delivery-results.ts';
import type { ReleasedKey } from './delivery-results.ts';

export interface Expiry {
  /** Looks at the events behind this position, */
  readonly after: number;
  /** and at no more than so many. */
  readonly limit: number;
  /** What was logged before this goes. */
  readonly before: Date;
}

/** What one look at the log found. */
export interface Expired {
  readonly events: number;
  /** Where older events may follow; undefined when all that follows is young enough. */
  readonly position: number | undefined;
}

const look: Statement = {
  name: 'retention.look',
  // An endpoint that is disabled goes on within the retention; what it did not get until then it has missed.
  text: `select e.position, e.id, e.logged_at < $3 as "isOld", exists (
    select from deliveries d join webhook_endpoints w on w.id = d.endpoint_id
    where d.event_id = e.id and d.state in ('waiting', 'ready') and w.state = 'enabled'
  ) or exists (
    select from webhook_endpoints w
    where w.environment_id = e.environment_id and w.state = 'enabled' and w.feed_position < e.position
  ) as "isNeeded"
  from events e where e.position > $1 order by e.position limit $2`,
};

const lockEndpoints: Statement = {
  name: 'retention.lock-endpoints',
  text: `select from webhook_endpoints
  where id in (select endpoint_id from deliveries where event_id = any ($1::uuid[]))
  order by id for no key update`,
};

const dropKeys: Statement = {
  name: 'retention.drop-keys',
  text: `delete from delivery_keys k using deliveries d
  where d.event_id = any ($1::uuid[]) and k.endpoint_id = d.endpoint_id and k.delivery_id = d.id
  returning k.endpoint_id as "endpointId", k.order_key as "orderKey"`,
};

const dropDeliveries: Statement = {
  name: 'retention.drop-deliveries',
  text: 'delete from deliveries where event_id = any ($1::uuid[])',
};

const dropEvents: Statement = {
  name: 'retention.drop-events',
  text: `with dropped as (
    delete from events where id = any ($1::uuid[]) returning environment_id, directory_id, type, position
  )
  insert into expired_events (environment_id, directory_id, type, position)
  select environment_id, directory_id, type, max(position) from dropped group by environment_id, directory_id, type
  on conflict (directory_id, type) do update set position = greatest(expired_events.position, excluded.position)`,
};

/**
 * Takes old events out of the log, with their deliveries, so that no delivery outlives what it delivers; notes which
 * ones went, for those who come with an older cursor. What an endpoint is still to get stays.
 */
export async function expireEvents(tx: Queryable, { after, limit, before }: Expiry): Promise<Expired> {
  const rows = await tx.query<{ position: number; id: string; isOld: boolean; isNeeded: boolean }>(look, [
    after,
    limit,
    before,
  ]);
  const ids = rows.filter(({ isOld, isNeeded }) => isOld && !isNeeded).map(({ id }) => id);
  if (ids.length > 0) {
    await tx.query(lockEndpoints, [ids]);
    const released = await tx.query<ReleasedKey>(dropKeys, [ids]);
    await tx.query(dropDeliveries, [ids]);
    await promoteDeliveries(tx, released);
    await tx.query(dropEvents, [ids]);
  }
  const last = rows.at(-1);
  const isMore = rows.length === limit && last !== undefined && last.isOld;
  return { events: ids.length, position: isMore ? last.position : undefined };
}

const dropOtherDeliveries: Statement = {
  name: 'retention.drop-other-deliveries',
  // endpoint.test and endpoint.disabled: they carry their own body.
  text: `delete from deliveries where (endpoint_id, id) in (
    select endpoint_id, id from deliveries
    where body is not null and created_at < $1 and state in ('delivered', 'failed') limit $2
  ) returning id`,
};

/** Drops old finished deliveries of events that are in no log; answers how many. */
export async function expireOtherDeliveries(tx: Queryable, before: Date, limit: number): Promise<number> {
  return (await tx.query(dropOtherDeliveries, [before, limit])).length;
}
