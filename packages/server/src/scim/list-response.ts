import { ScimError } from './error.ts';

/** How many resources a page has when the client does not say, and at most. */
export const pageLimits = { default: 100, max: 200 } as const;

/** A page by index (RFC 7644 section 3.4.2.4). */
export interface Page {
  /** From 1. */
  readonly startIndex: number;
  /** At most so many resources; 0 asks for `totalResults` alone. */
  readonly count: number;
}

/** As a query parameter or a search request has it. */
export type PageNumber = string | number | null | undefined;

/**
 * Reads `startIndex` and `count`. Less than 1 is 1, less than 0 is 0, more than the server gives is what it gives; throws
 * 400 invalidValue for what is no integer.
 */
export function parsePage({
  startIndex,
  count,
}: {
  readonly startIndex?: PageNumber;
  readonly count?: PageNumber;
}): Page {
  return {
    startIndex: Math.max(1, parseInteger('startIndex', startIndex) ?? 1),
    count: Math.min(pageLimits.max, Math.max(0, parseInteger('count', count) ?? pageLimits.default)),
  };
}

function parseInteger(name: string, value: PageNumber): number | undefined {
  if (value === null || value === undefined) return undefined;
  const text = String(value).trim();
  if (text === '') return undefined;
  if (!/^[+-]?\d+$/.test(text)) throw new ScimError(400, `${name} has to be an integer.`, 'invalidValue');
  // Beyond the end is beyond the end: the largest that stays exact stands for more.
  return Math.min(Number(text), Number.MAX_SAFE_INTEGER);
}

/** The answer to a query (RFC 7644 section 3.4.2). */
export interface ListResponse<T> {
  schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'];
  totalResults: number;
  startIndex: number;
  itemsPerPage: number;
  Resources: T[];
}

/** The envelope of a page of resources. */
export function listResponse<T>(
  resources: readonly T[],
  {
    totalResults = resources.length,
    startIndex = 1,
  }: { readonly totalResults?: number; readonly startIndex?: number } = {},
): ListResponse<T> {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults,
    startIndex,
    itemsPerPage: resources.length,
    Resources: [...resources],
  };
}
