import { conjunctionOf } from '../../scim/filter/filter.ts';
import type { ResolvedFilter } from '../../scim/filter/resolve-filter.ts';
import type { Bind, Condition } from '../condition.ts';
import type { AttributeSources } from './attribute-sources.ts';
import { resourceScope } from './resource-scope.ts';
import type { Scope } from './scope.ts';
import { comparisonSql, existsSql, presentSql } from './sql-value.ts';

type Comparison = Extract<ResolvedFilter, { kind: 'compare' }>;
type ValuePath = Extract<ResolvedFilter, { kind: 'valuePath' }>;

/**
 * What a filter asks of the store: exactly what `createMatcher` decides in memory. Null counts as false; where that
 * matters, under `not`, it is written out.
 */
export function filterCondition(
  sources: AttributeSources,
  filter: ResolvedFilter,
  baseUrl: string,
): Condition {
  return {
    write: (bind) => filterSql(filter, resourceScope(sources, { bind, baseUrl }), bind),
    isCommon: isLookup(filter),
  };
}

function filterSql(filter: ResolvedFilter, scope: Scope, bind: Bind): string {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return `(${filter.terms.map((term) => filterSql(term, scope, bind)).join(` ${filter.kind} `)})`;
    case 'not':
      return not(filterSql(filter.term, scope, bind));
    case 'present':
      return scope.any(filter.attribute, presentSql);
    case 'valuePath':
      return valuePathSql(filter, scope, bind);
    case 'compare':
      return compareSql(filter, scope, bind);
  }
}

function compareSql({ attribute, operator, value }: Comparison, scope: Scope, bind: Bind): string {
  if (value === null) {
    const isThere = scope.any(attribute, presentSql);
    return operator === 'ne' ? isThere : not(isThere);
  }
  const shortcut = value === '' ? undefined : scope.shortcut?.(attribute, operator, String(value));
  if (shortcut !== undefined) return shortcut;
  const anyCompares = scope.any(attribute, (found) => comparisonSql(found, operator, value, bind));
  return operator === 'ne' ? `(${not(scope.any(attribute, existsSql))} or ${anyCompares})` : anyCompares;
}

function valuePathSql({ attribute, filter }: ValuePath, scope: Scope, bind: Bind): string {
  const exact = scope.anyElement(attribute, (element) => filterSql(filter, element, bind));
  // An index finds the few that have the value; which of them has all of it in one element is asked of those.
  for (const term of conjunctionOf(filter)) {
    if (term.kind !== 'compare' || term.operator !== 'eq' || !term.value) continue;
    const found = scope.shortcut?.(term.attribute, 'eq', String(term.value));
    if (found !== undefined) return `(${found} and ${exact})`;
  }
  return exact;
}

function not(sql: string): string {
  return `((${sql}) is not true)`;
}

/** What identity providers ask before every change: `userName eq "…"`, `emails[type eq "…"].value eq "…"`. */
function isLookup(filter: ResolvedFilter): boolean {
  const terms = filter.kind === 'valuePath' ? conjunctionOf(filter.filter) : [filter];
  return terms.length <= 2 && terms.every(isDescribedEquality);
}

function isDescribedEquality(term: ResolvedFilter): boolean {
  return (
    term.kind === 'compare' &&
    term.operator === 'eq' &&
    typeof term.value === 'string' &&
    term.value !== '' &&
    term.attribute.attribute !== undefined
  );
}
