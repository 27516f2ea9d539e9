import { ScimError } from '../error.ts';
import { createElementMatcher } from '../filter/evaluate.ts';
import { conjunctionOf } from '../filter/filter.ts';
import type { ResolvedFilter } from '../filter/resolve-filter.ts';
import { assertCount } from '../limits.ts';
import type { ScimMode } from '../mode.ts';
import {
  isPrimary,
  isUnassigned,
  normaliseElements,
  normaliseOne,
  severalPrimaries,
} from '../normalise-value.ts';
import { isJsonObject, isSameJson, withoutDuplicates } from '../resource.ts';
import type { Json } from '../resource.ts';
import type { IndexedAttribute } from '../schema.ts';
import { addElements, removeElements } from './element-identity.ts';
import type { PatchOp } from './patch-request.ts';

/** A change of a multi-valued attribute. */
export interface ElementChange {
  readonly attribute: IndexedAttribute;
  /** The one sub-attribute that is changed in each element. */
  readonly subAttribute: IndexedAttribute | undefined;
  /** Which elements are changed. */
  readonly filter: ResolvedFilter | undefined;
  readonly op: PatchOp;
  readonly value: Json | undefined;
}

/** Up to so many elements are compared each with each. */
const few = 8;

/** The elements after the change. */
export function changeElements(
  elements: readonly Json[],
  change: ElementChange,
  mode: ScimMode,
): readonly Json[] {
  const { filter, subAttribute } = change;
  const after =
    filter === undefined && subAttribute === undefined
      ? changeWhole(elements, change, mode)
      : changeMatching(elements, change, mode);
  assertCount(change.attribute.path, after.length);
  const changed = newAmong(after, elements);
  if (changed.length === 0) return after;
  return withOnePrimary(change.attribute, changed, withoutDuplicatesOf(changed, after));
}

/** The elements that are not, as they are, among those before. */
function newAmong(after: readonly Json[], before: readonly Json[]): readonly Json[] {
  // To make a set takes longer than to go through the few that most attributes have.
  if (before.length <= few) return after.filter((element) => !before.includes(element));
  const known = new Set(before);
  return after.filter((element) => !known.has(element));
}

function changeWhole(
  elements: readonly Json[],
  { attribute, op, value }: ElementChange,
  mode: ScimMode,
): readonly Json[] {
  switch (op) {
    case 'replace':
      return normaliseElements(attribute, value, mode);
    case 'add': {
      // RFC 7644 section 3.5.2.1 also adds a value without its list.
      const list = isJsonObject(value) ? [value] : value;
      return addElements(attribute, elements, normaliseElements(attribute, list, mode));
    }
    case 'remove':
      if (value === undefined || value === null) return [];
      if (!mode.accepts('removeByValue')) {
        const detail = `${attribute.path}: a remove operation has no value; choose the elements by a filter.`;
        throw new ScimError(400, detail, 'invalidValue');
      }
      // Entra removes the elements in the value, and only those.
      return removeElements(attribute, elements, normaliseElements(attribute, value, mode));
  }
}

function changeMatching(elements: readonly Json[], change: ElementChange, mode: ScimMode): readonly Json[] {
  const { filter, op, value } = change;
  const matches = filter === undefined ? (): boolean => true : createElementMatcher(filter);
  let hasMatched = false;
  const after: Json[] = [];
  for (const element of elements) {
    const isChosen = matches(element);
    hasMatched ||= isChosen;
    const changed = isChosen ? changeElement(element, change, mode) : element;
    if (changed !== undefined) after.push(changed);
  }
  if (hasMatched || op === 'remove') return after;
  const created = createElement(change, value ?? null, mode);
  return created === undefined ? elements : [...elements, created];
}

function changeElement(
  element: Json,
  { attribute, subAttribute, filter, op, value = null }: ElementChange,
  mode: ScimMode,
): Json | undefined {
  const base = isJsonObject(element) ? element : {};
  if (op === 'remove') {
    if (subAttribute === undefined) return undefined;
    if (subAttribute.required) {
      throw new ScimError(400, `${subAttribute.path} is required and cannot be removed.`, 'mutability');
    }
    return normaliseOne(attribute, { [subAttribute.name]: null }, mode, base);
  }
  if (subAttribute !== undefined) return normaliseOne(attribute, { [subAttribute.name]: value }, mode, base);
  if (op === 'add') return normaliseOne(attribute, value, mode, base);
  // A replaced element is still the one that the path names.
  const kept = normaliseOne(attribute, value, mode, filter && termsOf(filter));
  const exact = normaliseOne(attribute, value, mode);
  return isSameJson(kept, exact) || mode.accepts('elementByFilter') ? kept : exact;
}

/**
 * Without a match RFC 7644 section 3.5.2.3 asks for noTarget; Entra expects the element that its path names to be made:
 * `emails[type eq "work"].value`.
 */
function createElement(
  { attribute, subAttribute, filter }: ElementChange,
  given: Json,
  mode: ScimMode,
): Json | undefined {
  const terms = filter === undefined ? {} : termsOf(filter);
  if (terms === undefined || (filter !== undefined && !mode.accepts('elementByFilter'))) {
    throw new ScimError(400, `No element of ${attribute.path} matches the filter of the path.`, 'noTarget');
  }
  // To empty what is not there changes nothing.
  if (isUnassigned(given, mode)) return undefined;
  const value = subAttribute === undefined ? given : { [subAttribute.name]: given };
  return normaliseOne(attribute, value, mode, terms);
}

/** What an element has for certain when it matches a filter of `eq` and `and` alone; nothing for another filter. */
function termsOf(filter: ResolvedFilter): Record<string, Json> | undefined {
  const terms: Record<string, Json> = {};
  for (const term of conjunctionOf(filter)) {
    if (term.kind !== 'compare' || term.operator !== 'eq') return undefined;
    const { subName } = term.attribute;
    if (subName === undefined) return undefined;
    if (term.value !== null) terms[subName] = term.value;
  }
  return terms;
}

/** What did not change had no duplicates. */
function withoutDuplicatesOf(changed: readonly Json[], elements: readonly Json[]): readonly Json[] {
  const hasTwin = (element: Json): boolean =>
    elements.filter((other) => isSameJson(other, element)).length > 1;
  return changed.length > few || changed.some(hasTwin) ? withoutDuplicates(elements) : elements;
}

/** An element that becomes primary takes it from the others (RFC 7644 section 3.5.2). */
function withOnePrimary(
  { path }: IndexedAttribute,
  changed: readonly Json[],
  elements: readonly Json[],
): readonly Json[] {
  if (elements.filter(isPrimary).length < 2) return elements;
  const [chosen, ...others] = elements.filter((element) => isPrimary(element) && changed.includes(element));
  if (others.length > 0) throw severalPrimaries(path);
  if (chosen === undefined) return elements;
  return elements.map((element) =>
    isPrimary(element) && element !== chosen ? { ...element, primary: false } : element,
  );
}
