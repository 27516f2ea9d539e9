import { ScimError } from '../error.ts';
import { countComparisons } from '../filter/filter.ts';
import { filterLimits } from '../filter/filter-reader.ts';
import type { ResolvedFilter } from '../filter/resolve-filter.ts';
import {
  foldMemberId,
  isMembersPath,
  readMemberIds,
  takeMembersApart,
  uniqueMemberIds,
} from '../member-ids.ts';
import type { MembersPath } from '../member-ids.ts';
import type { ScimMode } from '../mode.ts';
import { isJsonObject } from '../resource.ts';
import type { Json } from '../resource.ts';
import type { ResourceType } from '../schema.ts';
import { assertWritable } from './apply-operation.ts';
import { foldMemberSteps, immutable } from './member-steps.ts';
import type { ChoosingStep, MemberPlan, MemberStep, ScimMember } from './member-steps.ts';
import type { PatchOp, PatchOperation } from './patch-request.ts';

/** A PATCH of a group: of its document and, beside it, of its members. */
export interface GroupPatchPlan {
  /** What is left for `applyPatch`. */
  readonly operations: readonly PatchOperation[];
  readonly members: MemberPlan | MemberDecision;
}

/** What the operations come to depends on the members that are there. */
export interface MemberDecision {
  /** Who is added: what they are has to be known too. */
  readonly added: readonly string[];
  /** Decides for these `members`; `others` are those that are added, without the ids that are nobody's. */
  readonly decide: (members: readonly ScimMember[], others: readonly ScimMember[]) => MemberPlan;
}

/**
 * Parts the operations on `members` from the others and folds them into one change of the set. Nobody has to read the
 * members to change them, unless they are chosen by another filter than `value eq` and several of these with `or`.
 * Throws ScimError as `applyPatch` does.
 */
export function planGroupPatch(
  resourceType: ResourceType,
  operations: readonly PatchOperation[],
  mode: ScimMode,
): GroupPatchPlan {
  const steps: MemberStep[] = [];
  const others: PatchOperation[] = [];
  for (const operation of operations) {
    const { op, path, value } = operation;
    if (isMembersPath(path)) {
      steps.push(...readSteps(op, path, value, mode));
    } else if (path.kind === 'resource' && isJsonObject(value) && op !== 'remove') {
      const apart = takeMembersApart(resourceType, value, mode);
      for (const member of apart.members) steps.push(...readSteps(op, member.path, member.value, mode));
      const isAllMembers = apart.members.length > 0 && Object.keys(apart.rest).length === 0;
      if (!isAllMembers) others.push({ op, path, value: apart.rest });
    } else {
      others.push(operation);
    }
  }
  return { operations: others, members: planMembers(steps) };
}

function planMembers(steps: readonly MemberStep[]): MemberPlan | MemberDecision {
  const choosing = steps.filter((step) => step.kind === 'choose');
  if (choosing.length === 0) return foldMemberSteps(steps);
  assertFewComparisons(choosing);
  const added = steps.flatMap((step) => (step.kind === 'add' || step.kind === 'replace' ? step.ids : []));
  return {
    added: uniqueMemberIds(added),
    decide: (members, others) => foldMemberSteps(steps, members, others),
  };
}

/** Each is made with every member: the filters of a request are bounded together as one filter is. */
function assertFewComparisons(choosing: readonly ChoosingStep[]): void {
  const count = choosing.reduce((sum, { filter }) => sum + countComparisons(filter), 0);
  if (count <= filterLimits.terms) return;
  const detail = `A request may choose members by ${filterLimits.terms} comparisons; these are ${count}.`;
  throw new ScimError(413, detail);
}

/** What an operation on `members` does; nothing when it is one that is ignored. */
function readSteps(
  op: PatchOp,
  { target, filter }: MembersPath,
  value: Json | undefined,
  mode: ScimMode,
): readonly MemberStep[] {
  if (target.subName !== undefined) {
    const isDecidedByValue = filter !== undefined && target.subAttribute?.name !== 'value';
    // Okta and others write `display`; what a member is called and is, its own resource says.
    if (isDecidedByValue && mode.accepts('memberSubAttribute')) return [];
    assertWritable(target);
    throw immutable(target.path);
  }
  if (filter !== undefined) return [readChoice(op, filter, value, mode)];
  if (op !== 'remove') return [{ kind: op, ids: readMemberIds(value, mode) }];
  if (value === undefined || value === null) return [{ kind: 'replace', ids: [] }];
  if (!mode.accepts('removeByValue')) {
    const detail = 'members: a remove operation has no value; choose the members by a filter.';
    throw new ScimError(400, detail, 'invalidValue');
  }
  // Entra removes the members in the value, and only those.
  return [{ kind: 'remove', ids: readMemberIds(value, mode) }];
}

/** `members[…]` without a sub-attribute. */
function readChoice(
  op: PatchOp,
  filter: ResolvedFilter,
  value: Json | undefined,
  mode: ScimMode,
): MemberStep {
  const ids = namedIds(filter);
  const given = op === 'remove' ? [] : readMemberIds(value, mode);
  const choice: MemberStep = { kind: 'choose', op, filter, given };
  if (ids === undefined) return choice;
  if (op === 'remove') return { kind: 'remove', ids };
  const named = new Set(ids.map(foldMemberId));
  if (!given.every((id) => named.has(foldMemberId(id)))) throw immutable('members.value');
  // Who is not there is made, as for any other attribute of compat mode: then it does not matter who is.
  if (!mode.accepts('elementByFilter')) return choice;
  return given.length === 0 && op === 'replace' ? { kind: 'remove', ids } : { kind: 'add', ids: given };
}

/** The ids that a filter of `value eq` alone names, whoever is a member; nothing for another filter. */
function namedIds(filter: ResolvedFilter): readonly string[] | undefined {
  if (filter.kind === 'or') {
    const named = filter.terms.map(namedIds);
    return named.every((ids) => ids !== undefined) ? named.flat() : undefined;
  }
  const isByValue =
    filter.kind === 'compare' && filter.operator === 'eq' && filter.attribute.subName === 'value';
  return isByValue && typeof filter.value === 'string' ? [filter.value] : undefined;
}
