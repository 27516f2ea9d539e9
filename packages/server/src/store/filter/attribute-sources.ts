import type { CompareOperator } from '../../scim/filter/filter.ts';
import type { Bind } from '../condition.ts';
import { isOwnId, isUuid } from '../uuid-text.ts';
import type { SqlValue } from './sql-value.ts';

/** What the text of a condition is written with. */
export interface Writing {
  readonly bind: Bind;
  /** Of the directory's SCIM endpoints, without a slash at its end. */
  readonly baseUrl: string;
}

type Write = (writing: Writing) => SqlValue;

/** A multi-valued attribute whose values are rows of another table. */
export interface RowsSource {
  /** What follows `from`, up to the condition that binds them to the row of the search. */
  readonly from: string;
  readonly subAttributes: ReadonlyMap<string, Write>;
  /** The column of the id that is their `value`. */
  readonly idColumn: string;
}

/** Nothing for a comparison that it does not serve. */
export type Lookup = (operator: CompareOperator, literal: string, bind: Bind) => string | undefined;

/** Where the attributes of a resource type are, besides in its document. */
export interface AttributeSources {
  /** The alias of the table. */
  readonly alias: string;
  /** By path, what is not in the document. */
  readonly own: ReadonlyMap<string, Write>;
  /** By path, texts of the document that have a column too: null for an empty text. */
  readonly textColumns: ReadonlyMap<string, SqlValue>;
  /** The paths of `own` and `textColumns` that are never null. */
  readonly required: ReadonlySet<string>;
  /** By the attribute's name. */
  readonly rows: ReadonlyMap<string, RowsSource>;
  /** By path, comparisons with a text that is not empty which another table, or an index of it, serves. */
  readonly lookups: ReadonlyMap<string, Lookup>;
}

/** A value that is there whenever one asks. */
export const presence: SqlValue = { type: 'boolean', sql: 'true' };

const commonlyRequired = ['id', 'meta.created', 'meta.lastModified'];

/** Those paths, with the ones of a resource type itself. */
export function requiredWith(...paths: readonly string[]): ReadonlySet<string> {
  return new Set([...commonlyRequired, ...paths]);
}

/** What every resource type has: `id` and `meta` (RFC 7643 section 3.1). */
export function commonSources(alias: string, resourceType: 'User' | 'Group'): AttributeSources['own'] {
  return new Map<string, Write>([
    ['id', () => exactText(`${alias}.id::text`)],
    ['meta', () => presence],
    ['meta.resourceType', () => exactText(`'${resourceType}'::text`)],
    ['meta.created', () => ({ type: 'moment', sql: `${alias}.created_at` })],
    ['meta.lastModified', () => ({ type: 'moment', sql: `${alias}.updated_at` })],
    ['meta.location', (writing) => locationOf(`'/${resourceType}s/'`, `${alias}.id`, writing)],
    ['meta.version', () => exactText(`'W/"' || ${alias}.version || '"'`)],
  ]);
}

/** The URI of a resource. */
export function locationOf(endpoint: string, id: string, { bind, baseUrl }: Writing): SqlValue {
  return exactText(`${bind(baseUrl)}::text || ${endpoint} || ${id}`);
}

export function exactText(sql: string): SqlValue {
  return { type: 'text', sql: `(${sql}) collate "C"`, isExact: true };
}

/** Of a text that is folded already. */
export function foldedText(sql: string): SqlValue {
  return { type: 'text', sql: `(${sql}) collate "C"`, isExact: false };
}

/** Of the resource's own id, which compares with its case. */
export function idLookup(column: string): Lookup {
  return (operator, literal, bind) => {
    if (operator !== 'eq') return undefined;
    return isOwnId(literal) ? `${column} = ${bind(literal)}` : 'false';
  };
}

/**
 * Of the id of another resource, by what selects the ids of those that refer to it. Their ids come first, so that an
 * index finds the resources also inside an "or".
 */
export function referenceLookup(column: string, idsOf: (place: string) => string): Lookup {
  return (operator, literal, bind) => {
    if (operator !== 'eq') return undefined;
    return isUuid(literal) ? `${column} = any (array(${idsOf(bind(literal))}))` : 'false';
  };
}
