import type { Queryable } from '../store/database.ts';
import { listRemovals } from '../store/feeds.ts';
import type { Feed, Removal } from '../store/feeds.ts';

/**
 * Counts the people that were removed from one directory, for the time of a batch. Whoever was brought back is not
 * counted, and whoever was deactivated and then deleted is counted once.
 */
export interface SafeguardCount {
  /** Whether this removal, the next one of the log, passes both thresholds; `activeUsers` is how many it leaves. */
  isPassedBy(removal: Removal, activeUsers: number): Promise<boolean>;
  /** Notes a removal, or a return, that went into the log. */
  add(change: Removal): void;
}

const minuteMs = 60_000;

export function createSafeguardCount(tx: Queryable, feed: Feed): SafeguardCount {
  const { enabled, users, percent, windowMinutes } = feed.safeguard;
  /** When each was removed. Undefined until the first question, since the log has to be read for it. */
  let removed: Map<string, number> | undefined;
  /** What came before that question, and is not in the log yet. */
  const early: Removal[] = [];

  async function removedSince(since: Date): Promise<Map<string, number>> {
    const times = new Map<string, number>();
    const logged = await listRemovals(tx, feed.directoryId, since, feed.removalsSeen);
    for (const change of [...logged, ...early]) apply(times, change);
    return times;
  }

  return {
    add(change) {
      if (removed === undefined) early.push(change);
      else apply(removed, change);
    },
    async isPassedBy({ userId, occurredAt }, activeUsers) {
      if (!enabled) return false;
      const since = Date.parse(occurredAt) - windowMinutes * minuteMs;
      removed ??= await removedSince(new Date(since));
      if (removed.size < users) return false;
      let count = 1;
      for (const [id, time] of removed) if (time > since && id !== userId) count += 1;
      return count > users && count * 100 > percent * (activeUsers + count);
    },
  };
}

function apply(removed: Map<string, number>, { userId, type, occurredAt }: Removal): void {
  if (type === 'user.reactivated') removed.delete(userId);
  else removed.set(userId, Date.parse(occurredAt));
}
