import type { CursorStore } from './cursor-store.ts';
import { ApiError } from './errors.ts';
import type { RetryOptions } from './retry.ts';

/** How events are consumed. */
export interface ConsumeOptions<Event> {
  /** Where the consumer keeps how far it is. Without a cursor it begins at the oldest event that is kept. */
  readonly cursorStore: CursorStore;
  /**
   * Gets the events, one after the other, in the order of the log. An event comes again when the handler throws, and
   * when the process ended before the cursor behind it was saved: recognise it by its `id`.
   */
  readonly handler: (event: Event) => unknown;
  /** Ends the consumer: `consume` resolves when the handler that is running is done. */
  readonly signal?: AbortSignal;
  /**
   * Told of each failure (of the handler with its event, of the connection, of the store) before the consumer waits and
   * tries again; `console.error` by default. What it throws ends the consumer.
   */
  readonly onError?: (error: unknown, event?: Event) => void;
}

/** What the consumer reads with. */
interface Source<Event> extends Pick<RetryOptions, 'sleep' | 'random' | 'now'> {
  /** Reads the page behind a cursor; waits for an event when there is none. */
  readonly readPage: (
    after: string | undefined,
    signal: AbortSignal,
  ) => Promise<{ readonly data: readonly Event[]; readonly nextCursor: string }>;
}

const firstDelayMs = 1000;
const longestDelayMs = 30_000;
// An empty page should have taken its time; one that comes at once, from something in between, comes this often.
const shortestPollMs = 1000;

/** Hands the events of the log to a handler until the signal is aborted. */
export async function consume<Event>(
  { readPage, sleep, random, now }: Source<Event>,
  {
    cursorStore,
    handler,
    signal = new AbortController().signal,
    onError = (error) => console.error(error),
  }: ConsumeOptions<Event>,
): Promise<void> {
  /** Runs until it succeeds, longer and longer apart. */
  async function persist<Result>(
    run: () => Result | Promise<Result>,
    { event, isFinal = () => false }: { event?: Event; isFinal?: (error: unknown) => boolean } = {},
  ): Promise<Result> {
    for (let failures = 0; ; failures++) {
      try {
        return await run();
      } catch (error) {
        if (isAbort(error, signal) || isFinal(error)) throw error;
        onError(error, event);
        const jittered = random() * Math.min(longestDelayMs, firstDelayMs * 2 ** failures);
        const asked = error instanceof ApiError ? (error.retryAfterSeconds ?? 0) * 1000 : 0;
        await sleep(Math.max(asked, jittered), signal);
      }
    }
  }

  try {
    let cursor = (await persist(() => cursorStore.load())) ?? undefined;
    for (;;) {
      signal.throwIfAborted();
      const startedAt = now();
      const { data, nextCursor } = await persist(() => readPage(cursor, signal), { isFinal: isRefusal });
      for (const event of data) {
        signal.throwIfAborted();
        await persist(() => handler(event), { event });
      }
      if (nextCursor !== cursor) {
        await persist(() => cursorStore.save(nextCursor));
        cursor = nextCursor;
      } else if (now() - startedAt < shortestPollMs) {
        await sleep(shortestPollMs, signal);
      }
    }
  } catch (error) {
    if (!isAbort(error, signal)) throw error;
  }
}

function isAbort(error: unknown, signal: AbortSignal): boolean {
  return signal.aborted && error === signal.reason;
}

/** The server's own word that it will not answer, however often it is asked: no key, a wrong filter, an old cursor. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof ApiError && error.problem !== undefined && error.status < 500 && error.status !== 429
  );
}
