import { expandAppRoles } from './app-roles.ts';
import { parseDateTime } from './date-time.ts';
import { ScimError } from './error.ts';
import { assertCount } from './limits.ts';
import type { ScimMode } from './mode.ts';
import { isJsonList, isJsonObject, isSameJson, nameIn, withoutDuplicates } from './resource.ts';
import type { Json, JsonObject } from './resource.ts';
import { enterpriseUserSchema, findAttribute } from './schema.ts';
import type { IndexedAttribute } from './schema.ts';
import { isStorableText, isUriReference, parseBoolean } from './text.ts';

const managerPath = `${enterpriseUserSchema}:manager`;

/** How deep the values of extensions may be nested that no schema describes. */
const maxForeignDepth = 16;

/**
 * The value of an attribute in canonical form; nothing when it is unassigned: null, [] and what has only such in it
 * (RFC 7643 section 2.5), in compat mode also "". Throws 400 invalidValue for a value of another type.
 */
export function normaliseValue(
  attribute: IndexedAttribute,
  value: unknown,
  mode: ScimMode,
): Json | undefined {
  if (!attribute.multiValued) return normaliseOne(attribute, value, mode);
  const elements = normaliseElements(attribute, value, mode);
  return elements.length === 0 ? undefined : elements;
}

/** Whether the value stands for no value at all. */
export function isUnassigned(value: unknown, mode: ScimMode): boolean {
  if (value === null || (value === '' && mode.accepts('emptyString'))) return true;
  return isJsonList(value) && value.length === 0;
}

/** The elements of a multi-valued attribute, equal ones once. In compat mode one element may stand without its list. */
export function normaliseElements(
  attribute: IndexedAttribute,
  value: unknown,
  mode: ScimMode,
): readonly Json[] {
  if (isUnassigned(value, mode)) return [];
  const list = toList(mode, expandAppRoles(attribute, value, mode));
  if (!isJsonList(list)) throw invalidValue(attribute.path, 'a list', value);
  assertCount(attribute.path, list.length);
  const elements: Json[] = [];
  for (const element of list) {
    const normalised = normaliseOne(attribute, element, mode);
    if (normalised !== undefined) elements.push(normalised);
  }
  return withoutDuplicates(withFirstPrimary(attribute, elements, mode));
}

/** RFC 7643 section 2.4 has one at most; of several that templates mark, compat mode keeps the first. */
function withFirstPrimary(
  { path }: IndexedAttribute,
  elements: readonly Json[],
  mode: ScimMode,
): readonly Json[] {
  const [first, ...others] = elements.filter((element) => isPrimary(element));
  if (others.length === 0) return elements;
  if (!mode.accepts('severalPrimaries')) throw severalPrimaries(path);
  return elements.map((element) =>
    isPrimary(element) && element !== first ? { ...element, primary: false } : element,
  );
}

/** RFC 7643 section 2.4. */
export function severalPrimaries(path: string): ScimError {
  return new ScimError(400, `${path}: only one element may be primary.`, 'invalidValue');
}

/** Whether the element is the preferred one of its attribute (RFC 7643 section 2.4). */
export function isPrimary(element: Json): element is JsonObject {
  return isJsonObject(element) && element['primary'] === true;
}

/**
 * One value of an attribute, or one element of it. A complex value is put over `base`: sub-attributes that it does not
 * name stay, null takes one away.
 */
export function normaliseOne(
  attribute: IndexedAttribute,
  value: unknown,
  mode: ScimMode,
  base: JsonObject = {},
): Json | undefined {
  if (attribute.type !== 'complex') {
    return isUnassigned(value, mode) ? undefined : normaliseSimple(attribute, value, mode);
  }
  const single = attribute.multiValued ? value : unwrap(value, mode);
  return isUnassigned(single, mode)
    ? undefined
    : mergeComplex(attribute, base, toComplex(attribute, single, mode), mode);
}

/** An immutable attribute may get a value once (RFC 7643 section 7). */
export function assertChangeable(
  { mutability, path }: IndexedAttribute,
  before: Json | undefined,
  after: Json | undefined,
): void {
  if (mutability === 'immutable' && before !== undefined && !isSameJson(before, after)) {
    throw new ScimError(400, `${path} cannot be changed once it is set.`, 'mutability');
  }
}

/** A value of an extension that no schema describes: kept as it is, without nulls and empty values. */
export function normaliseForeign(path: string, value: unknown, depth = 0): Json | undefined {
  if (depth > maxForeignDepth) {
    throw new ScimError(400, `${path} is nested deeper than ${maxForeignDepth} levels.`, 'invalidValue');
  }
  if (value === null) return undefined;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return storable(path, value);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (isJsonList(value)) {
    assertCount(path, value.length);
    const elements = value.flatMap((element) => {
      const normalised = normaliseForeign(path, element, depth + 1);
      return normalised === undefined ? [] : [normalised];
    });
    return elements.length === 0 ? undefined : elements;
  }
  if (!isJsonObject(value)) throw invalidValue(path, 'a JSON value', value);
  const result: Record<string, Json> = {};
  const members = Object.entries(value);
  assertCount(path, members.length);
  for (const [name, member] of members) {
    // To assign this one would change the prototype.
    if (name === '__proto__') continue;
    const normalised = normaliseForeign(path, member, depth + 1);
    if (normalised !== undefined) result[storable(path, name)] = normalised;
  }
  return Object.keys(result).length === 0 ? undefined : result;
}

