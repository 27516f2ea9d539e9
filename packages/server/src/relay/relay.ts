import type { Database, Queryable } from '../store/database.ts';
import { enqueueDeliveries, lockSubscribers } from '../store/delivery-queue.ts';
import { advanceSequences, leadRelay, moveInboxToLog, takeInboxBatch } from '../store/inbox.ts';
import type { InboxRow, NumberedEvent } from '../store/inbox.ts';
import { createBackgroundLoop } from './background-loop.ts';
import type { BackgroundLogger, BackgroundTask } from './background-loop.ts';
import { serialiseEvent } from './event-body.ts';
import { fanOut } from './fan-out.ts';
import type { Wake } from './wake.ts';

export interface RelayOptions {
  readonly database: Database;
  readonly wake: Wake;
  readonly logger: BackgroundLogger;
  /** Events in one transaction. Default 500. */
  readonly batchSize?: number;
  /** How often the inbox is looked at without being woken. Default 1000. */
  readonly pollMs?: number;
  /** Told of each batch that moved events, for whoever counts. */
  readonly onRelayed?: ((events: number, durationMs: number) => void) | undefined;
}

/** Moves committed events from the inbox to the log and to the queues of the endpoints that want them. */
export function createRelay(options: RelayOptions): BackgroundTask {
  const { database, wake, logger, batchSize = 500, pollMs = 1000, onRelayed } = options;

  async function step(): Promise<number> {
    const startedAt = performance.now();
    const { events, deliveries } = await relayBatch(database, batchSize);
    if (events > 0) {
      onRelayed?.(events, performance.now() - startedAt);
      wake.notify('dirsync_events');
    }
    if (deliveries > 0) wake.notify('dirsync_deliveries');
    return events < batchSize ? pollMs : 0;
  }

  const loop = createBackgroundLoop({ name: 'relay', step, logger });
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
  readonly events: number;
  readonly deliveries: number;
}

/** Relays the oldest events of the inbox in one transaction; nothing while another process does. */
export async function relayBatch(database: Database, batchSize: number): Promise<Relayed> {
  return database.transaction(async (tx) => {
    if (!(await leadRelay(tx))) return { events: 0, deliveries: 0 };
    const rows = await takeInboxBatch(tx, batchSize);
    if (rows.length === 0) return { events: 0, deliveries: 0 };
    await moveInboxToLog(tx, await number(tx, rows));
    // As late as possible: who finishes deliveries waits for these locks.
    const subscribers = await lockSubscribers(tx, [...new Set(rows.map((row) => row.environmentId))]);
    const deliveries = fanOut(rows, subscribers);
    if (deliveries.length > 0) await enqueueDeliveries(tx, deliveries);
    return { events: rows.length, deliveries: deliveries.length };
  });
}

async function number(tx: Queryable, rows: readonly InboxRow[]): Promise<readonly NumberedEvent[]> {
  const counts = new Map<string, number>();
  for (const { directoryId } of rows) counts.set(directoryId, (counts.get(directoryId) ?? 0) + 1);
  const last = await advanceSequences(tx, counts);
  return rows.map((row) => {
    const sequence = (last.get(row.directoryId) ?? 0) + 1;
    last.set(row.directoryId, sequence);
    return { inboxId: row.id, sequence, body: serialiseEvent(row, sequence) };
  });
}
