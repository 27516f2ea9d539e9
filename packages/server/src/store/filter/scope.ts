import type { CompareOperator } from '../../scim/filter/filter.ts';
import type { AttributeTarget } from '../../scim/schema.ts';
import type { SqlValue } from './sql-value.ts';

/** What an attribute of a filter is looked for in: a resource, or one element of a multi-valued attribute. */
export interface Scope {
  /** True where one of the attribute's values passes the test. */
  any(target: AttributeTarget, test: (value: SqlValue) => string): string;
  /** True where one of the attribute's elements passes the test. */
  anyElement(target: AttributeTarget, test: (element: Scope) => string): string;
  /** A comparison that a column or an index serves; the literal is not empty. */
  shortcut?(target: AttributeTarget, operator: CompareOperator, literal: string): string | undefined;
}

/** Elements hold no elements: RFC 7644 figure 1 has no value path inside another. */
export function noElements(): never {
  throw new Error('The filter has a value path inside another.');
}
