import type { Event, Group, User } from '../generated/api.ts';
import { findDirectory } from './directories.ts';
import { found } from './failure.ts';
import { memberOf } from './membership.ts';
import { pageOf, pageWithEventCursor } from './page.ts';
import type { MockHandlers } from './request.ts';
import type { State } from './state.ts';

type PeopleOperation =
  | 'listUsers'
  | 'getUser'
  | 'eraseUserData'
  | 'listUserGroups'
  | 'listGroups'
  | 'getGroup'
  | 'listGroupMembers';

export function peopleHandlers(state: State): MockHandlers<PeopleOperation> {
  const groupsOf = (directoryId: string, userId: string): readonly Group[] => {
    const { groups, members } = findDirectory(state, directoryId);
    return [...groups.values()].filter(({ id }) => members.get(id)?.has(userId));
  };
  return {
    listUsers({ path: { directoryId }, query }) {
      const { users, members } = findDirectory(state, directoryId);
      const { groupId, email, userName, externalId, active, updatedSince } = query;
      const isWanted = (user: User): boolean =>
        (groupId === undefined || members.get(groupId)?.has(user.id) === true) &&
        (email === undefined || user.emails.some(({ value }) => isSameText(value, email))) &&
        (userName === undefined || isSameText(user.userName, userName)) &&
        (externalId === undefined || user.externalId === externalId) &&
        (active === undefined || user.active === active) &&
        (updatedSince === undefined || Date.parse(user.updatedAt) >= Date.parse(updatedSince));
      return pageWithEventCursor(state, [...users.values()].filter(isWanted), query);
    },
    getUser: ({ path: { directoryId, userId } }) =>
      found(findDirectory(state, directoryId).users.get(userId), 'user', userId),
    eraseUserData({ path: { directoryId, userId } }) {
      if (!findDirectory(state, directoryId).users.has(userId)) erase(state, userId);
    },
    listUserGroups({ path: { directoryId, userId }, query }) {
      found(findDirectory(state, directoryId).users.get(userId), 'user', userId);
      return pageWithEventCursor(state, groupsOf(directoryId, userId), query);
    },

    listGroups({ path: { directoryId }, query }) {
      const { groups } = findDirectory(state, directoryId);
      const { userId, displayName } = query;
      const all = userId === undefined ? [...groups.values()] : groupsOf(directoryId, userId);
      return pageWithEventCursor(
        state,
        all.filter((group) => displayName === undefined || isSameText(group.displayName, displayName)),
        query,
      );
    },
    getGroup: ({ path: { directoryId, groupId } }) =>
      found(findDirectory(state, directoryId).groups.get(groupId), 'group', groupId),
    listGroupMembers({ path: { directoryId, groupId }, query }) {
      const of = findDirectory(state, directoryId);
      const ids = found(of.members.get(groupId), 'group', groupId);
      return pageOf(
        [...ids].flatMap((id) => memberOf(of, id) ?? []),
        query,
      );
    },
  };
}

function isSameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Takes the texts of a person out of the log. */
function erase({ log }: State, userId: string): void {
  for (const [position, event] of log.entries()) {
    if (!('user' in event.data) || event.data.user.id !== userId) continue;
    const { user } = event.data;
    const data = { ...event.data, user: { ...emptied(user), userName: `erased-${userId}` } };
    const previous = 'previous' in event.data ? { previous: emptied(event.data.previous) } : {};
    // True: the same fields, emptied in ways that their types allow.
    log[position] = { ...event, data: { ...data, ...previous } } as Event;
  }
}

const kept = new Set(['id', 'directoryId', 'active', 'version', 'createdAt', 'updatedAt']);

function emptied(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, kept.has(name) ? value : emptyOf(value)]),
  );
}

function emptyOf(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  return typeof value === 'object' && value !== null ? {} : null;
}
