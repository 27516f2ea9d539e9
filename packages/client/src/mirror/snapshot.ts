import { DirsyncError, NotFoundError } from '../errors.ts';
import { toMirrorGroup, toMirrorUser } from './change.ts';
import type { MirrorChange, MirrorRange } from './change.ts';
import type { Page } from '../pagination.ts';
import type { DirectoriesResource } from '../resources/directories.ts';
import type { GroupsResource } from '../resources/groups.ts';
import type { UsersResource } from '../resources/users.ts';

/** Where a list goes on. */
interface Place {
  /** The cursor; absent on the first page. */
  readonly after?: string;
  /** The greatest id of the pages before. */
  readonly from: string;
}

/** What every step knows. */
interface Known {
  /** Where the log is read from when all is listed. Known after the first page of users. */
  readonly eventCursor?: string;
  /** Where the directories behind this one begin; absent when this is the last. */
  readonly nextDirectories?: Place;
}

interface DirectoriesStep extends Known {
  readonly step: 'directories';
  readonly at: Place;
}

interface UsersStep extends Known {
  readonly step: 'users';
  readonly directoryId: string;
  readonly at: Place;
}

interface GroupsStep extends Known {
  readonly step: 'groups';
  readonly directoryId: string;
  readonly at: Place;
}

interface MembersStep extends Known {
  readonly step: 'members';
  readonly directoryId: string;
  readonly at: Place;
  /** The groups whose members are still to be listed. */
  readonly groupIds: readonly string[];
  /** Where the groups behind these begin; absent when there are none. */
  readonly nextGroups?: Place;
}

/** The page that a snapshot reads next. It is saved after each page, so that a restart loses one page of work. */
export type Snapshot = DirectoriesStep | UsersStep | GroupsStep | MembersStep;

/** What is read after a page: the next one, or the log. */
export type Progress = Snapshot | { readonly step: 'tail'; readonly eventCursor?: string };

/** What a page brings. */
interface Step {
  readonly changes: readonly MirrorChange[];
  readonly next: Progress;
}

/** What a snapshot reads with. */
export interface Lists {
  readonly directories: Pick<DirectoriesResource, 'list'>;
  readonly users: Pick<UsersResource, 'list'>;
  readonly groups: Pick<GroupsResource, 'list' | 'listMembers'>;
}

const smallestId = '00000000-0000-0000-0000-000000000000';
const greatestId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const beginning: Place = { from: smallestId };
const limit = 200;

/** The first page of a snapshot, of one directory or of all. */
export function beginSnapshot(directoryId: string | undefined): Snapshot {
  return directoryId === undefined
    ? { step: 'directories', at: beginning }
    : { step: 'users', directoryId, at: beginning };
}

/** Reads one page. Lists are ordered by id, so a page tells all that there is between its neighbours. */
export function readStep(lists: Lists, snapshot: Snapshot, signal: AbortSignal): Promise<Step> {
  switch (snapshot.step) {
    case 'directories':
      return readDirectory(lists, snapshot, signal);
    case 'users':
      return readUsers(lists, snapshot, signal);
    case 'groups':
      return readGroups(lists, snapshot, signal);
    case 'members':
      return readMembers(lists, snapshot, signal);
  }
}

async function readDirectory(
  { directories }: Lists,
  snapshot: DirectoriesStep,
  signal: AbortSignal,
): Promise<Step> {
  const { at, eventCursor } = snapshot;
  // One at a time: its users, groups and members come before the next.
  const page = await directories.list({ limit: 1, ...cursorOf(at) }, { signal });
  const [directory] = page.data;
  const shared = { ...(eventCursor !== undefined && { eventCursor }), ...nextOf('nextDirectories', page) };
  return {
    changes: [{ type: 'directories.kept', ...rangeOf(at, page) }],
    next: directory
      ? { ...shared, step: 'users', directoryId: directory.id, at: beginning }
      : endOfDirectory(shared),
  };
}

