import { canonicalText, isJsonObject } from '../resource.ts';
import type { Json, JsonObject } from '../resource.ts';
import { findAttribute } from '../schema.ts';
import type { IndexedAttribute } from '../schema.ts';

/**
 * The elements with the given ones added. One with the same `value` and `type` is there already (RFC 7643 section 2.4
 * allows each pair once) and gets the other sub-attributes; without a `type` the first of that `value` is meant.
 */
export function addElements(
  attribute: IndexedAttribute,
  elements: readonly Json[],
  given: readonly Json[],
): readonly Json[] {
  const after = [...elements];
  const places = new Map<string, number>();
  const note = (element: Json, place: number): void => {
    for (const key of keysOf(attribute, element)) if (!places.has(key)) places.set(key, place);
  };
  elements.forEach(note);
  for (const element of given) {
    const [key] = keysOf(attribute, element);
    const place = places.get(key);
    const existing = place === undefined ? undefined : after[place];
    if (place === undefined || existing === undefined) {
      note(element, after.length);
      after.push(element);
    } else {
      after[place] = merge(existing, element);
    }
  }
  return after;
}

/** The elements without those given: by `value` and, where it is given, `type`; those without a `value` by all they have. */
export function removeElements(
  attribute: IndexedAttribute,
  elements: readonly Json[],
  given: readonly Json[],
): readonly Json[] {
  const keys = new Set(given.map((element) => keysOf(attribute, element)[0]));
  return elements.filter((element) => !keysOf(attribute, element).some((key) => keys.has(key)));
}

/** What the element is found by; the first is what it is asked for by, the other is without its type. NUL is in no value. */
function keysOf(attribute: IndexedAttribute, element: Json): readonly [string] | readonly [string, string] {
  const value = textOf(attribute, element, 'value');
  if (value === undefined) return [canonicalText(element)];
  const type = textOf(attribute, element, 'type');
  return type === undefined ? [value] : [`${value}\0${type}`, value];
}

/** The text of a sub-attribute as it is compared. */
function textOf(attribute: IndexedAttribute, element: Json, name: string): string | undefined {
  const text = isJsonObject(element) ? element[name] : undefined;
  if (typeof text !== 'string') return undefined;
  return findAttribute(attribute.subAttributes, name)?.caseExact === true ? text : text.toLowerCase();
}

/** What is equal but for its case stays as it was. */
function merge(existing: Json, given: Json): Json {
  if (!isJsonObject(existing) || !isJsonObject(given)) return existing;
  const { value, type } = existing;
  const identity: JsonObject = {
    ...(value !== undefined && { value }),
    ...(type !== undefined && { type }),
  };
  return { ...existing, ...given, ...identity };
}