/** Refuses an attribute that is given under two spellings of its name. */
export function assertGivenOnce(
  given: JsonObject,
  name: string,
  { name: canonicalName, path }: IndexedAttribute,
): void {
  if (name !== canonicalName && Object.hasOwn(given, canonicalName)) {
    throw new ScimError(400, `${path} is given twice, once as "${name}".`, 'invalidSyntax');
  }
}

/** What to throw for a name in a body that strict mode does not know. */
export function unknownAttribute(path: string): ScimError {
  return new ScimError(400, `${path} is no attribute of the resource type.`, 'invalidSyntax');
}

/** What to throw for a value of another type; the value itself stays out of the message. */
export function invalidValue(path: string, expected: string, value: unknown): ScimError {
  return new ScimError(400, `${path}: expected ${expected}, but ${nameOf(value)} came.`, 'invalidValue');
}

function mergeComplex(
  attribute: IndexedAttribute,
  base: JsonObject,
  given: JsonObject,
  mode: ScimMode,
): JsonObject | undefined {
  const merged: Record<string, Json> = { ...base };
  for (const name of Object.keys(given)) {
    const subAttribute = findAttribute(attribute.subAttributes, name);
    if (subAttribute === undefined) {
      if (!mode.accepts('unknownAttribute')) throw unknownAttribute(`${attribute.path}.${name}`);
    } else if (subAttribute.mutability !== 'readOnly') {
      assertGivenOnce(given, name, subAttribute);
      const normalised = normaliseValue(subAttribute, given[name], mode);
      assertChangeable(subAttribute, base[subAttribute.name], normalised);
      if (normalised === undefined) delete merged[subAttribute.name];
      else merged[subAttribute.name] = normalised;
    }
  }
  // A reference to what `value` was before is wrong now.
  const isMoved = base['value'] !== undefined && base['value'] !== merged['value'];
  if (isMoved && !Object.hasOwn(given, nameIn(given, '$ref'))) delete merged['$ref'];
  for (const { name, path } of attribute.subAttributes.required) {
    if (merged[name] === undefined) throw new ScimError(400, `${path} is required.`, 'invalidValue');
  }
  return Object.keys(merged).length === 0 ? undefined : merged;
}

function normaliseSimple(attribute: IndexedAttribute, value: unknown, mode: ScimMode): Json {
  const { type, path } = attribute;
  switch (type) {
    case 'boolean': {
      if (typeof value === 'boolean') return value;
      const spelt = typeof value === 'string' ? parseBoolean(value) : undefined;
      if (spelt === undefined || !mode.accepts('stringBoolean'))
        throw invalidValue(path, 'true or false', value);
      return spelt;
    }
    case 'integer':
      if (!Number.isSafeInteger(value)) throw invalidValue(path, 'an integer', value);
      // It is one: that was asked just now.
      return value as number;
    case 'decimal':
      if (typeof value !== 'number' || !Number.isFinite(value)) throw invalidValue(path, 'a number', value);
      return value;
    default:
      return normaliseText(attribute, value, mode);
  }
}

function normaliseText({ type, path, required }: IndexedAttribute, text: unknown, mode: ScimMode): string {
  if (typeof text !== 'string') throw invalidValue(path, 'a string', text);
  if (required && text === '') throw new ScimError(400, `${path} must not be empty.`, 'invalidValue');
  if (type === 'dateTime' && parseDateTime(text) === undefined) {
    throw new ScimError(
      400,
      `${path}: expected a date and time such as "2026-01-31T08:00:00Z".`,
      'invalidValue',
    );
  }
  const isMisspelt = type === 'binary' && !/^[A-Za-z0-9+/_-]*={0,2}$/.test(text);
  if (isMisspelt && !mode.accepts('invalidBase64')) {
    throw new ScimError(400, `${path}: expected base64.`, 'invalidValue');
  }
  if (type === 'reference' && !isUriReference(text) && !mode.accepts('invalidReference')) {
    throw new ScimError(400, `${path}: expected a URI.`, 'invalidValue');
  }
  return storable(path, text);
}

/** The text, if it can be stored. */
export function storable(path: string, text: string): string {
  if (isStorableText(text)) return text;
  throw new ScimError(400, `${path} holds a NUL or half of a surrogate pair.`, 'invalidValue');
}

/** django-scim2 and others send one address without its list. */
function toList(mode: ScimMode, value: unknown): unknown {
  return !isJsonList(value) && mode.accepts('singleForList') ? [value] : value;
}

/** Entra sends the manager in a list. */
function unwrap(value: unknown, mode: ScimMode): unknown {
  return isJsonList(value) && value.length === 1 && mode.accepts('listForSingle') ? value[0] : value;
}

function toComplex(attribute: IndexedAttribute, value: unknown, mode: ScimMode): JsonObject {
  if (isJsonObject(value)) return withManagerId(attribute, value, mode);
  // Entra sends the id of the manager, others an address, alone.
  const hasValue = findAttribute(attribute.subAttributes, 'value') !== undefined;
  if (typeof value === 'string' && hasValue && mode.accepts('bareValue')) return { value };
  throw invalidValue(attribute.path, 'an object', value);
}

/** SCIM 1 named the manager by `managerId`; OneLogin's templates still do. */
function withManagerId({ path }: IndexedAttribute, value: JsonObject, mode: ScimMode): JsonObject {
  const name = nameIn(value, 'managerId');
  if (path !== managerPath || !Object.hasOwn(value, name)) return value;
  if (Object.hasOwn(value, nameIn(value, 'value')) || !mode.accepts('managerId')) return value;
  const { [name]: managerId = null, ...others } = value;
  return { ...others, value: managerId };
}

function nameOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (isJsonList(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
