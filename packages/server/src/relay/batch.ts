import { toDirectory } from '../directory/directory-view.ts';
import type { Queryable } from '../store/database.ts';
import { holdDirectory } from '../store/directories.ts';
import { readFeeds, writeFeeds } from '../store/feeds.ts';
import type { Feed } from '../store/feeds.ts';
import {
  dropHeldEvents,
  dropInbox,
  holdInbox,
  moveInboxToLog,
  recordDirectoryEvent,
} from '../store/inbox.ts';
import type { InboxRow, NumberedEvent, Waiting } from '../store/inbox.ts';
import { eventDataOf, serialiseEvent } from './event-body.ts';
import type { EventData } from './event-body.ts';
import { createSafeguardCount } from './safeguard.ts';
import type { SafeguardCount } from './safeguard.ts';

/** What the relay does with events in one transaction: it decides on one after the other, then writes all at once. */
export interface Batch {
  /** Learns how far these directories are. */
  open(feeds: readonly Feed[]): void;
  /** The same, of those that it does not know yet. */
  openDirectories(directoryIds: readonly string[]): Promise<void>;
  /** Changes how far a directory is. */
  change(feed: Feed, values: Partial<Pick<Feed, 'stage' | 'settledKey'>>): void;
  /** Gives an event its number, or puts it aside. */
  take(row: InboxRow, from: Waiting): Promise<void>;
  /** Writes it down; answers what the log has got. */
  finish(): Promise<readonly InboxRow[]>;
}

export function createBatch(tx: Queryable, publicUrl: string): Batch {
  const feeds = new Map<string, Feed>();
  const counts = new Map<string, SafeguardCount>();
  const logged: InboxRow[] = [];
  const numbered: Record<Waiting, NumberedEvent[]> = { inbox: [], held_events: [] };
  const held: number[] = [];
  const dropped: number[] = [];
  /** Deleted directories of which something is held back. */
  const closed: string[] = [];
  const changed = new Set<Feed>();

  function countOf(feed: Feed): SafeguardCount {
    const count = counts.get(feed.directoryId) ?? createSafeguardCount(tx, feed);
    counts.set(feed.directoryId, count);
    return count;
  }

  function number(feed: Feed, row: InboxRow, from: Waiting, data: EventData = eventDataOf(row)): void {
    feed.lastSequence += 1;
    feed.activeUsers = activeUsersAfter(feed, row, data);
    changed.add(feed);
    const body = serialiseEvent(row, feed.lastSequence, data);
    numbered[from].push({ inboxId: row.id, sequence: feed.lastSequence, body });
    logged.push(row);
    if (isReleased(feed, row, from)) feed.removalsSeen = feed.lastSequence;
    else if (isRemovalOrReturn(row)) countOf(feed).add({ userId: row.orderKey, ...row });
  }

  /** Whether too many people would have been removed with this event. */
  async function passesSafeguard(feed: Feed, row: InboxRow, data: EventData): Promise<boolean> {
    if (row.type !== 'user.deactivated' && row.type !== 'user.deleted') return false;
    return countOf(feed).isPassedBy({ userId: row.orderKey, ...row }, activeUsersAfter(feed, row, data));
  }

  async function hold(feed: Feed): Promise<boolean> {
    const directory = await holdDirectory(tx, feed.directoryId);
    // It was deleted: that event comes, and there is nothing left to hold back from.
    if (directory === undefined) return false;
    feed.stage = 'held';
    const data = { directory: toDirectory(directory, publicUrl) };
    const row = await recordDirectoryEvent(tx, feed.directoryId, { type: 'directory.held', data });
    number(feed, row, 'inbox');
    return true;
  }

  function release(feed: Feed, row: InboxRow): void {
    feed.stage = feed.releaseMode === 'settle' ? 'settling' : 'draining';
    feed.releasedThrough = row.id;
    feed.settledKey = null;
    counts.delete(feed.directoryId);
    number(feed, row, 'inbox');
    feed.removalsSeen = feed.lastSequence;
  }

  async function takeUnlessHeld(feed: Feed, row: InboxRow, from: Waiting): Promise<void> {
    const data = eventDataOf(row);
    // What somebody has released goes out, however much it is.
    const isGuarded = !isReleased(feed, row, from);
    if (isGuarded && (await passesSafeguard(feed, row, data)) && (await hold(feed))) {
      if (from === 'inbox') held.push(row.id);
    } else {
      number(feed, row, from, data);
    }
  }

  return {
    open(known) {
      for (const feed of known) feeds.set(feed.directoryId, feed);
    },
    change(feed, values) {
      Object.assign(feed, values);
      changed.add(feed);
    },
    async openDirectories(directoryIds) {
      const unknown = new Set(directoryIds.filter((id) => !feeds.has(id)));
      if (unknown.size > 0) this.open(await readFeeds(tx, [...unknown]));
    },
    async take(row, from) {
      const feed = feeds.get(row.directoryId);
      if (feed === undefined)
        throw new Error(`Expected the feed of directory ${row.directoryId} to be open.`);
      if (feed.stage === 'closed') {
        // `directory.deleted` is the last event of a log; a request that was under way then comes too late.
        dropped.push(row.id);
      } else if (row.type === 'directory.deleted') {
        if (feed.stage !== 'open') closed.push(feed.directoryId);
        feed.stage = 'closed';
        number(feed, row, from);
      } else if (row.type === 'directory.released') {
        release(feed, row);
      } else if (from === 'inbox' && feed.stage !== 'open') {
        held.push(row.id);
      } else if (from === 'inbox' || feed.stage !== 'held') {
        await takeUnlessHeld(feed, row, from);
      }
    },
    async finish() {
      // In this order: behind what had been held may come that it is held again.
      await moveInboxToLog(tx, numbered.held_events, 'held_events');
      await moveInboxToLog(tx, numbered.inbox, 'inbox');
      await holdInbox(tx, held);
      await dropInbox(tx, dropped);
      // Only now: some of it may just have left.
      await dropHeldEvents(tx, closed);
      await writeFeeds(tx, [...changed]);
      return logged;
    },
  };
}

/** Whether it had been held when the directory was released. */
function isReleased({ releasedThrough }: Feed, { id }: InboxRow, from: Waiting): boolean {
  return from === 'held_events' && id <= (releasedThrough ?? 0);
}

function isRemovalOrReturn({ type }: InboxRow): boolean {
  return type === 'user.deactivated' || type === 'user.deleted' || type === 'user.reactivated';
}

function activeUsersAfter({ activeUsers }: Feed, { type }: InboxRow, data: EventData): number {
  const isActive = data['user']?.['active'] === true;
  if (type === 'user.reactivated' || (type === 'user.created' && isActive)) return activeUsers + 1;
  if (type === 'user.deactivated' || (type === 'user.deleted' && isActive))
    return Math.max(0, activeUsers - 1);
  return activeUsers;
}
