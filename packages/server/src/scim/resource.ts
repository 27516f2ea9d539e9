/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** A resource, or the value of a complex attribute. */
export type ScimResource = JsonObject;

/** Whether the value is a JSON object. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object's own member of that name: never what `Object.prototype` has under it. */
export function ownValue(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The object's own name that equals `name` in any case, else `name` itself. */
export function nameIn(object: JsonObject, name: string): string {
  if (Object.hasOwn(object, name)) return name;
  const folded = name.toLowerCase();
  return Object.keys(object).find((candidate) => candidate.toLowerCase() === folded) ?? name;
}

/** Whether the value is a JSON array; `Array.isArray` does not narrow a readonly array. */
export function isJsonList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

/** Whether two values are equal; the order of an object's members is irrelevant (RFC 7643 section 2.3.8). */
export function isSameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (isJsonList(a)) return isJsonList(b) && isSameList(a, b);
  return !isJsonList(b) && isSameObject(a, b);
}

function isSameList(a: readonly Json[], b: readonly Json[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (!isSameJson(a[index], b[index])) return false;
  return true;
}

function isSameObject(a: JsonObject, b: JsonObject): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  for (const name of names) if (!Object.hasOwn(b, name) || !isSameJson(a[name], b[name])) return false;
  return true;
}

/** The list without later elements that equal an earlier one; the same list when there are none. */
export function withoutDuplicates(elements: readonly Json[]): readonly Json[] {
  if (elements.length < 2) return elements;
  if (elements.length <= 8) {
    const isFirst = (element: Json, index: number): boolean =>
      elements.findIndex((other) => isSameJson(other, element)) === index;
    return elements.every(isFirst) ? elements : elements.filter(isFirst);
  }
  const unique = new Map<string, Json>();
  for (const element of elements) {
    const key = canonicalText(element);
    if (!unique.has(key)) unique.set(key, element);
  }
  return unique.size === elements.length ? elements : [...unique.values()];
}

/** One text for all values that `isSameJson` calls equal. */
export function canonicalText(value: Json): string {
  return JSON.stringify(value, (_name, part: Json) =>
    isJsonObject(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
