import { CursorExpiredError, EventGapError } from '../errors.ts';
import type { DirectoryEvent } from '../attributes.ts';
import { checkEventPage, followEvents, waitSeconds } from '../event-feed.ts';
import type { EventPage } from '../event-feed.ts';
import type { CustomAttributes } from '../generated/api.ts';
import { changesOf } from './change.ts';
import type { MirrorChange } from './change.ts';
import { beginSnapshot, readStep } from './snapshot.ts';
import type { Progress } from './snapshot.ts';
import { createPersist, isRefusal, untilAborted } from '../persist.ts';
import type { DirectoriesResource } from '../resources/directories.ts';
import type { EventsResource } from '../resources/events.ts';
import type { GroupsResource } from '../resources/groups.ts';
import type { UsersResource } from '../resources/users.ts';
import { createSequenceCheck } from '../sequence.ts';
import { sleep as sleepByTimer } from '../sleep.ts';
import type { Sleep } from '../sleep.ts';

/**
 * The tables of a product that a mirror keeps. They need no foreign keys among users, groups and memberships, and no
 * unique names: while a snapshot is taken, states of different moments stand side by side.
 *
 * @example
 * ```ts
 * // In memory, for a test.
 * const users = new Map<string, MirrorUser>();
 * let kept: string | undefined;
 * const store: MirrorStore = {
 *   load: () => kept,
 *   apply(changes, state) {
 *     for (const change of changes) {
 *       if (change.type === 'user.saved') users.set(change.user.id, change.user);
 *       else if (change.type === 'user.removed') users.delete(change.userId);
 *     }
 *     kept = state;
 *   },
 * };
 * ```
 */
export interface MirrorStore<Attributes extends object = CustomAttributes> {
  /** The state that was given last; nothing at the first start. */
  load(): Promise<string | null | undefined> | string | null | undefined;
  /** Makes the changes, in their order, and keeps the state, in one transaction. Both are repeated when it fails. */
  apply(changes: readonly MirrorChange<Attributes>[], state: string): Promise<void> | void;
}

/**
 * How a directory is mirrored.
 *
 * @example
 * ```ts
 * const options: MirrorOptions = {
 *   store,
 *   directoryId,
 *   signal,
 *   onSnapshot: () => console.log('The tables are complete.'),
 * };
 * await mirror(dirsync, options);
 * ```
 */
export interface MirrorOptions<Attributes extends object = CustomAttributes> {
  /** The tables. One mirror at a time writes to them. */
  readonly store: MirrorStore<Attributes>;
  /** The directory; without it all directories of the environment, also those to come. */
  readonly directoryId?: string;
  /** Ends the mirror: it resolves when what it applies is applied. The next run goes on from there. */
  readonly signal?: AbortSignal;
  /** Told when a snapshot is complete: from then on the tables follow the log. */
  readonly onSnapshot?: () => void;
  /**
   * Told of each failure (of the connection, of the store) before the mirror waits and tries again, and of what makes
   * it take a new snapshot; `console.error` by default. What it throws ends the mirror.
   */
  readonly onError?: (error: unknown) => void;
  /** Waits between tries; for tests. */
  readonly sleep?: Sleep;
  /** Makes the jitter, from 0 to 1; for tests. `Math.random` by default. */
  readonly random?: () => number;
  /** The clock, in milliseconds; for tests. `Date.now` by default. */
  readonly now?: () => number;
}

/**
 * What a mirror reads with: a client of `createDirsync`.
 *
 * @example
 * ```ts
 * async function runMirror(client: MirrorClient): Promise<void> {
 *   await mirror(client, { store, signal, onError: (error) => console.warn('mirror', error) });
 * }
 * await runMirror(dirsync); // in tests a client of a mock
 * ```
 */
export interface MirrorClient<Attributes extends object = CustomAttributes> {
  readonly directories: Pick<DirectoriesResource, 'get' | 'list'>;
  readonly users: Pick<UsersResource<Attributes>, 'list'>;
  readonly groups: Pick<GroupsResource, 'list' | 'listMembers'>;
  readonly events: Pick<EventsResource<Attributes>, 'list'>;
}

/** What the store keeps for a mirror. */
interface MirrorState {
  readonly version: 1;
  readonly directoryId: string | null;
  readonly progress: Progress;
}

/**
 * Keeps tables of your own equal to one directory, or to all of the environment, until the signal is aborted: lists
 * everything once, then follows the log. It goes on where the last run ended, also in the middle of the list, and lists
 * again when the log does not reach back that far, or has a gap, and a directory when it was released.
 *
 * @throws {@link ApiError} when the server refuses: `AuthenticationError`, or `NotFoundError` when there is no such
 * directory. TypeError when the store holds what another mirror left.
 *
 * @example
 * ```ts
 * await mirror(dirsync, { store, signal });
 * ```
 */
