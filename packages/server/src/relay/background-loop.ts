import type { Logger } from 'pino';

export type BackgroundLogger = Pick<Logger, 'error' | 'warn'>;

/** Work that goes on behind the requests. */
export interface BackgroundTask {
  start(): void;
  /** Resolves when what was running has finished. */
  stop(): Promise<void>;
}

export interface BackgroundLoop extends BackgroundTask {
  /** Ends the pause; during a step, takes away the pause after it. */
  wake(): void;
}

export interface BackgroundLoopOptions {
  /** For the log. */
  readonly name: string;
  /** One round of work; answers how many milliseconds to pause, unless woken. */
  readonly step: () => Promise<number>;
  readonly logger: BackgroundLogger;
  /**
   * Asked after a step with a pause: for so many times as long as the step took nothing wakes it, 50 ms at the most. Under
   * load it does more in each step then, instead of one step after the other. Default 0.
   */
  readonly rest?: () => number;
}

const longestRestMs = 50;
const firstBackOffMs = 100;
const longestBackOffMs = 5000;

/** Repeats a step until it is stopped. A step that throws is logged and repeated, after ever longer pauses. */
export function createBackgroundLoop({
  name,
  step,
  logger,
  rest = () => 0,
}: BackgroundLoopOptions): BackgroundLoop {
  let running: Promise<void> | undefined;
  let isStopping = false;
  let isWoken = false;
  let endPause: ((reason: 'woken' | 'stopped') => void) | undefined;

  async function run(): Promise<void> {
    let failures = 0;
    while (!isStopping) {
      // What the network has ready comes first. The embedded database never waits for it, so without this a step
      // would run after each single answer of a receiver.
      await new Promise(setImmediate);
      isWoken = false;
      try {
        const startedAt = performance.now();
        const pauseMs = await step();
        failures = 0;
        if (pauseMs === 0) continue;
        const restMs = Math.min(rest() * (performance.now() - startedAt), longestRestMs);
        if (restMs > 0) await pause(restMs, false);
        if (!isWoken) await pause(pauseMs, true);
      } catch (error) {
        logger.error({ err: error, task: name }, `${name} failed, it is tried again`);
        // Not ended by a wake: each write would ask a database that is down.
        await pause(Math.min(firstBackOffMs * 2 ** failures, longestBackOffMs), false);
        failures += 1;
      }
    }
  }

  async function pause(pauseMs: number, canBeWoken: boolean): Promise<void> {
    if (isStopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pauseMs);
      endPause = (reason) => {
        if (reason === 'woken' && !canBeWoken) return;
        clearTimeout(timer);
        resolve();
      };
    });
    endPause = undefined;
  }

  return {
    start() {
      running ??= run();
    },
    wake() {
      isWoken = true;
      endPause?.('woken');
    },
    async stop() {
      isStopping = true;
      endPause?.('stopped');
      await running;
    },
  };
}
