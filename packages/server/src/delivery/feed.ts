import { createBackgroundLoop } from '../relay/background-loop.ts';
import type { BackgroundLogger, BackgroundLoop } from '../relay/background-loop.ts';
import { fanOut } from '../relay/fan-out.ts';
import type { Wake } from '../relay/wake.ts';
import type { Database, Queryable } from '../store/database.ts';
import { enqueueDeliveries } from '../store/delivery-queue.ts';
import { advanceFeed, hasFeeds, lockFeed, readFeedEvents } from '../store/endpoint-feed.ts';
import type { Feed, FeedEvent } from '../store/endpoint-feed.ts';
import { leadRelay } from '../store/inbox.ts';

export interface FeedOptions {
  readonly database: Database;
  readonly wake: Wake;
  readonly logger: BackgroundLogger;
  /** How often endpoints that have to catch up are looked for without being woken. Default 1000. */
  readonly pollMs?: number;
  /** Events looked at in one transaction. Default 500. */
  readonly feedBatchSize?: number;
  /** An endpoint gets more when it has fewer unfinished deliveries. Default 1000. */
  readonly feedBelow?: number;
  readonly now?: () => Date;
}

/** The relay is at work. */
const relayPauseMs = 20;

export interface FeedLoop extends BackgroundLoop {
  /** An endpoint gets more as soon as it has taken what it has. */
  readonly isHeldUp: boolean;
}

/**
 * Brings endpoints up to date whose queue does not follow the log: those that were enabled again, and those that
 * replay. In batches, no faster than they take it; where it stood is in the database, so any process goes on.
 */
export function createFeedLoop(options: FeedOptions): FeedLoop {
  const { database, wake, logger, pollMs = 1000 } = options;
  let isHeldUp = false;

  async function step(): Promise<number> {
    const fed = await feedOnce(options);
    if (fed === 'nothing') {
      isHeldUp = await hasFeeds(database);
      return pollMs;
    }
    isHeldUp = true;
    wake.notify('dirsync_deliveries');
    // The relay could not lead meanwhile.
    if (fed === 'live') wake.notify('dirsync_inbox');
    return fed === 'behind the relay' ? relayPauseMs : 0;
  }

  const loop = createBackgroundLoop({ name: 'delivery feed', step, logger });
  return {
    ...loop,
    get isHeldUp() {
      return isHeldUp;
    },
  };
}

type Fed = 'nothing' | 'a batch' | 'live' | 'behind the relay';

/** Gives one endpoint its next events. */
async function feedOnce({ database, feedBatchSize = 500, feedBelow = 1000, now }: FeedOptions): Promise<Fed> {
  return database.transaction(async (tx) => {
    const feed = await lockFeed(tx, feedBelow);
    if (feed === undefined) return 'nothing';
    const batch = await give(tx, feed, feedBatchSize);
    if (batch.size === feedBatchSize) {
      await advanceFeed(tx, { ...batch, endpointId: feed.endpointId, isLive: false }, now?.());
      return 'a batch';
    }
    // The relay numbers events for endpoints that it has seen before: to take one over, nothing may be under way.
    const isAlone = await leadRelay(tx);
    const rest = isAlone ? await give(tx, { ...feed, position: batch.position }, feedBatchSize) : none(batch);
    const isLive = isAlone && rest.size < feedBatchSize;
    const replayed = batch.replayed + rest.replayed;
    await advanceFeed(
      tx,
      { endpointId: feed.endpointId, position: rest.position, replayed, isLive },
      now?.(),
    );
    if (isLive) return 'live';
    return isAlone ? 'a batch' : 'behind the relay';
  });
}

interface Batch {
  /** Events looked at. */
  readonly size: number;
  readonly position: number;
  readonly replayed: number;
}

function none({ position }: Batch): Batch {
  return { size: 0, position, replayed: 0 };
}

async function give(tx: Queryable, feed: Feed, limit: number): Promise<Batch> {
  const events = await readFeedEvents(tx, feed, limit);
  const isReplay = ({ position }: FeedEvent): boolean =>
    feed.replayUntil !== null && position <= feed.replayUntil;
  const repeated = new Set(events.filter(isReplay).map(({ eventId }) => eventId));
  const deliveries = fanOut(events, [feed]).map((delivery) => ({
    ...delivery,
    isReplay: repeated.has(delivery.eventId),
  }));
  if (deliveries.length > 0) await enqueueDeliveries(tx, deliveries);
  return {
    size: events.length,
    position: events.at(-1)?.position ?? feed.position,
    replayed: deliveries.filter((delivery) => delivery.isReplay).length,
  };
}
