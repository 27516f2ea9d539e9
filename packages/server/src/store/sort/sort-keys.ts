import type { AttributeTarget } from '../../scim/schema.ts';
import type { AttributeSources, RowsSource, Writing } from '../filter/attribute-sources.ts';
import { elementsOf, isDescribed, keysOf, primaryFirst, valueAt } from '../filter/document-scope.ts';
import type { DescribedTarget } from '../filter/document-scope.ts';
import { firstOfForeign } from '../filter/foreign-scope.ts';
import { documentOf, isUnknown, valueOfRow } from '../filter/resource-scope.ts';
import { textOfJson } from '../filter/sql-value.ts';
import type { SqlValue } from '../filter/sql-value.ts';

/** What rows are ordered by: an SQL expression, null where there is nothing to order by. */
export interface SortKey {
  readonly type: 'text' | 'numeric' | 'boolean' | 'timestamptz';
  readonly sql: string;
  readonly isNullable: boolean;
}

/** Longer texts are ordered by so many characters, so that a cursor, which holds one, stays short. */
const maxCharacters = 500;

/**
 * The keys for `sortBy` (RFC 7644 section 3.4.2.3), the first one foremost. A multi-valued attribute has the value of
 * its primary element, else of its first.
 */
export function sortKeysOf(
  sources: AttributeSources,
  target: AttributeTarget,
  writing: Writing,
): readonly SortKey[] {
  const value = sources.textColumns.get(target.path) ?? sources.own.get(target.path)?.(writing);
  if (value !== undefined) return [keyOf(value, sources.required.has(target.path))];
  const rows = target.attribute && sources.rows.get(target.name);
  if (rows !== undefined) return [keyOf(firstOfRows(rows, target, writing))];
  if (isDescribed(target)) return [keyOf(valueInDocument(sources, target))];
  if (isUnknown(target)) return [noKey('text')];
  return keysOfForeign(firstOfForeign(documentOf(sources).folded, target, writing.bind));
}

/** What a resource has that cannot have the attribute. */
export function noKey(type: SortKey['type']): SortKey {
  return { type, sql: `null::${type}${type === 'text' ? ' collate "C"' : ''}`, isNullable: true };
}

const keyTypes = { text: 'text', number: 'numeric', moment: 'timestamptz', boolean: 'boolean' } as const;

function keyOf(value: SqlValue, isRequired = false): SortKey {
  if (value.type === 'json') throw new Error('A complex attribute has no order.');
  // What a column holds is short, and as it is its index serves the order.
  const isWhole = value.type !== 'text' || value.isColumn === true;
  const sql = isWhole ? value.sql : `left(nullif(${value.sql}, ''), ${maxCharacters})`;
  return { type: keyTypes[value.type], sql, isNullable: !isRequired };
}

function firstOfRows(
  { from, subAttributes, idColumn }: RowsSource,
  target: AttributeTarget,
  writing: Writing,
): SqlValue {
  const value = valueOfRow(subAttributes, target, writing);
  return { ...value, sql: `(select ${value.sql} from ${from} order by ${idColumn} limit 1)` };
}

function valueInDocument(sources: AttributeSources, target: DescribedTarget): SqlValue {
  const document = documentOf(sources);
  const { attribute, subAttribute, subName } = target;
  const leaf = subAttribute ?? attribute;
  const subKeys = subName === undefined ? [] : [subName];
  if (!attribute.multiValued) return valueAt(document, [...keysOf(target), ...subKeys], leaf);
  const whole = leaf.caseExact ? document.exact : document.folded;
  const value = valueAt({ exact: 'e.v', folded: 'e.v' }, subKeys, leaf);
  const elements = `${elementsOf(whole, target)} with ordinality e (v, n)`;
  return {
    ...value,
    sql: `(select ${value.sql} from ${elements} order by ${primaryFirst('e.v')}, e.n limit 1)`,
  };
}

/** Numbers before texts: two keys, of which each value has one. */
function keysOfForeign(json: string): readonly SortKey[] {
  const text = textOfJson(`${json} #>> '{}'`, false).sql;
  const type = `jsonb_typeof(${json})`;
  return [
    { type: 'numeric', sql: `case ${type} when 'number' then (${json})::numeric end`, isNullable: true },
    {
      type: 'text',
      sql: `case when ${type} in ('string', 'boolean') then left(nullif(${text}, ''), ${maxCharacters}) end`,
      isNullable: true,
    },
  ];
}
