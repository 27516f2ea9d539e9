import { ScimError } from '../scim/error.ts';
import type { CursorPage } from '../scim/page.ts';
import type { Position } from '../store/sort/keyset.ts';
import type { CursorSeal } from './cursor-seal.ts';

/** Where a page begins that is not the first. */
export interface SearchCursor {
  /** Behind which resource. */
  readonly position: Position;
  /** Towards the first page. */
  readonly isBackward: boolean;
  /** How many matched when the first page was read. */
  readonly total: number;
}

/** Seals and opens the cursors of one query: `query` is all that has to stay the same from page to page. */
export interface SearchCursors {
  write(cursor: SearchCursor): string;
  /**
   * Undefined for the first page. Throws 400 invalidCursor for what was not given for this query, invalidCount when it was
   * for another count.
   */
  read(): SearchCursor | undefined;
}

export function searchCursors(seal: CursorSeal, query: string, { cursor, count }: CursorPage): SearchCursors {
  return {
    write: ({ position, isBackward, total }) =>
      seal.seal(JSON.stringify([count, isBackward, position, total]), query),
    read() {
      if (cursor === '') return undefined;
      const text = seal.open(cursor, query);
      if (text === undefined) {
        const detail =
          'The cursor was not given for this query; pass nextCursor of a page of the same filter, sortBy and sortOrder, or begin with an empty cursor.';
        throw new ScimError(400, detail, 'invalidCursor');
      }
      // It is sealed, so it was written above.
      const written = JSON.parse(text) as [count: number, isBackward: boolean, Position, total: number];
      const [countBefore, isBackward, position, total] = written;
      if (count !== countBefore) {
        const detail = `The cursor was given for a count of ${countBefore}, which has to stay the same; ${count} came.`;
        throw new ScimError(400, detail, 'invalidCount');
      }
      return { position, isBackward, total };
    },
  };
}
