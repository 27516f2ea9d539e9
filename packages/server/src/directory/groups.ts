import { ScimError } from '../scim/error.ts';
import { normaliseGroup } from '../scim/normalise.ts';
import type { NormalisedGroup } from '../scim/normalise.ts';
import { applyPatch } from '../scim/patch/apply-patch.ts';
import { planGroupPatch } from '../scim/patch/group-plan.ts';
import type { MemberDecision } from '../scim/patch/group-plan.ts';
import { parsePatchRequest } from '../scim/patch/patch-request.ts';
import type { ScimResource } from '../scim/resource.ts';
import { groupResourceType } from '../scim/resource-types.ts';
import type { Queryable } from '../store/database.ts';
import { deleteGroup } from '../store/group-deletion.ts';
import { findGroup, insertGroup, updateGroup } from '../store/groups.ts';
import type { DocumentChange, GroupRow, GroupWriteOutcome, MemberChange } from '../store/groups.ts';
import { newId } from '../store/new-id.ts';
import type { Stamp } from '../store/users.ts';
import { groupChanged, groupCreated } from './changes.ts';
import type { DirectoryContext } from './directory-context.ts';
import { toGroupDocument } from './group-document.ts';
import { decideMembers } from './group-members.ts';
import { toEventGroup } from './group-view.ts';
import { assertMatch } from './precondition.ts';

/** RFC 7644 section 3.3. */
export async function createGroup(
  context: DirectoryContext,
  body: unknown,
  id: string = newId(),
): Promise<GroupRow> {
  const group = normaliseGroup(groupResourceType, body, context.mode);
  const row = await insertNewGroup(context, context.database, group, id);
  context.wake.notify('dirsync_inbox');
  return row;
}

/** The same by one connection, whose user wakes the relay. */
export async function insertNewGroup(
  { directoryId }: DirectoryContext,
  queryable: Queryable,
  { resource, memberIds }: NormalisedGroup,
  id: string,
): Promise<GroupRow> {
  const document = toGroupDocument(resource);
  const events = groupCreated({ directoryId, id }, resource);
  const outcome = await insertGroup(queryable, directoryId, id, document, memberIds, events);
  const { stamp } = accepted(outcome, id, document.displayName);
  return { directoryId, id, resource, memberCount: memberIds.length, ...stamp };
}

/** Adds members to a group that nobody else knows of yet. */
export async function addMembers(
  { directoryId }: DirectoryContext,
  queryable: Queryable,
  id: string,
  memberIds: readonly string[],
): Promise<Stamp> {
  const members = { isReplacement: false, add: memberIds, remove: [] };
  const outcome = await updateGroup(queryable, directoryId, id, undefined, undefined, members);
  if (outcome === 'stale') throw new Error(`Group ${id} changed in the transaction that made it.`);
  return accepted(outcome, id).stamp;
}

/** RFC 7644 section 3.5.1: what the body omits is cleared, members included. */
export async function replaceGroup(
  context: DirectoryContext,
  id: string,
  body: unknown,
  ifMatch?: string,
): Promise<Stamp> {
  const { resource, memberIds } = normaliseGroup(groupResourceType, body, context.mode);
  const members = { isReplacement: true, add: memberIds, remove: [] };
  return changeGroup(context, id, ifMatch, members, () => resource);
}

/**
 * RFC 7644 section 3.5.2. A change of members alone reads nothing before it writes, however large the group, unless it
 * chooses them by what they are.
 */
export async function patchGroup(
  context: DirectoryContext,
  id: string,
  body: unknown,
  ifMatch?: string,
): Promise<Stamp> {
  const { mode } = context;
  const plan = planGroupPatch(groupResourceType, parsePatchRequest(groupResourceType, body, mode), mode);
  const decide =
    plan.operations.length === 0 && ifMatch === undefined
      ? undefined
      : (before: ScimResource) => applyPatch(groupResourceType, before, plan.operations, { mode, id });
  return changeGroup(context, id, ifMatch, plan.members, decide);
}

