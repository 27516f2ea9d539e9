import type { Bind } from '../condition.ts';

/** A column that rows are ordered by. Null comes after every value. */
export interface OrderColumn {
  readonly sql: string;
  readonly type: string;
  readonly isNullable: boolean;
}

/** Where a row stands in an order: its values in the order's columns. */
export type Position = readonly (string | boolean | null)[];

/** True for the rows behind a position, in ascending or descending order of all columns. */
export function behindSql(
  columns: readonly OrderColumn[],
  position: Position,
  isDescending: boolean,
  bind: Bind,
): string {
  const [column, ...rest] = columns;
  if (column === undefined) return 'false';
  const { sql, type, isNullable } = column;
  const [value = null, ...values] = position;
  const isBehindRest = rest.length === 0 ? undefined : behindSql(rest, values, isDescending, bind);
  if (value === null) {
    // Nothing is behind the last value but what has the same, and everything before it when the order is turned round.
    const isSame = `(${sql} is null and ${isBehindRest ?? 'false'})`;
    return isDescending ? `(${sql} is not null or ${isSame})` : isSame;
  }
  const place = `${bind(value)}::${type}`;
  const sign = isDescending ? '<' : '>';
  // The first part is all that an index can begin at.
  const isBehind =
    isBehindRest === undefined
      ? `${sql} ${sign} ${place}`
      : `(${sql} ${sign}= ${place} and (${sql} ${sign} ${place} or ${isBehindRest}))`;
  return isNullable && !isDescending ? `(${isBehind} or ${sql} is null)` : isBehind;
}

/** What follows `order by`. */
export function orderSql(columns: readonly OrderColumn[], isDescending: boolean): string {
  // Nulls are the last of the ascending and the first of the descending order, which is also PostgreSQL's default.
  return columns.map(({ sql }) => (isDescending ? `${sql} desc` : sql)).join(', ');
}