async function readUsers({ users }: Lists, snapshot: UsersStep, signal: AbortSignal): Promise<Step> {
  const { directoryId, at, ...shared } = snapshot;
  try {
    const page = await users.list({ directoryId, limit, ...cursorOf(at) }, { signal });
    const known = { ...shared, directoryId, eventCursor: shared.eventCursor ?? page.eventCursor };
    const next = placeBehind(page);
    return {
      changes: [
        { type: 'users.kept', directoryId, ...rangeOf(at, page) },
        ...page.data.map((user) => ({ type: 'user.saved', user: toMirrorUser(user) }) as const),
      ],
      next: next ? { ...known, step: 'users', at: next } : { ...known, step: 'groups', at: beginning },
    };
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    return directoryIsGone(snapshot);
  }
}

async function readGroups({ groups }: Lists, snapshot: GroupsStep, signal: AbortSignal): Promise<Step> {
  const { directoryId, at } = snapshot;
  try {
    const page = await groups.list({ directoryId, limit, ...cursorOf(at) }, { signal });
    const groupIds = page.data.map(({ id }) => id);
    return {
      changes: [
        { type: 'groups.kept', directoryId, ...rangeOf(at, page) },
        ...page.data.map((group) => ({ type: 'group.saved', group: toMirrorGroup(group) }) as const),
      ],
      next: nextGroup({ ...snapshot, step: 'members', groupIds, ...nextOf('nextGroups', page) }),
    };
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    return directoryIsGone(snapshot);
  }
}

async function readMembers({ groups }: Lists, snapshot: MembersStep, signal: AbortSignal): Promise<Step> {
  const { directoryId, at } = snapshot;
  const [groupId = '', ...groupIds] = snapshot.groupIds;
  try {
    const page = await groups.listMembers({ directoryId, groupId, limit, ...cursorOf(at) }, { signal });
    const next = placeBehind(page);
    return {
      changes: [
        { type: 'members.kept', directoryId, groupId, ...rangeOf(at, page) },
        ...page.data.map(
          ({ id, type }) =>
            ({ type: 'member.added', directoryId, groupId, memberType: type, memberId: id }) as const,
        ),
      ],
      next: next ? { ...snapshot, at: next } : nextGroup({ ...snapshot, groupIds }),
    };
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    const changes = [{ type: 'group.removed', directoryId, groupId } as const];
    return { changes, next: nextGroup({ ...snapshot, groupIds }) };
  }
}

/** What is read after the members of a group. */
function nextGroup({ groupIds, nextGroups, ...snapshot }: MembersStep): Progress {
  if (groupIds.length > 0) {
    return { ...snapshot, groupIds, at: beginning, ...(nextGroups && { nextGroups }) };
  }
  return nextGroups ? { ...snapshot, step: 'groups', at: nextGroups } : endOfDirectory(snapshot);
}

function directoryIsGone(snapshot: UsersStep | GroupsStep): Step {
  const { directoryId } = snapshot;
  return { changes: [{ type: 'directory.removed', directoryId }], next: endOfDirectory(snapshot) };
}

/** What is read after a directory. */
function endOfDirectory({ eventCursor, nextDirectories }: Known): Progress {
  const known = eventCursor === undefined ? {} : { eventCursor };
  return nextDirectories
    ? { ...known, step: 'directories', at: nextDirectories }
    : { ...known, step: 'tail' };
}

interface ListPage extends Page {
  readonly data: readonly { readonly id: string }[];
}

function placeBehind({ data, nextCursor }: ListPage): Place | undefined {
  return nextCursor === null ? undefined : { after: nextCursor, from: data.at(-1)?.id ?? smallestId };
}

function nextOf<Name extends string>(name: Name, page: ListPage): { readonly [key in Name]?: Place } {
  const place = placeBehind(page);
  // True: the one name that it has is `Name`.
  return (place ? { [name]: place } : {}) as { readonly [key in Name]?: Place };
}

function cursorOf({ after }: Place): { readonly after?: string } {
  return after === undefined ? {} : { after };
}

function rangeOf({ from }: Place, page: ListPage): MirrorRange {
  const ids = page.data.map(({ id }) => id);
  // What lies in a range and is not named is removed, so a page out of order must not become one.
  if (ids.some((id, index) => id <= (ids[index - 1] ?? from))) {
    throw new DirsyncError('unexpected_answer', 'A list is not in the order of its ids: is baseUrl right?');
  }
  return { after: from, through: placeBehind(page)?.from ?? greatestId, ids };
}
