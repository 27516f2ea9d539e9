import type { Lenience } from '../scim/mode.ts';
import type { Queryable } from '../store/database.ts';
import { addLenienceUses } from '../store/leniences.ts';

export interface LenienceCounterOptions {
  readonly database: Queryable;
  /** Between a use and the statement that writes it down. Default 5000. */
  readonly delayMs?: number;
  readonly onError: (error: unknown) => void;
}

/** Counts the leniences that requests lean on, and writes the counts down behind them, many at once. */
export interface LenienceCounter {
  /** Counts one request. */
  note(directoryId: string, lenience: Lenience): void;
  /** Writes down what was counted. A failure is told, and what was not written is kept for the next time. */
  flush(): Promise<void>;
  /** Writes the last counts down. */
  stop(): Promise<void>;
}

/** A counter for this process. What it has not written yet is lost with the process. */
export function createLenienceCounter(options: LenienceCounterOptions): LenienceCounter {
  const { database, delayMs = 5000, onError } = options;
  let counts = new Map<string, Map<Lenience, number>>();
  let timer: NodeJS.Timeout | undefined;

  function add(directoryId: string, lenience: Lenience, count: number): void {
    let ofDirectory = counts.get(directoryId);
    if (ofDirectory === undefined) counts.set(directoryId, (ofDirectory = new Map()));
    ofDirectory.set(lenience, (ofDirectory.get(lenience) ?? 0) + count);
    // Idle processes have nothing to write, so there is no interval.
    timer ??= setTimeout(() => void flush(), delayMs).unref();
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (counts.size === 0) return;
    const taken = counts;
    counts = new Map();
    const uses = [...taken].flatMap(([directoryId, ofDirectory]) =>
      [...ofDirectory].map(([name, requestCount]) => ({ directoryId, name, requestCount })),
    );
    try {
      await addLenienceUses(database, uses);
    } catch (error) {
      onError(error);
      for (const { directoryId, name, requestCount } of uses) add(directoryId, name, requestCount);
    }
  }

  return {
    note: (directoryId, lenience) => add(directoryId, lenience, 1),
    flush,
    async stop() {
      await flush();
      clearTimeout(timer);
    },
  };
}
