import type { AttributeTarget, IndexedAttribute } from '../../scim/schema.ts';
import { noElements } from './scope.ts';
import type { Scope } from './scope.ts';
import { textOfJson } from './sql-value.ts';
import type { SqlValue } from './sql-value.ts';

/** A part of a document as jsonb: as it was given, and with its texts folded but for the letters A to Z. */
export interface DocumentPart {
  readonly exact: string;
  readonly folded: string;
}

/** An attribute that a schema describes, in its place. */
export type DescribedTarget = AttributeTarget & { readonly attribute: IndexedAttribute };

export function isDescribed(target: AttributeTarget): target is DescribedTarget {
  return target.attribute !== undefined;
}

/** True where one of the values that the document has of the attribute passes the test. */
export function anyInDocument(
  document: DocumentPart,
  target: DescribedTarget,
  test: (value: SqlValue) => string,
): string {
  const { attribute, subAttribute, subName } = target;
  const leaf = subAttribute ?? attribute;
  const subKeys = subName === undefined ? [] : [subName];
  if (!attribute.multiValued) return test(valueAt(document, [...keysOf(target), ...subKeys], leaf));
  const whole = leaf.caseExact ? document.exact : document.folded;
  const value = valueAt({ exact: 'e.v', folded: 'e.v' }, subKeys, leaf);
  return `exists (select from ${elementsOf(whole, target)} e (v) where ${test(value)})`;
}

/** True where one of the elements that the document has of the attribute passes the test. */
export function anyElementInDocument(
  document: DocumentPart,
  target: DescribedTarget,
  test: (element: Scope) => string,
): string {
  const { exact, folded } = document;
  const { attribute } = target;
  if (!attribute.multiValued) {
    const whole = at(exact, keysOf(target), '->');
    return `(${whole} is not null and ${test(elementScope(partAt(document, keysOf(target))))})`;
  }
  // Both have the same elements in the same order, so that one row is one element.
  const elements = `${elementsOf(exact, target)}, ${elementsOf(folded, target)}`;
  const element = elementScope({ exact: 'e.exact', folded: 'e.folded' });
  return `exists (select from rows from (${elements}) e (exact, folded) where ${test(element)})`;
}

function elementScope(element: DocumentPart): Scope {
  return {
    any(target, test) {
      const { attribute, subAttribute, subName } = target;
      const leaf = subAttribute ?? attribute;
      if (leaf === undefined) throw new Error(`${target.path} is described by no schema.`);
      return test(valueAt(element, subName === undefined ? [] : [subName], leaf));
    },
    anyElement: noElements,
  };
}

/** The names that lead to the attribute in the document. */
export function keysOf({ extension, name }: AttributeTarget): readonly string[] {
  return extension === undefined ? [name] : [extension, name];
}

function partAt({ exact, folded }: DocumentPart, keys: readonly string[]): DocumentPart {
  return { exact: at(exact, keys, '->'), folded: at(folded, keys, '->') };
}

/** Values stand in the document in the types that the schema gives them. */
export function valueAt(
  { exact, folded }: DocumentPart,
  keys: readonly string[],
  { type, caseExact, path }: IndexedAttribute,
): SqlValue {
  const json = at(exact, keys, '->');
  switch (type) {
    case 'boolean':
      return { type, sql: `(${json} = 'true')` };
    case 'integer':
    case 'decimal':
      return { type: 'number', sql: `(${json})::numeric` };
    case 'complex':
      return { type: 'json', sql: `(${json})` };
    case 'dateTime':
      // Those of meta are columns.
      throw new Error(`${path} is a dateTime inside a document, which no filter reads yet.`);
    default:
      return textOfJson(at(caseExact ? exact : folded, keys, '->>'), caseExact);
  }
}

/** The member that `keys` lead to; the keys are names of the contract. */
function at(json: string, keys: readonly string[], last: '->' | '->>'): string {
  const path = keys.map(quote);
  const leaf = path.pop();
  if (leaf === undefined) return last === '->' ? json : `${json} #>> '{}'`;
  return `${[json, ...path].join(' -> ')} ${last} ${leaf}`;
}

/** A call for the elements of a multi-valued attribute, one row each. */
export function elementsOf(json: string, target: AttributeTarget): string {
  const list = at(json, keysOf(target), '->');
  // The planner takes this for a hundred rows, and jsonb_path_query for a thousand, which is time to compile (JIT).
  return `jsonb_array_elements(case jsonb_typeof(${list}) when 'array' then ${list} end)`;
}

/** For `order by`: the preferred element comes before the others (RFC 7643 section 2.4). */
export function primaryFirst(element: string): string {
  return `coalesce(${element} -> 'primary' = 'true', false) desc`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
