import { ApiError } from './errors.ts';
import type { RetryOptions } from './retry.ts';

/** What is done until it succeeds. */
export interface Persistence<Event> {
  readonly signal: AbortSignal;
  /** Told of each failure before the next try; what it throws ends it all. */
  readonly onError: (error: unknown, event?: Event) => void;
}

/** How one thing is done until it succeeds. */
export interface PersistOptions<Event> {
  /** What it is done for. */
  readonly event?: Event;
  /** Whether a failure is one that no further try would mend. */
  readonly isFinal?: (error: unknown) => boolean;
}

/** Runs something until it succeeds, longer and longer apart. */
export type Persist<Event> = <Result>(
  run: () => Result | Promise<Result>,
  options?: PersistOptions<Event>,
) => Promise<Result>;

const firstDelayMs = 1000;
const longestDelayMs = 30_000;

export function createPersist<Event>(
  { sleep, random }: Pick<RetryOptions, 'sleep' | 'random'>,
  { signal, onError }: Persistence<Event>,
): Persist<Event> {
  return async (run, { event, isFinal = () => false } = {}) => {
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
  };
}

/** Resolves when the signal ends what runs; rejects with whatever else ends it. */
export async function untilAborted(signal: AbortSignal, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!isAbort(error, signal)) throw error;
  }
}

/** The server's own word that it will not answer, however often it is asked: no key, a wrong filter, an old cursor. */
export function isRefusal(error: unknown): boolean {
  return (
    error instanceof ApiError && error.problem !== undefined && error.status < 500 && error.status !== 429
  );
}

function isAbort(error: unknown, signal: AbortSignal): boolean {
  return signal.aborted && error === signal.reason;
}
