import { formatAttributePath } from '../attribute-path.ts';
import type { AttributePath } from '../attribute-path.ts';
import { parseDateTime } from '../date-time.ts';
import { ScimError } from '../error.ts';
import type { ScimMode } from '../mode.ts';
import { findAttribute, targetOf } from '../schema.ts';
import type { AttributeTarget, IndexedAttribute, ResourceType } from '../schema.ts';
import { lookupAmong } from '../several-types.ts';
import type { Lookup } from '../several-types.ts';
import { parseBoolean } from '../text.ts';
import type { CompareOperator, Filter, FilterOf, FilterValue } from './filter.ts';

/**
 * A filter whose attributes are known and whose values have their types: what is evaluated in memory or made into
 * SQL. Inside a value path the targets are whole ones: `emails.type`.
 */
export type ResolvedFilter = FilterOf<AttributeTarget>;

/**
 * Looks the attributes of a filter up and brings its values into their types; a complex attribute is compared as
 * its `value`. Throws 400 invalidFilter for an attribute that the resource type does not have or does not show
 * (password), and for an operator or value that its type does not have. In a query over several `types` it is enough
 * when one of them has the attribute.
 */
export function resolveFilter(
  resourceType: ResourceType,
  filter: Filter,
  mode: ScimMode,
  types: readonly ResourceType[] = [resourceType],
): ResolvedFilter {
  return resolve(filter, lookupAmong(resourceType, types, mode), mode);
}

/** The same for what stands in brackets after `attribute`. */
export function resolveElementFilter(
  attribute: AttributeTarget,
  filter: Filter,
  mode: ScimMode,
): ResolvedFilter {
  return resolve(filter, (path) => resolveInElement(attribute, path), mode);
}

function resolve(filter: Filter, lookup: Lookup, mode: ScimMode): ResolvedFilter {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return { kind: filter.kind, terms: filter.terms.map((term) => resolve(term, lookup, mode)) };
    case 'not':
      return { kind: 'not', term: resolve(filter.term, lookup, mode) };
    case 'present':
      return { kind: 'present', attribute: find(filter.attribute, lookup) };
    case 'valuePath': {
      const attribute = find(filter.attribute, lookup);
      return { kind: 'valuePath', attribute, filter: resolveElementFilter(attribute, filter.filter, mode) };
    }
    case 'compare': {
      const found = find(filter.attribute, lookup);
      // Null asks whether the attribute is there, and that a complex one is asked as a whole.
      const attribute = filter.value === null ? found : toComparable(found, mode);
      const value = toType(attribute, filter.operator, filter.value, mode);
      return { kind: 'compare', attribute, operator: filter.operator, value };
    }
  }
}

function find(path: AttributePath, lookup: Lookup): AttributeTarget {
  const target = lookup(path);
  if (target === undefined) throw invalidFilter(`${formatAttributePath(path)} is no attribute to filter by.`);
  if (target.attribute?.returned === 'never') {
    throw invalidFilter(`${target.path} is never shown, so nobody may filter by it.`);
  }
  return target;
}

function resolveInElement(parent: AttributeTarget, path: AttributePath): AttributeTarget | undefined {
  if (path.urn !== undefined || path.subName !== undefined) return undefined;
  const { attribute } = parent;
  if (attribute?.type === 'complex') {
    const subAttribute = findAttribute(attribute.subAttributes, path.name);
    return subAttribute && targetOf(attribute, subAttribute);
  }
  // The elements of a simple attribute are their own `value` (RFC 7644 section 3.5.2.2, "comparing a value").
  if (attribute !== undefined) return path.name.toLowerCase() === 'value' ? parent : undefined;
  return { ...parent, path: `${parent.path}.${path.name}`, subName: path.name };
}

/** A complex attribute stands for its `value`: Entra sends `manager eq`, RFC 7644 itself `emails co`. */
function toComparable(target: AttributeTarget, mode: ScimMode): AttributeTarget {
  const { attribute, subName } = target;
  if (attribute?.type !== 'complex' || subName !== undefined) return target;
  const value = findAttribute(attribute.subAttributes, 'value');
  if (value === undefined || (!attribute.multiValued && !mode.accepts('complexFilter'))) {
    throw invalidFilter(`${target.path} is complex; name one of its sub-attributes to compare.`);
  }
  return targetOf(attribute, value);
}

/** The value in the type of the attribute, when the operator is one of that type. */
function toType(
  { path, attribute, subAttribute }: AttributeTarget,
  operator: CompareOperator,
  value: FilterValue,
  mode: ScimMode,
): FilterValue {
  const leaf = subAttribute ?? attribute;
  if (value === null) {
    if (isEquality(operator)) return value;
    throw invalidFilter(`null can only be compared by eq and ne, not by ${operator}.`);
  }
  const type = leaf?.type ?? typeOfValue(value);
  if (!isServed(type, operator)) {
    throw invalidFilter(`${path} is of the type ${type}, which ${operator} does not compare.`);
  }
  const converted = convert(type, value, mode);
  if (converted === undefined) {
    throw invalidFilter(
      `${path} is of the type ${type}, so it cannot be compared with ${JSON.stringify(value)}.`,
    );
  }
  return converted;
}

/** Booleans and binaries have no order (RFC 7644 table 3), and only texts have parts. */
function isServed(type: IndexedAttribute['type'], operator: CompareOperator): boolean {
  switch (type) {
    case 'string':
    case 'reference':
      return true;
    case 'binary':
      return isEquality(operator) || isSubstring(operator);
    case 'boolean':
      return isEquality(operator);
    case 'complex':
      return false;
    default:
      return !isSubstring(operator);
  }
}

function isEquality(operator: CompareOperator): boolean {
  return operator === 'eq' || operator === 'ne';
}

function isSubstring(operator: CompareOperator): boolean {
  return operator === 'co' || operator === 'sw' || operator === 'ew';
}

function convert(
  type: IndexedAttribute['type'],
  value: Exclude<FilterValue, null>,
  mode: ScimMode,
): FilterValue | undefined {
  switch (type) {
    case 'boolean': {
      if (typeof value === 'boolean') return value;
      // Entra sends `primary eq "True"`.
      const spelt = parseBoolean(String(value));
      return spelt !== undefined && mode.accepts('filterValueType') ? spelt : undefined;
    }
    case 'integer':
    case 'decimal':
      return typeof value === 'number' ? value : undefined;
    case 'dateTime':
      return typeof value === 'string' && parseDateTime(value) !== undefined ? value : undefined;
    default:
      // Without its quotes an employee number reads as a number.
      if (typeof value === 'string') return value;
      return mode.accepts('filterValueType') ? String(value) : undefined;
  }
}

function typeOfValue(value: Exclude<FilterValue, null>): 'string' | 'boolean' | 'decimal' {
  return typeof value === 'number' ? 'decimal' : typeof value === 'boolean' ? 'boolean' : 'string';
}

function invalidFilter(detail: string): ScimError {
  return new ScimError(400, detail, 'invalidFilter');
}
