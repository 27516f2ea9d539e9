import type { components } from '../generated/api.ts';
import type { Queryable, Statement } from './database.ts';
import { unnest } from './unnest.ts';

/** See the table `feeds`. */
export type FeedStage = 'open' | 'held' | 'settling' | 'draining' | 'closed';

export type Safeguard = components['schemas']['DirectorySafeguard'];
export type ReleaseMode = components['schemas']['DirectoryRelease']['mode'];

/** How far the relay is with the events of a directory. Only the relay changes it; it reads what it has to go by. */
export interface Feed {
  readonly directoryId: string;
  readonly safeguard: Safeguard;
  readonly releaseMode: ReleaseMode | null;
  stage: FeedStage;
  lastSequence: number;
  activeUsers: number;
  removalsSeen: number;
  releasedThrough: number | null;
  settledKey: string | null;
}

const columns = `d.id as "directoryId", d.settings -> 'safeguard' as safeguard, f.release_mode as "releaseMode",
    coalesce(f.stage, 'open') as stage, coalesce(f.last_sequence, 0) as "lastSequence",
    coalesce(f.active_users, 0) as "activeUsers", coalesce(f.removals_seen, 0) as "removalsSeen",
    f.released_through as "releasedThrough", f.settled_key as "settledKey"`;

const read: Statement = {
  name: 'feeds.read',
  text: `select ${columns} from directories d left join feeds f on f.directory_id = d.id where d.id in (select * from ${unnest('$1::uuid[]')})`,
};

export function readFeeds(tx: Queryable, directoryIds: readonly string[]): Promise<readonly Feed[]> {
  return tx.query<Feed>(read, [directoryIds]);
}

const readReleased: Statement = {
  name: 'feeds.read-released',
  text: `select ${columns} from feeds f join directories d on d.id = f.directory_id
  where f.stage in ('settling', 'draining') limit 1`,
};

/** A feed whose held events are on their way out. */
export async function readReleasedFeed(tx: Queryable): Promise<Feed | undefined> {
  const [feed] = await tx.query<Feed>(readReleased);
  return feed;
}

const write: Statement = {
  name: 'feeds.write',
  text: `insert into feeds (directory_id, stage, last_sequence, active_users, removals_seen, released_through, settled_key)
  select * from ${unnest(
    ...[
      '$1::uuid[]',
      '$2::text[]',
      '$3::bigint[]',
      '$4::integer[]',
      '$5::bigint[]',
      '$6::bigint[]',
      '$7::uuid[]',
    ],
  )}
  on conflict (directory_id) do update set stage = excluded.stage, last_sequence = excluded.last_sequence,
    active_users = excluded.active_users, removals_seen = excluded.removals_seen,
    released_through = excluded.released_through, settled_key = excluded.settled_key`,
};

export async function writeFeeds(tx: Queryable, feeds: readonly Feed[]): Promise<void> {
  if (feeds.length === 0) return;
  await tx.query(write, [
    feeds.map(({ directoryId }) => directoryId),
    feeds.map(({ stage }) => stage),
    feeds.map(({ lastSequence }) => lastSequence),
    feeds.map(({ activeUsers }) => activeUsers),
    feeds.map(({ removalsSeen }) => removalsSeen),
    feeds.map(({ releasedThrough }) => releasedThrough),
    feeds.map(({ settledKey }) => settledKey),
  ]);
}

const askRelease: Statement = {
  name: 'feeds.ask-release',
  text: 'update feeds set release_mode = $2 where directory_id = $1',
};

/** Says how the held events are to be released; the relay goes by it when it comes to `directory.released`. */
export async function askForRelease(tx: Queryable, directoryId: string, mode: ReleaseMode): Promise<void> {
  await tx.query(askRelease, [directoryId, mode]);
}

/** Somebody was taken away, or brought back. */
export interface Removal {
  readonly userId: string;
  readonly type: string;
  readonly occurredAt: string;
}

const removals: Statement = {
  name: 'feeds.removals',
  text: `select order_key as "userId", type, occurred_at as "occurredAt" from events
  where directory_id = $1 and type in ('user.deactivated', 'user.reactivated', 'user.deleted') and occurred_at > $2
    and sequence > $3
  order by sequence`,
};

/** What the log tells of removals in a directory since a time and behind a sequence, in order. */
export function listRemovals(
  tx: Queryable,
  directoryId: string,
  since: Date,
  sequence: number,
): Promise<readonly Removal[]> {
  return tx.query<Removal>(removals, [directoryId, since, sequence]);
}
