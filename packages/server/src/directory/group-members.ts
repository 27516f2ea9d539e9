import type { MemberDecision } from '../scim/patch/group-plan.ts';
import type { Queryable } from '../store/database.ts';
import type { MemberChange } from '../store/groups.ts';
import { findAsMembers, listMembers } from '../store/members.ts';
import type { DirectoryContext } from './directory-context.ts';
import { toScimMember } from './scim-resource.ts';

/** Reads the members of a group, and what those are that are to be added, for a change that depends on them. */
export async function decideMembers(
  { directoryId, baseUrl }: DirectoryContext,
  queryable: Queryable,
  groupId: string,
  decision: MemberDecision,
): Promise<MemberChange> {
  const members = await listMembers(queryable, directoryId, groupId);
  const others = await findAsMembers(queryable, directoryId, decision.added);
  return decision.decide(
    members.map((row) => toScimMember(row, baseUrl)),
    others.map((row) => toScimMember(row, baseUrl)),
  );
}
