import type { Database, Queryable } from '../store/database.ts';
import { leadUpkeep } from '../store/upkeep.ts';
import { createBackgroundLoop } from './background-loop.ts';
import type { BackgroundLogger, BackgroundTask } from './background-loop.ts';

/** Something to be kept in order, a little at a time. */
export interface Chore {
  /** For the log. */
  readonly name: string;
  /** Does one short transaction's worth of it; answers whether there is more to do at once. */
  run(tx: Queryable): Promise<boolean>;
}

export interface UpkeepOptions {
  readonly database: Database;
  readonly logger: BackgroundLogger;
  readonly chores: readonly Chore[];
  /** Between two rounds. Default one minute. */
  readonly pauseMs?: number;
}

/** Does the chores one after the other, round after round; of all processes one at a time. */
export function createUpkeep({ database, logger, chores, pauseMs = 60_000 }: UpkeepOptions): BackgroundTask {
  let next = 0;

  /** One transaction, so that a stop need not wait for long. */
  async function step(): Promise<number> {
    const chore = chores[next];
    next += 1;
    if (chore === undefined) {
      next = 0;
      return pauseMs;
    }
    try {
      const isMore = await database.transaction(async (tx) => (await leadUpkeep(tx)) && chore.run(tx));
      if (isMore) next -= 1;
    } catch (error) {
      // One that fails holds up no other; it has its turn again in the next round.
      logger.error({ err: error, chore: chore.name }, `${chore.name} failed, it is tried again`);
    }
    return 0;
  }

  return createBackgroundLoop({ name: 'upkeep', step, logger });
}
