import type { Database } from '../store/database.ts';
import { currentEventPosition, listEvents, logGrowth } from '../store/events.ts';
import type { EventPage, EventQuery } from '../store/events.ts';
import { createBackgroundLoop } from './background-loop.ts';
import type { BackgroundLogger, BackgroundTask } from './background-loop.ts';
import type { Wake } from './wake.ts';

/** `stop` ends every wait, so that nobody holds up a server that stops. */
export interface EventReader extends BackgroundTask {
  /**
   * Lists events as the store does; when there are none, waits for one, and answers the empty page when the time
   * is over, at `signal` and at `stop`.
   */
  list(query: EventQuery, options?: EventWaitOptions): Promise<EventPage>;
}

export interface EventWaitOptions {
  /** Default 0: does not wait. */
  readonly waitMs?: number;
  readonly signal?: AbortSignal;
}

export interface EventReaderOptions {
  readonly database: Database;
  readonly wake: Wake;
  readonly logger: BackgroundLogger;
  /** How often the log is looked at without being woken, while somebody waits. Default 1000. */
  readonly pollMs?: number;
}

interface Waiter {
  readonly query: EventQuery;
  /** The log grew since it was last asked. */
  hasNews: boolean;
  endWait: () => void;
}

/**
 * Reads the log for those who wait for it. However many wait, one query each time the log grew finds out for
 * whom it did; only they ask again.
 */
export function createEventReader(options: EventReaderOptions): EventReader {
  const { database, wake, logger, pollMs = 1000 } = options;
  const waiters = new Set<Waiter>();
  const stopping = new AbortController();
  /** Up to where the log was looked at; unknown when nobody waited for a time. */
  let seen: number | undefined;

  async function look(): Promise<number> {
    if (waiters.size === 0) {
      seen = undefined;
    } else if (seen === undefined) {
      seen = await currentEventPosition(database);
      for (const waiter of waiters) tell(waiter);
    } else {
      const { directories, position } = await logGrowth(database, seen);
      seen = position;
      for (const waiter of waiters) {
        if (directories.some((directory) => concerns(directory, waiter.query))) tell(waiter);
      }
    }
    return pollMs;
  }

  const loop = createBackgroundLoop({ name: 'event reader', step: look, logger });
  const unsubscribe = wake.subscribe('dirsync_events', () => {
    if (waiters.size > 0) loop.wake();
  });

  async function listOrWait(query: EventQuery, over: AbortSignal): Promise<EventPage> {
    // Before the first look into the log: what is committed after it is told to this waiter.
    const waiter: Waiter = { query, hasNews: false, endWait: () => undefined };
    waiters.add(waiter);
    try {
      let page = await listEvents(database, query);
      while (page.rows.length === 0 && !page.isAhead && !page.isExpired && !over.aborted) {
        await waitForNews(waiter, over);
        if (!waiter.hasNews) break;
        waiter.hasNews = false;
        page = await listEvents(database, { ...query, after: page.position });
      }
      return page;
    } finally {
      waiters.delete(waiter);
    }
  }

  return {
    start: () => loop.start(),
    async list(query, { waitMs = 0, signal } = {}) {
      if (waitMs <= 0) return listEvents(database, query);
      const ends = [AbortSignal.timeout(waitMs), stopping.signal, ...(signal ? [signal] : [])];
      return listOrWait(query, AbortSignal.any(ends));
    },
    async stop() {
      unsubscribe();
      stopping.abort();
      await loop.stop();
    },
  };
}

async function waitForNews(waiter: Waiter, over: AbortSignal): Promise<void> {
  if (waiter.hasNews) return;
  await new Promise<void>((resolve) => {
    waiter.endWait = resolve;
    over.addEventListener('abort', () => resolve(), { once: true });
  });
}

function tell(waiter: Waiter): void {
  waiter.hasNews = true;
  waiter.endWait();
}

function concerns(
  directory: { readonly environmentId: string; readonly directoryId: string },
  query: EventQuery,
): boolean {
  return (
    directory.environmentId === query.environmentId &&
    (query.directoryId === undefined || query.directoryId.toLowerCase() === directory.directoryId)
  );
}
