import type { AttributePath } from '../attribute-path.ts';

/** The operators that compare (RFC 7644 table 3); `pr` stands for itself as `present`. */
export type CompareOperator = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le';

/** A literal of a filter. */
export type FilterValue = string | number | boolean | null;

/** A filter (RFC 7644 section 3.4.2.2) whose attributes are written as `A`. */
export type FilterOf<A> =
  | {
      readonly kind: 'compare';
      readonly attribute: A;
      readonly operator: CompareOperator;
      readonly value: FilterValue;
    }
  | { readonly kind: 'present'; readonly attribute: A }
  | { readonly kind: 'and' | 'or'; readonly terms: readonly FilterOf<A>[] }
  | { readonly kind: 'not'; readonly term: FilterOf<A> }
  /** `attribute[filter]`: one and the same element fulfils the whole filter. */
  | { readonly kind: 'valuePath'; readonly attribute: A; readonly filter: FilterOf<A> };

/** A filter as it was written. */
export type Filter = FilterOf<AttributePath>;

/** The parts that all have to be true: the terms of an `and` and of the `and`s in it, else the filter itself. */
export function conjunctionOf<A>(filter: FilterOf<A>): readonly FilterOf<A>[] {
  return filter.kind === 'and' ? filter.terms.flatMap(conjunctionOf) : [filter];
}

/** How many comparisons a filter makes at most. */
export function countComparisons(filter: FilterOf<unknown>): number {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.terms.reduce((sum, term) => sum + countComparisons(term), 0);
    case 'not':
      return countComparisons(filter.term);
    case 'valuePath':
      return countComparisons(filter.filter);
    default:
      return 1;
  }
}
