import { decodePageCursor, encodePageCursor } from '../directory/page-cursor.ts';
import type { PageCursor } from '../directory/page-cursor.ts';
import { ProblemError } from '../http/problem.ts';

/** Items of a page when the request does not say. */
export const defaultLimit = 100;

/** The cursor of a list request; 400 when it is none of ours. */
export function readCursor(after: string | undefined): PageCursor | undefined {
  if (after === undefined) return undefined;
  const cursor = decodePageCursor(after);
  if (cursor === undefined) {
    const detail =
      'The cursor in "after" was not given by this list; pass nextCursor of the page before, or nothing.';
    throw new ProblemError('cursor_invalid', detail);
  }
  return cursor;
}

/** A page from one row more than was asked for: the extra row only tells that there is a next page. */
export function toPage<Row extends { readonly id: string }, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  eventCursor?: string,
): { data: Item[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor =
    rows.length > limit && last !== undefined
      ? encodePageCursor({ after: last.id, ...(eventCursor !== undefined && { eventCursor }) })
      : null;
  return { data: page.map(toItem), nextCursor };
}
