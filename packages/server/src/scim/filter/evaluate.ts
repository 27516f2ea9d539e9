import { parseDateTime } from '../date-time.ts';
import { isJsonList, isJsonObject, ownValue } from '../resource.ts';
import type { Json, ScimResource } from '../resource.ts';
import type { AttributeTarget } from '../schema.ts';
import { compareText, fold, isSameName } from '../text.ts';
import type { FilterOf } from './filter.ts';
import type { ResolvedFilter } from './resolve-filter.ts';

type Comparison = Extract<FilterOf<AttributeTarget>, { kind: 'compare' }>;

/** Says of one value whether it fulfils a condition. */
type Test = (value: Json) => boolean;

/** Finds the values of an attribute in a resource, or in an element, and says whether any passes the test. */
type Reader = (root: Json, target: AttributeTarget, test: Test) => boolean;

/**
 * Makes the function that says whether a resource matches. A multi-valued attribute matches when any of its values
 * does; `ne` also when there is no value; `eq null` when there is none. The store makes the same decisions in SQL.
 */
export function createMatcher(filter: ResolvedFilter): (resource: ScimResource) => boolean {
  return compile(filter, anyInResource);
}

/** The same for one element of a multi-valued attribute and the filter in its brackets. */
export function createElementMatcher(filter: ResolvedFilter): (element: Json) => boolean {
  return compile(filter, anyInElement);
}

function compile(filter: ResolvedFilter, any: Reader): Test {
  switch (filter.kind) {
    case 'and': {
      const terms = filter.terms.map((term) => compile(term, any));
      return (root) => terms.every((matches) => matches(root));
    }
    case 'or': {
      const terms = filter.terms.map((term) => compile(term, any));
      return (root) => terms.some((matches) => matches(root));
    }
    case 'not': {
      const matches = compile(filter.term, any);
      return (root) => !matches(root);
    }
    case 'present':
      return (root) => any(root, filter.attribute, isPresent);
    case 'valuePath': {
      const matches = createElementMatcher(filter.filter);
      return (root) => any(root, filter.attribute, matches);
    }
    case 'compare':
      return compileComparison(filter, any);
  }
}

function compileComparison({ attribute, operator, value }: Comparison, any: Reader): Test {
  // An unassigned attribute equals null (RFC 7643 section 2.5).
  if (value === null) {
    const isWanted = operator === 'ne';
    return (root) => any(root, attribute, isPresent) === isWanted;
  }
  const leaf = attribute.subAttribute ?? attribute.attribute;
  const compare = comparatorTo(value, leaf?.type === 'dateTime', leaf?.caseExact === true);
  switch (operator) {
    case 'eq':
      return (root) => any(root, attribute, (found) => compare(found) === 0);
    case 'ne': {
      const differs: Test = (found) => compare(found) !== 0;
      return (root) => !any(root, attribute, () => true) || any(root, attribute, differs);
    }
    case 'gt':
      return (root) => any(root, attribute, (found) => compare(found) > 0);
    case 'ge':
      return (root) => any(root, attribute, (found) => compare(found) >= 0);
    case 'lt':
      return (root) => any(root, attribute, (found) => compare(found) < 0);
    case 'le':
      return (root) => any(root, attribute, (found) => compare(found) <= 0);
    default: {
      const test = substringTest(operator, String(value), leaf?.caseExact === true);
      return (root) => any(root, attribute, test);
    }
  }
}

/** Orders a value against the literal: NaN, which is neither less, equal nor greater, when they do not compare. */
function comparatorTo(
  literal: string | number | boolean,
  isDateTime: boolean,
  isCaseExact: boolean,
): (found: Json) => number {
  if (typeof literal === 'number') return (found) => (typeof found === 'number' ? found - literal : NaN);
  if (typeof literal === 'boolean') return (found) => (found === literal ? 0 : NaN);
  if (isDateTime) {
    const moment = parseDateTime(literal) ?? NaN;
    return (found) => (typeof found === 'string' ? (parseDateTime(found) ?? NaN) : NaN) - moment;
  }
  const wanted = isCaseExact ? literal : fold(literal);
  return (found) =>
    typeof found === 'string' ? compareText(isCaseExact ? found : fold(found), wanted) : NaN;
}

function substringTest(operator: 'co' | 'sw' | 'ew', literal: string, isCaseExact: boolean): Test {
  const wanted = isCaseExact ? literal : fold(literal);
  return (found) => {
    if (typeof found !== 'string') return false;
    const text = isCaseExact ? found : fold(found);
    if (operator === 'co') return text.includes(wanted);
    return operator === 'sw' ? text.startsWith(wanted) : text.endsWith(wanted);
  };
}

/** Null, "", [] and {} are no values (RFC 7644 table 3, RFC 7643 section 2.5). */
function isPresent(value: Json): boolean {
  if (typeof value !== 'object') return value !== '';
  return value !== null && Object.values(value).some(isPresent);
}

function anyInResource(root: Json, target: AttributeTarget, test: Test): boolean {
  const { extension, name } = target;
  const anyInHolder: Test = (holder) =>
    anyMember(holder, name, target, (value) =>
      anyOf(value, (element) => anyInElement(element, target, test)),
    );
  return extension === undefined ? anyInHolder(root) : anyMember(root, extension, target, anyInHolder);
}

function anyInElement(element: Json, target: AttributeTarget, test: Test): boolean {
  if (target.subName === undefined) return test(element);
  return anyMember(element, target.subName, target, (value) => anyOf(value, test));
}

function anyOf(value: Json, test: Test): boolean {
  return isJsonList(value) ? value.some(test) : test(value);
}

/** Described attributes stand under their canonical names, those of other extensions under the client's. */
function anyMember(holder: Json, name: string, { attribute }: AttributeTarget, test: Test): boolean {
  if (!isJsonObject(holder)) return false;
  if (attribute === undefined) {
    return Object.entries(holder).some(([given, value]) => isSameName(given, name) && test(value));
  }
  const value = ownValue(holder, name);
  return value !== undefined && test(value);
}