export function mirror<Attributes extends object = CustomAttributes>(
  dirsync: MirrorClient<Attributes>,
  options: MirrorOptions<Attributes>,
): Promise<void> {
  // The contract leaves custom attributes open; what they are is the caller's word.
  return keepEqual(dirsync as unknown as MirrorClient, options as unknown as MirrorOptions);
}

async function keepEqual(
  dirsync: MirrorClient,
  {
    store,
    directoryId,
    signal = new AbortController().signal,
    onSnapshot = () => undefined,
    onError = (error) => console.error(error),
    sleep = sleepByTimer,
    random = Math.random,
    now = Date.now,
  }: MirrorOptions,
): Promise<void> {
  const persist = createPersist<DirectoryEvent>(
    { sleep, random },
    { signal, onError: (error) => onError(error) },
  );

  async function readPage(after: string | undefined): Promise<EventPage<DirectoryEvent>> {
    const query = {
      ...{ limit: 200, waitSeconds },
      ...(directoryId !== undefined && { directoryId }),
      ...(after !== undefined && { after }),
    };
    return checkEventPage(await dirsync.events.list(query, { signal }));
  }

  async function apply(changes: readonly MirrorChange[], progress: Progress): Promise<void> {
    const state: MirrorState = { version: 1, directoryId: directoryId ?? null, progress };
    await persist(() => store.apply(changes, JSON.stringify(state)));
  }

  /** Lists what is still to be listed. */
  async function list(begun: Progress): Promise<string | undefined> {
    let progress = begun;
    while (progress.step !== 'tail') {
      signal.throwIfAborted();
      const page = progress;
      const { changes, next } = await persist(() => readStep(dirsync, page, signal), {
        isFinal: isRefusal,
      });
      await apply(changes, next);
      if (next.step === 'tail') onSnapshot();
      progress = next;
    }
    return progress.eventCursor;
  }

  /** Follows the log until something has to be listed again, and answers what. */
  async function follow(cursor: string | undefined): Promise<Progress> {
    const findGap = createSequenceCheck();
    const onPage = async ({ data, nextCursor }: EventPage<DirectoryEvent>, isNew: boolean) => {
      for (const event of data) {
        const gap = findGap(event);
        if (gap) throw gap;
      }
      if (!isNew) return;
      const next = { ...behind(data, directoryId), eventCursor: nextCursor };
      await apply(data.flatMap(changesOf), next);
      if (next.step !== 'tail') throw new ListAgain(next);
    };
    try {
      return await followEvents({ readPage, sleep, now }, { cursor, signal, persist, onPage });
    } catch (error) {
      if (error instanceof ListAgain) return error.progress;
      if (!(error instanceof EventGapError || error instanceof CursorExpiredError)) throw error;
      onError(error);
      return begin();
    }
  }

  async function begin(): Promise<Progress> {
    if (directoryId !== undefined) {
      // Later a directory that is not there was deleted; now the id is wrong.
      await persist(() => dirsync.directories.get(directoryId, { signal }), { isFinal: isRefusal });
    }
    return beginSnapshot(directoryId);
  }

  await untilAborted(signal, async () => {
    let progress = readState(await persist(() => store.load()), directoryId) ?? (await begin());
    for (;;) progress = await follow(await list(progress));
  });
}

/** Ends the following of the log. */
class ListAgain extends Error {
  readonly progress: Progress;

  constructor(progress: Progress) {
    super('List again.');
    this.progress = progress;
  }
}

/**
 * What is read behind a page: a directory that was released, or all when there are several. While it was held its lists
 * showed changes that were undone since, and when it is settled no event takes them back.
 */
function behind(events: readonly DirectoryEvent[], directoryId: string | undefined): Progress {
  const released = new Set(
    events.filter(({ type }) => type === 'directory.released').map((event) => event.directoryId),
  );
  if (released.size === 0) return { step: 'tail' };
  const [only] = released;
  return beginSnapshot(released.size === 1 ? only : directoryId);
}

function readState(text: string | null | undefined, directoryId: string | undefined): Progress | undefined {
  if (text === undefined || text === null) return undefined;
  const state = parse(text);
  if (state?.version !== 1)
    throw new TypeError('store.load() must give the state that apply() was given last.');
  if (state.directoryId !== (directoryId ?? null)) {
    const scope = state.directoryId === null ? 'all directories' : `directory ${state.directoryId}`;
    throw new TypeError(`The store holds a mirror of ${scope}: give each mirror a store of its own.`);
  }
  return state.progress;
}

function parse(text: string): MirrorState | undefined {
  try {
    // What this package wrote; the version says so.
    return JSON.parse(text) as MirrorState;
  } catch {
    return undefined;
  }
}
