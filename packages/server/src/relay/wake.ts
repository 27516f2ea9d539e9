import { randomUUID } from 'node:crypto';
import type { Database, Statement } from '../store/database.ts';

/**
 * What may have happened: something was committed into the inbox, the log grew, or a delivery became claimable.
 */
export type WakeChannel = 'dirsync_inbox' | 'dirsync_events' | 'dirsync_deliveries';

/** Tells whoever waits, in this process and in the others, that there may be something to do. A hint: polling is the net. */
export interface Wake {
  /** Call it after the commit. Never throws. */
  notify(channel: WakeChannel): void;
  /** Answers the function that ends the subscription. */
  subscribe(channel: WakeChannel, listener: () => void): () => void;
  close(): Promise<void>;
}

export interface WakeOptions {
  /** Told when a NOTIFY could not be sent. */
  readonly onError?: (error: unknown) => void;
}

const channels: readonly WakeChannel[] = ['dirsync_inbox', 'dirsync_events', 'dirsync_deliveries'];

/** What any one listener does for all: only a process that has none tells the others. */
const oneIsEnough: ReadonlySet<WakeChannel> = new Set(['dirsync_inbox']);

/** A NOTIFY takes a lock of the whole server at commit: one with each write costs three quarters of the rate. */
const restMs = 10;

const send: Statement = { name: 'wake.notify', text: 'select pg_notify($1, $2)' };

/** Connects the listeners of this process, and on PostgreSQL those of all processes. */
export async function createWake(database: Database, options: WakeOptions = {}): Promise<Wake> {
  const self = randomUUID();
  const bells = new Map(channels.map((channel) => [channel, createBell(() => publish(channel))]));

  async function publish(channel: WakeChannel): Promise<void> {
    if (database.kind === 'embedded' || isDoneHere(channel)) return;
    await database.query(send, [channel, self]).catch((error: unknown) => options.onError?.(error));
  }

  function bellOf(channel: string): Bell | undefined {
    return bells.get(channel as WakeChannel); // Any other text is not in the map.
  }

  function isDoneHere(channel: WakeChannel): boolean {
    return oneIsEnough.has(channel) && (bellOf(channel)?.listeners.size ?? 0) > 0;
  }

  const listener = await database.listen(channels, (channel, payload) => {
    // Those of this process were woken when the bell was rung.
    if (payload !== self) bellOf(channel)?.wakeListeners();
  });
  return {
    notify: (channel) => bellOf(channel)?.ring(),
    subscribe(channel, listen) {
      bellOf(channel)?.listeners.add(listen);
      return () => bellOf(channel)?.listeners.delete(listen);
    },
    async close() {
      await listener.close();
      await Promise.all([...bells.values()].map((bell) => bell.close()));
    },
  };
}

interface Bell {
  readonly listeners: Set<() => void>;
  wakeListeners(): void;
  /** At once; while it rests, once more after the rest. */
  ring(): void;
  close(): Promise<void>;
}

function createBell(publish: () => Promise<void>): Bell {
  const listeners = new Set<() => void>();
  let publishing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isAskedAgain = false;
  let isClosed = false;

  function wakeListeners(): void {
    for (const listen of listeners) listen();
  }

  function ring(): void {
    if (isClosed) return;
    isAskedAgain = publishing !== undefined || timer !== undefined;
    if (isAskedAgain) return;
    wakeListeners();
    publishing = publish().then(() => {
      publishing = undefined;
      timer = setTimeout(endRest, restMs).unref();
    });
  }

  function endRest(): void {
    timer = undefined;
    if (isAskedAgain) ring();
  }

  return {
    listeners,
    wakeListeners,
    ring,
    async close() {
      isClosed = true;
      await publishing;
      clearTimeout(timer);
    },
  };
}
