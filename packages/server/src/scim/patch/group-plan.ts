import { ScimError } from '../error.ts';
import type { ResolvedFilter } from '../filter/resolve-filter.ts';
import { foldMemberId, isMembersPath, readMemberIds, takeMembersApart } from '../member-ids.ts';
import type { MembersPath } from '../member-ids.ts';
import type { ScimMode } from '../mode.ts';
import { isJsonObject } from '../resource.ts';
import type { Json } from '../resource.ts';
import type { ResourceType } from '../schema.ts';
import { assertWritable } from './apply-operation.ts';
import type { PatchOp, PatchOperation } from './patch-request.ts';

/** What operations come to for the members of a group, whoever is a member now. */
export interface MemberPlan {
  /** True: whoever is not in `add` leaves. */
  readonly isReplacement: boolean;
  /** Each once, and none that is in `remove`. */
  readonly add: readonly string[];
  /** Each once; none in a replacement. */
  readonly remove: readonly string[];
}

/** A PATCH of a group: of its document and, beside it, of its members. */
export interface GroupPatchPlan {
  /** What is left for `applyPatch`. */
  readonly operations: readonly PatchOperation[];
  readonly members: MemberPlan;
}

/**
 * Parts the operations on `members` from the others and folds them into one change of the set, so that nobody has to
 * read the members to change them. Throws ScimError as `applyPatch` does; a filter on members other than by
 * `value eq` is 400 invalidFilter.
 */
export function planGroupPatch(
  resourceType: ResourceType,
  operations: readonly PatchOperation[],
  mode: ScimMode,
): GroupPatchPlan {
  const members = new MemberSetChange();
  const others: PatchOperation[] = [];
  for (const operation of operations) {
    const { op, path, value } = operation;
    if (isMembersPath(path)) {
      planMembers(members, op, path, value, mode);
    } else if (path.kind === 'resource' && isJsonObject(value) && op !== 'remove') {
      const apart = takeMembersApart(resourceType, value, mode);
      for (const member of apart.members) planMembers(members, op, member.path, member.value, mode);
      const isAllMembers = apart.members.length > 0 && Object.keys(apart.rest).length === 0;
      if (!isAllMembers) others.push({ op, path, value: apart.rest });
    } else {
      others.push(operation);
    }
  }
  return { operations: others, members: members.plan };
}

function planMembers(
  members: MemberSetChange,
  op: PatchOp,
  { target, filter }: MembersPath,
  value: Json | undefined,
  mode: ScimMode,
): void {
  if (target.subName !== undefined) {
    const isDecidedByValue = filter !== undefined && target.subAttribute?.name !== 'value';
    // Okta and others write `display`; what a member is called and is, its own resource says.
    if (isDecidedByValue && mode.accepts('memberSubAttribute')) return;
    assertWritable(target);
    throw immutable(target.path);
  }
  if (filter !== undefined) return planChosen(members, op, chosenIds(filter), value, mode);
  switch (op) {
    case 'add':
      return members.add(readMemberIds(value, mode));
    case 'replace':
      return members.replace(readMemberIds(value, mode));
    case 'remove':
      if (value === undefined || value === null) return members.replace([]);
      if (!mode.accepts('removeByValue')) {
        const detail = 'members: a remove operation has no value; choose the members by a filter.';
        throw new ScimError(400, detail, 'invalidValue');
      }
      // Entra removes the members in the value, and only those.
      return members.remove(readMemberIds(value, mode));
  }
}

/** `members[value eq "…"]` without a sub-attribute. */
function planChosen(
  members: MemberSetChange,
  op: PatchOp,
  ids: readonly string[],
  value: Json | undefined,
  mode: ScimMode,
): void {
  if (op === 'remove') return members.remove(ids);
  const given = readMemberIds(value, mode);
  if (op === 'replace' && given.length === 0) return members.remove(ids);
  const chosen = new Set(ids.map(foldMemberId));
  // Who is not there is made, as for any other attribute of compat mode.
  const isSame = given.every((id) => chosen.has(foldMemberId(id)));
  if (!isSame || !mode.accepts('elementByFilter')) throw immutable('members.value');
  members.add(ids);
}

/** The ids that a filter on members names. */
function chosenIds(filter: ResolvedFilter): readonly string[] {
  if (filter.kind === 'or') return filter.terms.flatMap(chosenIds);
  const isByValue =
    filter.kind === 'compare' && filter.operator === 'eq' && filter.attribute.subName === 'value';
  if (isByValue && typeof filter.value === 'string' && filter.value !== '') return [filter.value];
  const detail =
    'Members can be chosen by value eq "…" and by several of these with or, not by another filter.';
  throw new ScimError(400, detail, 'invalidFilter');
}

function immutable(path: string): ScimError {
  return new ScimError(400, `${path} cannot be changed; remove the member and add another.`, 'mutability');
}

/** Folds changes of a set that nobody has read: the last word on each id counts. */
class MemberSetChange {
  #isReplacement = false;
  readonly #added = new Map<string, string>();
  readonly #removed = new Map<string, string>();

  add(ids: readonly string[]): void {
    for (const id of ids) {
      const key = foldMemberId(id);
      this.#removed.delete(key);
      this.#added.set(key, id);
    }
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) {
      const key = foldMemberId(id);
      this.#added.delete(key);
      if (!this.#isReplacement) this.#removed.set(key, id);
    }
  }

  replace(ids: readonly string[]): void {
    this.#isReplacement = true;
    this.#added.clear();
    this.#removed.clear();
    this.add(ids);
  }

  get plan(): MemberPlan {
    return {
      isReplacement: this.#isReplacement,
      add: [...this.#added.values()],
      remove: [...this.#removed.values()],
    };
  }
}
