import type { Group, GroupMember, GroupReference, UserReference } from '../generated/api.ts';
import { append } from './log.ts';
import type { DirectoryState, State } from './state.ts';

/** Adds a user or a group of the same directory to a group, unless it is in it. */
export function addMember(state: State, of: DirectoryState, groupId: string, memberId: string): void {
  const members = of.members.get(groupId);
  if (members === undefined || members.has(memberId)) return;
  if (memberOf(of, memberId) === undefined) {
    throw new TypeError(`There is no user or group ${JSON.stringify(memberId)} in this directory.`);
  }
  members.add(memberId);
  tell(state, of, { groupId, memberId, isAdded: true });
}

/** Removes a member, unless it is in the group no more. */
export function removeMember(state: State, of: DirectoryState, groupId: string, memberId: string): void {
  if (of.members.get(groupId)?.delete(memberId)) tell(state, of, { groupId, memberId, isAdded: false });
}

/** The member as a list gives it now. */
export function memberOf(of: DirectoryState, id: string): GroupMember | undefined {
  const user = of.users.get(id);
  if (user) {
    const { externalId, userName, displayName, email } = user;
    return { type: 'user', id, externalId, userName, displayName, email };
  }
  const group = of.groups.get(id);
  return (
    group && {
      ...{ type: 'group', id, externalId: group.externalId },
      ...{ userName: null, displayName: group.displayName, email: null },
    }
  );
}

interface Change {
  readonly groupId: string;
  readonly memberId: string;
  readonly isAdded: boolean;
}

function tell(state: State, of: DirectoryState, { groupId, memberId, isAdded }: Change): void {
  const group = of.groups.get(groupId);
  if (group === undefined) return;
  const memberCount = of.members.get(groupId)?.size ?? 0;
  of.groups.set(groupId, { ...group, memberCount, version: group.version + 1, updatedAt: state.now() });
  const user = of.users.get(memberId);
  const memberGroup = of.groups.get(memberId);
  if (user) {
    const type = isAdded ? 'group.user_added' : 'group.user_removed';
    const { externalId, userName, email } = user;
    const reference: UserReference = { id: memberId, externalId, userName, email };
    append(state, of, { type, data: { group: referenceOf(group), user: reference } });
  } else if (memberGroup) {
    const type = isAdded ? 'group.group_added' : 'group.group_removed';
    append(state, of, { type, data: { group: referenceOf(group), memberGroup: referenceOf(memberGroup) } });
  }
}

function referenceOf({ id, externalId, displayName }: Group): GroupReference {
  return { id, externalId, displayName };
}