/** RFC 7644 section 3.6. */
export async function removeGroup(context: DirectoryContext, id: string, ifMatch?: string): Promise<void> {
  const isDeleted = await deleteGroup(context.database, context.directoryId, id, (last) => {
    assertMatch(ifMatch, last.version);
    return { group: toEventGroup(last) };
  });
  if (!isDeleted) throw groupNotFound(id);
  context.wake.notify('dirsync_inbox');
}

/** The group without its members, or 404. */
export async function getGroup({ database, directoryId }: DirectoryContext, id: string): Promise<GroupRow> {
  const row = await findGroup(database, directoryId, id);
  if (row === undefined) throw groupNotFound(id);
  return row;
}

type Decide = (before: ScimResource) => ScimResource;

/** The change of members, or what makes it once they were read. */
type Members = MemberChange | MemberDecision;

/** As with users: first without a lock, and when another request was quicker once more with the row locked. */
async function changeGroup(
  context: DirectoryContext,
  id: string,
  ifMatch: string | undefined,
  members: Members,
  decide: Decide | undefined,
): Promise<Stamp> {
  const { database, wake } = context;
  const stamp =
    (await attemptChange(context, database, id, ifMatch, members, decide, false)) ??
    (await database.transaction((tx) => attemptChange(context, tx, id, ifMatch, members, decide, true)));
  if (stamp === undefined) throw new Error(`Group ${id} changed under its lock.`);
  wake.notify('dirsync_inbox');
  return stamp;
}

/** `undefined` when the row, or what the statement saw of its members, was not up to date. */
async function attemptChange(
  context: DirectoryContext,
  queryable: Queryable,
  id: string,
  ifMatch: string | undefined,
  members: Members,
  decide: Decide | undefined,
  lock: boolean,
): Promise<Stamp | undefined> {
  const { directoryId } = context;
  const isChosen = 'decide' in members;
  let change: DocumentChange | undefined;
  let expectedVersion: number | undefined;
  if (decide !== undefined || isChosen || lock) {
    const before = await findGroup(queryable, directoryId, id, { lock });
    if (before === undefined) throw groupNotFound(id);
    assertMatch(ifMatch, before.version);
    const resource = decide?.(before.resource) ?? before.resource;
    const events = groupChanged(before, before.resource, resource);
    if (events.length > 0) change = { document: toGroupDocument(resource), events };
    // Without any of these, a change of members goes over whatever version there is.
    if (change !== undefined || isChosen || ifMatch !== undefined) expectedVersion = before.version;
  }
  // Read after the version, so that it holds for them too.
  const memberChange = isChosen ? await decideMembers(context, queryable, id, members) : members;
  const outcome = await updateGroup(queryable, directoryId, id, expectedVersion, change, memberChange);
  return outcome === 'stale' ? undefined : accepted(outcome, id, change?.document.displayName).stamp;
}

function accepted(
  outcome: Exclude<GroupWriteOutcome, 'stale'>,
  id: string,
  displayName = '',
): Extract<GroupWriteOutcome, { stamp: unknown }> {
  if (outcome === 'absent') throw groupNotFound(id);
  if (outcome === 'conflict') {
    throw new ScimError(409, `Another group has the displayName "${displayName}" already.`, 'uniqueness');
  }
  if ('missing' in outcome) {
    const ids = outcome.missing.slice(0, 5).map((memberId) => `"${memberId}"`);
    const more =
      outcome.missing.length > ids.length ? ` and ${outcome.missing.length - ids.length} more` : '';
    throw new ScimError(
      400,
      `members: no user or other group has the id ${ids.join(', ')}${more}.`,
      'invalidValue',
    );
  }
  return outcome;
}

function groupNotFound(id: string): ScimError {
  return new ScimError(404, `There is no group with the id "${id}".`);
}
