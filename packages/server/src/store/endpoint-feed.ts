import type { Queryable, Statement } from './database.ts';
import type { Subscriber } from './delivery-queue.ts';
import { webhookEndpointColumns } from './webhook-endpoints.ts';
import type { WebhookEndpointRow } from './webhook-endpoints.ts';

/** An endpoint that has yet to catch up with the log. */
export interface Feed extends Subscriber {
  /** What lies behind this position is not in its queue. */
  readonly position: number;
  /** Up to here events are repeated; null: none is. */
  readonly replayUntil: number | null;
}

const lock: Statement = {
  name: 'endpoint-feed.lock',
  // One that fails has enough in its queue soon, so the queue is bounded, however much the log holds.
  text: `select w.id as "endpointId", w.environment_id as "environmentId", w.event_types as "eventTypes",
    w.directory_ids as "directoryIds", w.feed_position as position, w.replay_until as "replayUntil"
  from webhook_endpoints w
  where w.state = 'enabled' and w.feed_position is not null and (
    select count(*) from (select from delivery_keys where endpoint_id = w.id limit $1) k
  ) < $1
  order by random() limit 1 for no key update skip locked`,
};

/** Locks an endpoint that has to catch up and whose queue holds less than `low` unfinished deliveries. */
export async function lockFeed(tx: Queryable, low: number): Promise<Feed | undefined> {
  const [row] = await tx.query<Feed>(lock, [low]);
  return row;
}

const has: Statement = {
  name: 'endpoint-feed.has',
  text: `select from webhook_endpoints where state = 'enabled' and feed_position is not null limit 1`,
};

/** Whether any endpoint has to catch up. */
export async function hasFeeds(queryable: Queryable): Promise<boolean> {
  return (await queryable.query(has)).length > 0;
}

/** An event of the log, as far as it matters who wants it. */
export interface FeedEvent {
  readonly position: number;
  readonly eventId: string;
  readonly environmentId: string;
  readonly directoryId: string;
  readonly type: string;
  readonly orderKey: string;
  readonly secondOrderKey: string | null;
}

const read: Statement = {
  name: 'endpoint-feed.read',
  text: `select position, id as "eventId", environment_id as "environmentId", directory_id as "directoryId", type,
    order_key as "orderKey", second_order_key as "secondOrderKey"
  from events where environment_id = $1 and position > $2 order by position limit $3`,
};

/** The next events of an environment's log. */
export function readFeedEvents(
  tx: Queryable,
  { environmentId, position }: Pick<Feed, 'environmentId' | 'position'>,
  limit: number,
): Promise<readonly FeedEvent[]> {
  return tx.query<FeedEvent>(read, [environmentId, position, limit]);
}

const advance: Statement = {
  name: 'endpoint-feed.advance',
  text: `update webhook_endpoints set feed_position = case when $5 then null else $2::bigint end,
    replay_deliveries = replay_deliveries + $3,
    replay_finished_at = case
      when replay_finished_at is null and replay_started_at is not null and ($5 or $2::bigint >= replay_until)
      then coalesce($4::timestamptz, clock_timestamp()) else replay_finished_at end
  where id = $1`,
};

export interface FeedAdvance {
  readonly endpointId: string;
  readonly position: number;
  /** How many replayed deliveries were added. */
  readonly replayed: number;
  /** It has caught up: from now on the relay serves it. */
  readonly isLive: boolean;
}

export async function advanceFeed(
  tx: Queryable,
  { endpointId, position, replayed, isLive }: FeedAdvance,
  now: Date | undefined,
): Promise<void> {
  await tx.query(advance, [endpointId, position, replayed, now, isLive]);
}

const rewind: Statement = {
  name: 'endpoint-feed.rewind',
  text: `update webhook_endpoints set feed_position = $2::bigint, replay_after = $2::bigint,
    replay_until = $3::bigint, replay_started_at = coalesce($4::timestamptz, clock_timestamp()),
    replay_finished_at = null, replay_deliveries = 0, updated_at = clock_timestamp()
  where id = $1 returning ${webhookEndpointColumns}`,
};

/** Begins a replay: what lies behind `after` is put into the queue again, up to `until` as a repetition. */
export async function rewindFeed(
  tx: Queryable,
  endpointId: string,
  { after, until }: { readonly after: number; readonly until: number },
  now: Date | undefined,
): Promise<WebhookEndpointRow | undefined> {
  const [row] = await tx.query<WebhookEndpointRow>(rewind, [endpointId, after, until, now]);
  return row;
}

const move: Statement = {
  name: 'endpoint-feed.move',
  text: `update webhook_endpoints set feed_position = $2, undelivered_position = null, updated_at = clock_timestamp()
  where id = $1 returning ${webhookEndpointColumns}`,
};

/** Moves the resume cursor of an endpoint. */
export async function moveFeed(
  tx: Queryable,
  endpointId: string,
  position: number,
): Promise<WebhookEndpointRow | undefined> {
  const [row] = await tx.query<WebhookEndpointRow>(move, [endpointId, position]);
  return row;
}

const expired: Statement = {
  name: 'endpoint-feed.has-expired',
  text: `select from expired_events
  where environment_id = $1 and position > $2 and ($3::text[] is null or type = any ($3::text[]))
    and ($4::uuid[] is null or directory_id = any ($4::uuid[])) limit 1`,
};

/** Whether events behind a position that an endpoint would get are no longer kept. */
export async function hasExpired(
  tx: Queryable,
  { environmentId, eventTypes, directoryIds }: WebhookEndpointRow,
  position: number,
): Promise<boolean> {
  return (await tx.query(expired, [environmentId, position, eventTypes, directoryIds])).length > 0;
}

/** Behind which position of the log a disabled endpoint has yet to get everything; null: it is enabled. */
export function resumePosition({
  state,
  feedPosition,
  undeliveredPosition,
}: WebhookEndpointRow): number | null {
  if (state === 'enabled' || feedPosition === null) return null;
  return Math.min(feedPosition, (undeliveredPosition ?? Infinity) - 1);
}
