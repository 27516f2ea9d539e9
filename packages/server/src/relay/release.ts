import { settle } from '../directory/settle.ts';
import type { Queryable } from '../store/database.ts';
import { readReleasedFeed } from '../store/feeds.ts';
import type { Feed } from '../store/feeds.ts';
import { rewriteHeldEvents, takeHeldResources } from '../store/held-events.ts';
import { takeHeldBatch } from '../store/inbox.ts';
import type { Batch } from './batch.ts';

/** Resources whose held events are settled in one transaction. */
const settledAtOnce = 200;

/** Goes on with a directory whose held events were released; answers whether it has to go on again. */
export async function relayReleased(tx: Queryable, batch: Batch, batchSize: number): Promise<boolean> {
  const feed = await readReleasedFeed(tx);
  if (feed === undefined) return false;
  batch.open([feed]);
  if (feed.stage === 'settling') await settleSome(tx, batch, feed);
  else await drainSome(tx, batch, feed, batchSize);
  return true;
}

/** Leaves of the held events only what makes a difference. */
async function settleSome(tx: Queryable, batch: Batch, feed: Feed): Promise<void> {
  const { directoryId, releasedThrough, settledKey } = feed;
  const rows = await takeHeldResources(tx, {
    directoryId,
    through: releasedThrough ?? 0,
    after: settledKey,
    limit: settledAtOnce,
  });
  const last = rows.at(-1);
  if (last === undefined) {
    batch.change(feed, { stage: 'draining' });
    return;
  }
  const settled = [...Map.groupBy(rows, ({ orderKey }) => orderKey).values()].map(settle);
  await rewriteHeldEvents(tx, directoryId, {
    dropped: settled.flatMap(({ dropped }) => dropped),
    changed: settled.flatMap(({ changed }) => changed),
  });
  batch.change(feed, { settledKey: last.orderKey });
}

async function drainSome(tx: Queryable, batch: Batch, feed: Feed, batchSize: number): Promise<void> {
  const rows = await takeHeldBatch(tx, feed.directoryId, batchSize);
  for (const row of rows) await batch.take(row, 'held_events');
  // Held again it may be by now.
  if (rows.length < batchSize && feed.stage === 'draining') batch.change(feed, { stage: 'open' });
}
