import type { Database } from '../store/database.ts';
import { enqueueDeliveries, lockSubscribers } from '../store/delivery-queue.ts';
import { leadRelay, takeInboxBatch } from '../store/inbox.ts';
import { createBackgroundLoop } from './background-loop.ts';
import type { BackgroundLogger, BackgroundTask } from './background-loop.ts';
import { createBatch } from './batch.ts';
import { fanOut } from './fan-out.ts';
import { relayReleased } from './release.ts';
import type { Wake } from './wake.ts';

export interface RelayOptions {
  readonly database: Database;
  readonly wake: Wake;
  readonly logger: BackgroundLogger;
  /** Where identity providers reach the server: the events of a directory tell. */
  readonly publicUrl: string;
  /** Events in one transaction. Default 500. */
  readonly batchSize?: number;
  /** How often the inbox is looked at without being woken. Default 1000. */
  readonly pollMs?: number;
  /** Told of each batch that moved events, for whoever counts. */
  readonly onRelayed?: ((events: number, durationMs: number) => void) | undefined;
}

/** Under load it takes a sixth of the time: many events come into the log in few transactions, single ones at once. */
const restTimes = 5;
const manyEvents = 4;
/** Another process leads, or an endpoint that catches up: what they have not seen is looked for again. */
const retryMs = 20;

/** Moves committed events from the inbox to the log and to the queues of the endpoints that want them. */
export function createRelay(options: RelayOptions): BackgroundTask {
  const { database, wake, logger, publicUrl, batchSize = 500, pollMs = 1000, onRelayed } = options;

  /** By the last step. */
  let moved = 0;

  async function step(): Promise<number> {
    const startedAt = performance.now();
    const relayed = await relayBatch(database, batchSize, publicUrl);
    if (!relayed.isLeader) return retryMs;
    const { events, deliveries, isMore } = relayed;
    moved = events;
    if (events > 0) {
      onRelayed?.(events, performance.now() - startedAt);
      wake.notify('dirsync_events');
    }
    if (deliveries > 0) wake.notify('dirsync_deliveries');
    return isMore ? 0 : pollMs;
  }

  const loop = createBackgroundLoop({
    name: 'relay',
    step,
    logger,
    rest: () => (moved < manyEvents ? 0 : restTimes),
  });
  const unsubscribe = wake.subscribe('dirsync_inbox', () => loop.wake());
  return {
    start: () => loop.start(),
    async stop() {
      unsubscribe();
      await loop.stop();
    },
  };
}

interface Relayed {
  /** Another process, or an endpoint that catches up, had it: nothing was done. */
  readonly isLeader: boolean;
  readonly events: number;
  readonly deliveries: number;
  /** There is more to do at once. */
  readonly isMore: boolean;
}

const nothing: Relayed = { isLeader: true, events: 0, deliveries: 0, isMore: false };

/** Relays the oldest events of the inbox in one transaction; nothing while another process does. */
export async function relayBatch(database: Database, batchSize: number, publicUrl: string): Promise<Relayed> {
  return database.transaction(async (tx) => {
    if (!(await leadRelay(tx))) return { ...nothing, isLeader: false };
    const batch = createBatch(tx, publicUrl);
    const isReleasing = await relayReleased(tx, batch, batchSize);
    const rows = await takeInboxBatch(tx, batchSize);
    await batch.openDirectories(rows.map(({ directoryId }) => directoryId));
    for (const row of rows) await batch.take(row, 'inbox');
    const logged = await batch.finish();
    const isReleased = logged.some(({ type }) => type === 'directory.released');
    const isMore = isReleased || isReleasing || rows.length === batchSize;
    if (logged.length === 0) return { ...nothing, isMore };
    // As late as possible: who finishes deliveries waits for these locks.
    const environmentIds = new Set(logged.map(({ environmentId }) => environmentId));
    const deliveries = fanOut(logged, await lockSubscribers(tx, [...environmentIds]));
    if (deliveries.length > 0) await enqueueDeliveries(tx, deliveries);
    return { isLeader: true, events: logged.length, deliveries: deliveries.length, isMore };
  });
}
