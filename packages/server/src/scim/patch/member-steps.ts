import { ScimError } from '../error.ts';
import { createElementMatcher } from '../filter/evaluate.ts';
import type { ResolvedFilter } from '../filter/resolve-filter.ts';
import { foldMemberId } from '../member-ids.ts';
import type { PatchOp } from './patch-request.ts';

/** What operations come to for the members of a group. */
export interface MemberPlan {
  /** True: whoever is not in `add` leaves. */
  readonly isReplacement: boolean;
  /** Each once, and none that is in `remove`. */
  readonly add: readonly string[];
  /** Each once; none in a replacement. */
  readonly remove: readonly string[];
}

/** A member as SCIM shows it. */
export type ScimMember = Readonly<Record<'value' | '$ref' | 'type', string>>;

/** What one operation does to the members. */
export type MemberStep = NamingStep | ChoosingStep;

/** It says itself which members it is about. */
interface NamingStep {
  readonly kind: 'add' | 'remove' | 'replace';
  readonly ids: readonly string[];
}

/** It is about those that are there by then and match. */
export interface ChoosingStep {
  readonly kind: 'choose';
  readonly op: PatchOp;
  readonly filter: ResolvedFilter;
  /** The ids in its value. */
  readonly given: readonly string[];
}

/**
 * Folds the steps, in their order, into one change of the set. Without a step that chooses nobody has to know the
 * `members` that are there, nor, of the `others` that the steps add, what they are. Throws 400 noTarget for a write to
 * members of which none matches, and 400 mutability where it would make one member into another.
 */
export function foldMemberSteps(
  steps: readonly MemberStep[],
  members: readonly ScimMember[] = [],
  others: readonly ScimMember[] = [],
): MemberPlan {
  const change = new MemberSetChange(members, others);
  for (const step of steps) {
    if (step.kind === 'choose') choose(change, step);
    else change[step.kind](step.ids);
  }
  return change.plan;
}

function choose(change: MemberSetChange, { op, filter, given }: ChoosingStep): void {
  const matches = createElementMatcher(filter);
  const chosen: string[] = [];
  for (const member of change.present.values()) if (matches(member)) chosen.push(member.value);
  if (op === 'remove') return change.remove(chosen);
  // RFC 7644 section 3.5.2.3. Nobody is made of the filter: what a member is, its own resource says.
  if (chosen.length === 0) {
    throw new ScimError(400, 'No member of the group matches the filter of the path.', 'noTarget');
  }
  if (given.length > 0) return assertSame(chosen, given);
  if (op === 'replace') change.remove(chosen);
}

/** A `value` is immutable (RFC 7643 section 7): what is written to the chosen members can only be who they are. */
function assertSame(chosen: readonly string[], given: readonly string[]): void {
  const keys = new Set(chosen.map(foldMemberId));
  const givenKeys = new Set(given.map(foldMemberId));
  if (keys.size !== givenKeys.size || !keys.isSubsetOf(givenKeys)) throw immutable('members.value');
}

/** What to throw for a change of a member into another. */
export function immutable(path: string): ScimError {
  return new ScimError(400, `${path} cannot be changed; remove the member and add another.`, 'mutability');
}

/** Folds changes of a set: the last word on each id counts. */
class MemberSetChange {
  /** The members by now. An id that is nobody's is not among them; it is refused where the plan is carried out. */
  readonly present: Map<string, ScimMember>;
  readonly #others: ReadonlyMap<string, ScimMember>;
  #isReplacement = false;
  readonly #added = new Map<string, string>();
  readonly #removed = new Map<string, string>();

  constructor(members: readonly ScimMember[], others: readonly ScimMember[]) {
    this.present = byKey(members);
    this.#others = byKey(others);
  }

  add(ids: readonly string[]): void {
    for (const id of ids) {
      const key = foldMemberId(id);
      this.#removed.delete(key);
      this.#added.set(key, id);
      const other = this.#others.get(key);
      if (other !== undefined) this.present.set(key, other);
    }
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) {
      const key = foldMemberId(id);
      this.#added.delete(key);
      if (!this.#isReplacement) this.#removed.set(key, id);
      this.present.delete(key);
    }
  }

  replace(ids: readonly string[]): void {
    this.#isReplacement = true;
    this.#added.clear();
    this.#removed.clear();
    this.present.clear();
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

function byKey(members: readonly ScimMember[]): Map<string, ScimMember> {
  return new Map(members.map((member) => [foldMemberId(member.value), member]));
}
