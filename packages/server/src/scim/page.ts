import { ScimError } from './error.ts';
import type { ScimType } from './error.ts';

/** How many resources a page has when the client does not say, and at most. */
export const pageLimits = { default: 100, max: 200 } as const;

/** A page by index (RFC 7644 section 3.4.2.4). */
export interface IndexPage {
  readonly kind: 'index';
  /** From 1. */
  readonly startIndex: number;
  /** At most so many resources; 0 asks for `totalResults` alone. */
  readonly count: number;
}

/** A page by cursor (RFC 9865). */
export interface CursorPage {
  readonly kind: 'cursor';
  /** As a page before gave it; empty for the first page. */
  readonly cursor: string;
  readonly count: number;
}

/** As a query parameter or a search request has it. */
export type PageNumber = string | number | null | undefined;

export interface PageParameters {
  readonly startIndex?: PageNumber;
  readonly count?: PageNumber;
  readonly cursor?: string | null | undefined;
}

/**
 * Reads `startIndex`, `count` and `cursor`; whoever sends a cursor, be it empty, asks for pages by cursor. Less than 1 is
 * 1, less than 0 is 0, more than the server gives is what it gives. Throws 400 invalidValue for what is no integer,
 * invalidCount beside a cursor.
 */
export function parsePage({ startIndex, count, cursor }: PageParameters): IndexPage | CursorPage {
  if (cursor === null || cursor === undefined) {
    const start = Math.max(1, parseInteger('startIndex', startIndex, 'invalidValue') ?? 1);
    return { kind: 'index', startIndex: start, count: parseCount(count, 'invalidValue') };
  }
  if (startIndex !== null && startIndex !== undefined) {
    throw new ScimError(400, 'Give startIndex or cursor, not both.', 'invalidValue');
  }
  return { kind: 'cursor', cursor, count: parseCount(count, 'invalidCount') };
}

function parseCount(count: PageNumber, scimType: ScimType): number {
  return Math.min(pageLimits.max, Math.max(0, parseInteger('count', count, scimType) ?? pageLimits.default));
}

function parseInteger(name: string, value: PageNumber, scimType: ScimType): number | undefined {
  if (value === null || value === undefined) return undefined;
  const text = String(value).trim();
  if (text === '') return undefined;
  if (!/^[+-]?\d+$/.test(text)) throw new ScimError(400, `${name} has to be an integer.`, scimType);
  // Beyond the end is beyond the end: the largest that stays exact stands for more.
  return Math.min(Number(text), Number.MAX_SAFE_INTEGER);
}
