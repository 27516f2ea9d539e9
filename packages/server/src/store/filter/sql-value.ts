import { parseDateTime } from '../../scim/date-time.ts';
import type { CompareOperator } from '../../scim/filter/filter.ts';
import { fold } from '../../scim/text.ts';
import type { Bind } from '../condition.ts';
import { prefixEnd } from './prefix-end.ts';

/** A value in a row: an SQL expression, null where there is none. */
export type SqlValue =
  | {
      /** With the collation "C": folded, unless it is compared with its case. */
      readonly type: 'text';
      readonly sql: string;
      readonly isExact: boolean;
      /** An index may serve it. */
      readonly isColumn?: boolean;
    }
  | { readonly type: 'boolean' | 'number' | 'moment'; readonly sql: string }
  /** jsonb of whatever type; its texts are folded but for the letters A to Z. */
  | { readonly type: 'json'; readonly sql: string };

const signs = { eq: '=', gt: '>', ge: '>=', lt: '<', le: '<=' } as const;
type Sign = keyof typeof signs;
type Positive = Exclude<CompareOperator, 'ne'>;

/** The comparison with a literal; null, or false, where there is no value. */
export function comparisonSql(
  value: SqlValue,
  operator: CompareOperator,
  literal: string | number | boolean,
  bind: Bind,
): string {
  if (operator === 'ne') {
    return `(${existsSql(value)} and (${comparisonSql(value, 'eq', literal, bind)}) is not true)`;
  }
  const { sql } = value;
  switch (value.type) {
    case 'text':
      return textSql(value, operator, String(literal), bind);
    case 'boolean':
      return `${sql} = ${bind(literal)}::boolean`;
    case 'number':
      return `${sql} ${signs[operator as Sign]} ${bind(literal)}::numeric`;
    case 'moment':
      return momentSql(sql, operator as Sign, String(literal), bind);
    case 'json':
      return jsonSql(sql, operator, literal, bind);
  }
}

/** As in memory: null, "", [] and {} are no values, and neither is what has only such in it. */
export function presentSql(value: SqlValue): string {
  const { type, sql } = value;
  if (type === 'text') return `${sql} <> ''`;
  return type === 'json' ? `jsonb_path_exists(${sql}, ${somethingInside})` : existsSql(value);
}

const somethingInside = `'strict $.** ? (@.type() == "number" || @.type() == "boolean" || @.type() == "string" && @ != "")'`;

/** Whether there is a value, an empty one included. */
export function existsSql({ sql }: SqlValue): string {
  return `${sql} is not null`;
}

/** A text of jsonb, as texts are compared. */
export function textOfJson(sql: string, isExact: boolean): Extract<SqlValue, { type: 'text' }> {
  const text = `(${sql}) collate "C"`;
  return { type: 'text', sql: isExact ? text : `lower(${text})`, isExact };
}

function textSql(
  { sql, isExact, isColumn }: Extract<SqlValue, { type: 'text' }>,
  operator: Positive,
  literal: string,
  bind: Bind,
): string {
  const wanted = isExact ? literal : fold(literal);
  switch (operator) {
    case 'co':
      return `strpos(${sql}, ${bind(wanted)}) > 0`;
    case 'sw':
      return isColumn === true ? prefixSql(sql, wanted, bind) : `starts_with(${sql}, ${bind(wanted)})`;
    case 'ew': {
      const place = `${bind(wanted)}::text`;
      return `right(${sql}, length(${place})) = ${place}`;
    }
    default:
      return `${sql} ${signs[operator]} ${bind(wanted)}`;
  }
}

/** As a range, which an index serves for whatever prefix. */
function prefixSql(sql: string, prefix: string, bind: Bind): string {
  const end = prefixEnd(prefix);
  const from = `${sql} >= ${bind(prefix)}`;
  return end === undefined ? from : `(${from} and ${sql} < ${bind(end)})`;
}

/** What the database can hold; nothing of ours is beyond. */
const firstMoment = Date.parse('0001-01-01T00:00:00Z');
const lastMoment = Date.parse('9999-12-31T23:59:59.999Z');

/** The database keeps whole milliseconds, so a literal between two of them is moved to the one that decides. */
function momentSql(sql: string, operator: Sign, literal: string, bind: Bind): string {
  const moment = parseDateTime(literal) ?? NaN;
  if (operator === 'eq' && !Number.isInteger(moment)) return 'false';
  const whole = operator === 'ge' || operator === 'lt' ? Math.ceil(moment) : Math.floor(moment);
  const kept = new Date(Math.min(lastMoment, Math.max(firstMoment, whole)));
  return `${sql} ${signs[operator]} ${bind(kept.toISOString())}::timestamptz`;
}

/** Only values of the literal's own type compare with it. */
function jsonSql(sql: string, operator: Positive, literal: string | number | boolean, bind: Bind): string {
  if (typeof literal === 'boolean') return `${sql} = to_jsonb(${bind(literal)}::boolean)`;
  const value: SqlValue =
    typeof literal === 'number'
      ? { type: 'number', sql: `(${sql})::numeric` }
      : textOfJson(`${sql} #>> '{}'`, false);
  return `case jsonb_typeof(${sql}) when '${typeof literal}' then ${comparisonSql(value, operator, literal, bind)} end`;
}
