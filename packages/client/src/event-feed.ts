import { DirsyncError } from './errors.ts';
import { checkPage } from './pagination.ts';
import { isRefusal } from './persist.ts';
import type { Persist } from './persist.ts';
import type { RetryOptions } from './retry.ts';

/** A page of the log. */
export interface EventPage<Event> {
  readonly data: readonly Event[];
  readonly nextCursor: string;
}

/** What the log is read with. */
export interface EventSource<Event> extends Pick<RetryOptions, 'sleep' | 'now'> {
  /** Reads the page behind a cursor; waits for an event when there is none. */
  readonly readPage: (after: string | undefined, signal: AbortSignal) => Promise<EventPage<Event>>;
}

/** How the log is followed. */
export interface Following<Event> {
  /** Where to begin; without it at the oldest event. */
  readonly cursor: string | undefined;
  readonly signal: AbortSignal;
  readonly persist: Persist<Event>;
  /** Takes a page. The cursor behind it is another one unless the page is empty. */
  readonly onPage: (page: EventPage<Event>, isNew: boolean) => Promise<void>;
}

// An empty page should have taken its time; one that comes at once, from something in between, comes this often.
const shortestPollMs = 1000;

/** How long a page waits for an event. Half of what the server allows: what stands between often ends a silent minute. */
export const waitSeconds = 30;

/** Gives a page of the log, or throws when that is none. */
export function checkEventPage<Page extends EventPage<unknown>>(page: Page): Page {
  checkPage(page);
  if (typeof page.nextCursor === 'string') return page;
  throw new DirsyncError('unexpected_answer', 'Events were answered without nextCursor: is baseUrl right?');
}

/** Reads the log page by page, until the signal is aborted or the server refuses. */
export async function followEvents<Event>(
  { readPage, sleep, now }: EventSource<Event>,
  { cursor, signal, persist, onPage }: Following<Event>,
): Promise<never> {
  for (let after = cursor; ;) {
    signal.throwIfAborted();
    const startedAt = now();
    const page = await persist(() => readPage(after, signal), { isFinal: isRefusal });
    const isNew = page.nextCursor !== after;
    await onPage(page, isNew);
    if (!isNew && now() - startedAt < shortestPollMs) await sleep(shortestPollMs, signal);
    after = page.nextCursor;
  }
}
