import type { Group } from '../generated/api.ts';
import { changedFields } from './change.ts';
import { findDirectory } from './directories.ts';
import { found } from './failure.ts';
import { append } from './log.ts';
import { addMember, removeMember } from './membership.ts';
import type { DirectoryState, State } from './state.ts';

/**
 * What an identity provider says of a group.
 *
 * @example
 * ```ts
 * const rename: MockGroupChanges = { displayName: 'Platform' };
 * mock.groups.update(groupId, rename);
 * equal(mock.events.at(-1)?.type, 'group.updated');
 * ```
 */
export interface MockGroupChanges {
  readonly displayName?: string;
  readonly externalId?: string | null;
}

/**
 * A new group, with the ids of its members.
 *
 * @example
 * ```ts
 * function team(displayName: string, ...memberIds: string[]): MockGroupInput {
 *   return { displayName, memberIds };
 * }
 * mock.groups.create(directoryId, team('Engineering', userId));
 * ```
 */
export interface MockGroupInput extends MockGroupChanges {
  readonly displayName: string;
  readonly memberIds?: readonly string[];
}

/**
 * What identity providers do to groups. Each change makes the events that the server makes of it.
 *
 * @example
 * ```ts
 * function move(groups: MockGroups, userId: string, [from, to]: readonly [string, string]): void {
 *   groups.removeMember(from, userId);
 *   groups.addMember(to, userId);
 * }
 * ```
 */
export interface MockGroups {
  /** Makes a group: `group.created`, then `group.user_added` or `group.group_added` of each member. */
  create(directoryId: string, input: MockGroupInput): Group;
  /** Changes a group: `group.updated`. */
  update(groupId: string, changes: MockGroupChanges): Group;
  /** Deletes a group with its memberships, which have no events of their own: `group.deleted`. */
  delete(groupId: string): void;
  /** Adds a user, or a group, of the same directory. */
  addMember(groupId: string, memberId: string): void;
  /** Removes a member. */
  removeMember(groupId: string, memberId: string): void;
}

export function createMockGroups(state: State): MockGroups {
  return {
    create(directoryId, { displayName, externalId = null, memberIds = [] }) {
      const of = findDirectory(state, directoryId);
      const id = state.nextId();
      const now = state.now();
      const raw = rawOf(displayName, externalId);
      const stamp = { version: 1, createdAt: now, updatedAt: now };
      const group: Group = {
        id,
        directoryId,
        externalId,
        displayName,
        memberCount: memberIds.length,
        raw,
        ...stamp,
      };
      of.groups.set(id, group);
      of.members.set(id, new Set());
      append(state, of, { type: 'group.created', data: { group: withoutRaw(group) } });
      for (const memberId of memberIds) addMember(state, of, id, memberId);
      const made = { ...group, memberCount: of.members.get(id)?.size ?? 0 };
      of.groups.set(id, made);
      return made;
    },
    update(groupId, changes) {
      const { of, group: before } = findGroup(state, groupId);
      const changed = { ...before, ...changes };
      const previous = changedFields(before, changed);
      if (Object.keys(previous).length === 0) return before;
      const raw = rawOf(changed.displayName, changed.externalId);
      const group = { ...changed, raw, version: before.version + 1, updatedAt: state.now() };
      of.groups.set(groupId, group);
      append(state, of, { type: 'group.updated', data: { group: withoutRaw(group), previous } });
      return group;
    },
    delete(groupId) {
      const { of, group } = findGroup(state, groupId);
      for (const parentId of of.groups.keys()) removeMember(state, of, parentId, groupId);
      of.groups.delete(groupId);
      of.members.delete(groupId);
      const last = { ...group, version: group.version + 1 };
      append(state, of, { type: 'group.deleted', data: { group: withoutRaw(last) } });
    },
    addMember: (groupId, memberId) => addMember(state, findGroup(state, groupId).of, groupId, memberId),
    removeMember: (groupId, memberId) => removeMember(state, findGroup(state, groupId).of, groupId, memberId),
  };
}

function findGroup(state: State, groupId: string): { readonly of: DirectoryState; readonly group: Group } {
  const of = [...state.directories.values()].find(({ groups }) => groups.has(groupId));
  const group = found(of?.groups.get(groupId), 'group', groupId);
  // There is no group without its directory.
  return { of: of as DirectoryState, group };
}

function rawOf(displayName: string, externalId: string | null): Group['raw'] {
  const schemas = ['urn:ietf:params:scim:schemas:core:2.0:Group'];
  return { schemas, displayName, ...(externalId !== null && { externalId }) };
}

function withoutRaw({ raw: _raw, ...group }: Group): Omit<Group, 'raw'> {
  return group;
}
