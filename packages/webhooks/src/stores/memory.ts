/**
 * A store in the memory of one process: what was handled is not handled again.
 *
 * @packageDocumentation
 */
import type { EventStore, StoredEvent, StoreOutcome } from '../event-store.ts';
import { checkWindow, defaultWindowSeconds } from './window.ts';

/**
 * How to remember.
 *
 * @example
 * ```ts
 * const options: MemoryStoreOptions = { maxEntries: 10_000, windowSeconds: 7 * 86_400 };
 * const receiver = createReceiver({ secrets, store: createMemoryStore(options) });
 * ```
 */
export interface MemoryStoreOptions {
  /** For how long: 2592000 (30 days) by default, at least the 432000 (5 days) for which an event is tried. */
  readonly windowSeconds?: number;
  /** How many events and how many resources, the oldest forgotten first: 100000 by default. */
  readonly maxEntries?: number;
  /** The clock, in milliseconds; `Date.now` by default. */
  readonly now?: () => number;
}

/**
 * Makes a store in the memory of this process, for tests and for products that are one process: a restart forgets,
 * and another process knows nothing of it.
 *
 * @throws TypeError when the window is shorter than the time for which an event is tried.
 *
 * @example
 * ```ts
 * const receiver = createReceiver({ secrets, store: createMemoryStore() });
 * ```
 */
export function createMemoryStore({
  windowSeconds = defaultWindowSeconds,
  maxEntries = 100_000,
  now = Date.now,
}: MemoryStoreOptions = {}): EventStore {
  checkWindow(windowSeconds);
  const events = createMemory<true>({ windowMs: windowSeconds * 1000, maxEntries, now });
  const versions = createMemory<number>({ windowMs: windowSeconds * 1000, maxEntries, now });
  const inTurn = createTurns();

  async function handle(
    { id, state }: StoredEvent,
    work: (transaction: undefined) => Promise<void>,
  ): Promise<StoreOutcome> {
    if (events.get(id)) return 'duplicate';
    const isOutdated = state && (versions.get(state.resource) ?? state.version) > state.version;
    if (!isOutdated) {
      await work(undefined);
      if (state) versions.set(state.resource, state.version);
    }
    events.set(id, true);
    return isOutdated ? 'outdated' : 'handled';
  }

  return {
    // Every call takes the turn of its event first and that of its resource second: none waits in a circle.
    run: (event, work) =>
      inTurn(`event ${event.id}`, () =>
        event.state
          ? inTurn(`resource ${event.state.resource}`, () => handle(event, work))
          : handle(event, work),
      ),
  };
}

interface Memory<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
}

/** A map that forgets what is older than the window or beyond the most entries. */
function createMemory<Value>({
  windowMs,
  maxEntries,
  now,
}: {
  readonly windowMs: number;
  readonly maxEntries: number;
  readonly now: () => number;
}): Memory<Value> {
  // In the order in which they were set.
  const entries = new Map<string, { readonly value: Value; readonly until: number }>();
  return {
    get(key) {
      const entry = entries.get(key);
      return entry && entry.until > now() ? entry.value : undefined;
    },
    set(key, value) {
      entries.delete(key);
      entries.set(key, { value, until: now() + windowMs });
      for (const [oldest, { until }] of entries) {
        if (entries.size <= maxEntries && until > now()) break;
        entries.delete(oldest);
      }
    },
  };
}

/** Runs what has the same key one after the other. */
function createTurns(): <Result>(key: string, work: () => Promise<Result>) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, turn);
    const forget = (): void => {
      if (last.get(key) === turn) last.delete(key);
    };
    turn.then(forget, forget);
    return turn;
  };
}
