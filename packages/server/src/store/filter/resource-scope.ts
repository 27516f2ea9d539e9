import type { CompareOperator } from '../../scim/filter/filter.ts';
import type { AttributeTarget } from '../../scim/schema.ts';
import { isUuid } from '../uuid-text.ts';
import { presence } from './attribute-sources.ts';
import type { AttributeSources, RowsSource, Writing } from './attribute-sources.ts';
import { anyElementInDocument, anyInDocument, isDescribed } from './document-scope.ts';
import { anyElementInForeign, anyInForeign } from './foreign-scope.ts';
import { noElements } from './scope.ts';
import type { Scope } from './scope.ts';
import { comparisonSql } from './sql-value.ts';
import type { SqlValue } from './sql-value.ts';

/** The operators that a column serves which is null for an empty text. */
const columnOperators: ReadonlySet<CompareOperator> = new Set(['eq', 'co', 'sw', 'ew', 'gt', 'ge']);

/** The whole resource: what stands in its row, in rows of other tables, and in its document. */
export function resourceScope(sources: AttributeSources, writing: Writing): Scope {
  const { own, textColumns, rows, lookups } = sources;
  const { bind } = writing;
  const document = documentOf(sources);
  const scope: Scope = {
    any(target, test) {
      const value = own.get(target.path)?.(writing);
      if (value !== undefined) return test(value);
      const source = rowsOf(target);
      if (source !== undefined) return anyInRows(source, (element) => element.any(target, test));
      if (isDescribed(target)) return anyInDocument(document, target, test);
      return isUnknown(target) ? 'false' : anyInForeign(document.folded, target, test, bind);
    },

    anyElement(target, test) {
      // What is there once is its own only element.
      if (own.has(target.path)) return test(scope);
      const source = rowsOf(target);
      if (source !== undefined) return anyInRows(source, test);
      if (isDescribed(target)) return anyElementInDocument(document, target, test);
      return isUnknown(target) ? 'false' : anyElementInForeign(document.folded, target, test, bind);
    },

    shortcut({ path }, operator, literal) {
      const found = lookups.get(path)?.(operator, literal, bind);
      if (found !== undefined) return found;
      const column = columnOperators.has(operator) ? textColumns.get(path) : undefined;
      return column && comparisonSql(column, operator, literal, bind);
    },
  };

  function rowsOf({ name, attribute }: AttributeTarget): RowsSource | undefined {
    return attribute && rows.get(name);
  }

  function anyInRows(
    { from, subAttributes, idColumn }: RowsSource,
    test: (element: Scope) => string,
  ): string {
    const element: Scope = {
      any: (target, testValue) => testValue(valueOfRow(subAttributes, target, writing)),
      anyElement: noElements,
      shortcut({ subName }, operator, literal) {
        if (subName !== 'value' || operator !== 'eq') return undefined;
        return isUuid(literal) ? `${idColumn} = ${bind(literal)}` : 'false';
      },
    };
    return `exists (select from ${from} and ${test(element)})`;
  }

  return scope;
}

/** The two forms of the document; most rows have no folded one. */
export function documentOf({ alias }: AttributeSources): { readonly exact: string; readonly folded: string } {
  return { exact: `${alias}.resource`, folded: `coalesce(${alias}.resource_folded, ${alias}.resource)` };
}

export function valueOfRow(
  subAttributes: RowsSource['subAttributes'],
  { path, subName }: AttributeTarget,
  writing: Writing,
): SqlValue {
  if (subName === undefined) return presence;
  const write = subAttributes.get(subName);
  if (write === undefined) throw new Error(`The rows have no ${path}.`);
  return write(writing);
}

/** An attribute of another resource type only, in a search over several: it has no value here. */
export function isUnknown({ attribute, extension }: AttributeTarget): boolean {
  return attribute === undefined && extension === undefined;
}
