import type { Queryable, Statement } from './database.ts';

/** An event that was held back, as far as settling it is concerned. */
export interface HeldEvent {
  readonly id: number;
  readonly type: string;
  /** JSON text. */
  readonly data: string;
  readonly version: number | null;
  readonly memberCount: number | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  readonly orderKey: string;
  /** Of a membership: who is the member. */
  readonly secondOrderKey: string | null;
  /** What the change turned into what, `active` aside; null unless it was an update. */
  readonly hashBefore: string | null;
  readonly hashAfter: string | null;
}

export interface HeldResources {
  readonly directoryId: string;
  /** Up to this event. */
  readonly through: number;
  /** Behind this order key. */
  readonly after: string | null;
  /** So many order keys. */
  readonly limit: number;
}

const takeResources: Statement = {
  name: 'held-events.take-resources',
  text: `with keys as (
    select distinct order_key from held_events
    where directory_id = $1 and id <= $2 and ($3::uuid is null or order_key > $3) order by order_key limit $4
  )
  select id, type, data, version, member_count as "memberCount", created_at as "createdAt",
    updated_at as "updatedAt", order_key as "orderKey", second_order_key as "secondOrderKey",
    hash_before::text as "hashBefore", hash_after::text as "hashAfter"
  from held_events where directory_id = $1 and id <= $2 and order_key in (select order_key from keys)
  order by order_key, id`,
};

/** The held events of the next few resources: all of each, in order. A membership belongs to its group. */
export function takeHeldResources(
  tx: Queryable,
  { directoryId, through, after, limit }: HeldResources,
): Promise<readonly HeldEvent[]> {
  return tx.query<HeldEvent>(takeResources, [directoryId, through, after, limit]);
}

/** What is to become of held events; those that are not named stay as they are. */
export interface HeldRewrite {
  readonly dropped: readonly number[];
  /** Only what such an event says is changed, not which event it is. */
  readonly changed: readonly HeldEvent[];
}

const dropSome: Statement = {
  name: 'held-events.drop',
  text: 'delete from held_events where directory_id = $1 and id = any ($2::bigint[])',
};

const change: Statement = {
  name: 'held-events.change',
  text: `update held_events e set data = n.data, version = n.version, member_count = n.member_count,
    created_at = n.created_at, updated_at = n.updated_at
  from unnest($2::bigint[], $3::json[], $4::bigint[], $5::integer[], $6::timestamptz[], $7::timestamptz[])
    as n (id, data, version, member_count, created_at, updated_at)
  where e.directory_id = $1 and e.id = n.id`,
};

export async function rewriteHeldEvents(
  tx: Queryable,
  directoryId: string,
  { dropped, changed }: HeldRewrite,
): Promise<void> {
  if (dropped.length > 0) await tx.query(dropSome, [directoryId, dropped]);
  if (changed.length === 0) return;
  await tx.query(change, [
    directoryId,
    changed.map(({ id }) => id),
    changed.map(({ data }) => data),
    changed.map(({ version }) => version),
    changed.map(({ memberCount }) => memberCount),
    changed.map(({ createdAt }) => createdAt),
    changed.map(({ updatedAt }) => updatedAt),
  ]);
}
