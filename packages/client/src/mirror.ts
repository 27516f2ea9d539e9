import { CursorExpiredError, EventGapError } from './errors.ts';
import type { DirectoryEvent } from './attributes.ts';
import { followEvents } from './event-feed.ts';
import type { EventPage, EventSource } from './event-feed.ts';
import type { CustomAttributes } from './generated/api.ts';
import { changesOf } from './mirror-change.ts';
import type { MirrorChange } from './mirror-change.ts';
import { beginSnapshot, readStep } from './mirror-snapshot.ts';
import type { Lists, Progress } from './mirror-snapshot.ts';
import { createPersist, isRefusal, untilAborted } from './persist.ts';
import { createSequenceCheck } from './sequence.ts';

/**
 * The tables of a product that a mirror keeps. They need no foreign keys among users, groups and memberships, and no
 * unique names: while a snapshot is taken, states of different moments stand side by side.
 */
export interface MirrorStore<Attributes extends object = CustomAttributes> {
  /** The state that was given last; nothing at the first start. */
  load(): Promise<string | null | undefined> | string | null | undefined;
  /** Makes the changes, in their order, and keeps the state, in one transaction. Both are repeated when it fails. */
  apply(changes: readonly MirrorChange<Attributes>[], state: string): Promise<void> | void;
}

/** How a directory is mirrored. */
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
}

/** What a mirror reads with. */
interface MirrorSource extends EventSource<DirectoryEvent> {
  readonly lists: Lists;
}

/** What the store keeps for a mirror. */
interface MirrorState {
  readonly version: 1;
  readonly directoryId: string | null;
  readonly progress: Progress;
}

/** Keeps tables equal to a directory, or to all: a snapshot, then the log from where that began. */
export async function mirror(
  source: MirrorSource,
  {
    store,
    directoryId,
    signal = new AbortController().signal,
    onSnapshot = () => undefined,
    onError = (error) => console.error(error),
  }: MirrorOptions,
): Promise<void> {
  const persist = createPersist<DirectoryEvent>(source, { signal, onError: (error) => onError(error) });

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
      const { changes, next } = await persist(() => readStep(source.lists, page, signal), {
        isFinal: isRefusal,
      });
      await apply(changes, next);
      if (next.step === 'tail') onSnapshot();
      progress = next;
    }
    return progress.eventCursor;
  }

  /** Follows the log until it has a hole, or is not kept any more where it would go on. */
  async function follow(cursor: string | undefined): Promise<EventGapError | CursorExpiredError> {
    const findGap = createSequenceCheck();
    const onPage = async ({ data, nextCursor }: EventPage<DirectoryEvent>, isNew: boolean) => {
      for (const event of data) {
        const gap = findGap(event);
        if (gap) throw gap;
      }
      if (isNew) await apply(data.flatMap(changesOf), { step: 'tail', eventCursor: nextCursor });
    };
    try {
      return await followEvents(source, { cursor, signal, persist, onPage });
    } catch (error) {
      if (error instanceof EventGapError || error instanceof CursorExpiredError) return error;
      throw error;
    }
  }

  async function begin(): Promise<Progress> {
    if (directoryId !== undefined) {
      // Later a directory that is not there was deleted; now the id is wrong.
      const { directories } = source.lists;
      await persist(() => directories.get(directoryId, { signal }), { isFinal: isRefusal });
    }
    return beginSnapshot(directoryId);
  }

  await untilAborted(signal, async () => {
    let progress = readState(await persist(() => store.load()), directoryId) ?? (await begin());
    for (;;) {
      const reason = await follow(await list(progress));
      onError(reason);
      progress = await begin();
    }
  });
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
