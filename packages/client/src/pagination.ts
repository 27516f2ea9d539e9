import { DirsyncError, PaginationError } from './errors.ts';

/**
 * What every list operation answers.
 *
 * @example
 * ```ts
 * async function count<ListPage extends Page>(list: Listing<ListPage>): Promise<number> {
 *   let total = 0;
 *   for await (const { data } of list.pages()) total += data.length;
 *   return total;
 * }
 * await count(dirsync.groups.list({ directoryId }));
 * ```
 */
export interface Page {
  /** What this page holds. */
  readonly data: readonly unknown[];
  /** Where the next page begins. */
  readonly nextCursor: string | null;
}

/**
 * A list: a promise of its first page, and an iterable of all items.
 *
 * Nothing is sent before it is awaited or iterated. An iteration ends at the end of the list and nowhere else: a
 * bound that is hit throws, since whoever takes half a list for the whole deletes the other half.
 *
 * @example
 * ```ts
 * const { data, nextCursor } = await dirsync.users.list({ directoryId, limit: 10 });
 * for await (const user of dirsync.users.list({ directoryId })) console.log(user.userName);
 * ```
 */
export interface Listing<ListPage extends Page>
  extends Promise<ListPage>, AsyncIterable<ListPage['data'][number]> {
  /** All pages, one after the other. */
  pages(): AsyncIterable<ListPage>;
}

/** How a list is read. */
interface ListingOptions<ListPage extends Page> {
  /** Reads the page behind a cursor; without one the first page that was asked for. */
  readonly fetchPage: (after: string | undefined) => Promise<ListPage>;
  /** After how many pages an iteration fails. */
  readonly maxPages?: number | undefined;
  /** Whether nothing comes behind the page. */
  readonly isLast?: ((page: ListPage) => boolean) | undefined;
}

const defaultMaxPages = 100_000;

/** Gives a page, or throws when that is none: what answers is then not dirsync. */
export function checkPage<ListPage extends Page>(page: ListPage): ListPage {
  if (Array.isArray(page?.data) && page.data.every(isObject)) {
    if (isCursor(page.nextCursor)) return page;
    throw new DirsyncError(
      'unexpected_answer',
      'A list was answered with a cursor that is no text: is baseUrl right?',
    );
  }
  throw new DirsyncError('unexpected_answer', 'A list was answered without data: is baseUrl right?');
}

/** Anything else would fail only when it is sent. */
function isCursor(cursor: unknown): boolean {
  return typeof cursor === 'string' || cursor === null || cursor === undefined;
}

function isObject(item: unknown): boolean {
  return typeof item === 'object' && item !== null;
}

/** Makes a list. */
export function createListing<ListPage extends Page>({
  fetchPage,
  maxPages = defaultMaxPages,
  isLast = ({ nextCursor }) => nextCursor === null,
}: ListingOptions<ListPage>): Listing<ListPage> {
  let first: Promise<ListPage> | undefined;
  const readFirst = () => (first ??= fetchChecked(undefined));

  const fetchChecked = async (after: string | undefined) => checkPage(await fetchPage(after));

  async function* pages(): AsyncGenerator<ListPage, void, undefined> {
    let page = await readFirst();
    for (let count = 1; ; count++) {
      yield page;
      if (isLast(page)) return;
      if (count >= maxPages) {
        throw new PaginationError(
          'pagination_limit',
          `There are more than ${maxPages} pages: raise maxPages or narrow the list.`,
        );
      }
      const after = page.nextCursor ?? undefined;
      page = await fetchChecked(after);
      if (page.nextCursor === after && !isLast(page)) {
        throw new PaginationError(
          'cursor_repeated',
          'The server gave the same cursor again, so the list would never end.',
        );
      }
    }
  }

  async function* items(): AsyncGenerator<ListPage['data'][number], void, undefined> {
    // True by what indexing means; TypeScript does not follow it through the type parameter.
    for await (const page of pages()) yield* page.data as readonly ListPage['data'][number][];
  }

  return {
    // eslint-disable-next-line unicorn/no-thenable -- awaiting it is what it is for
    then: (onFulfilled, onRejected) => readFirst().then(onFulfilled, onRejected),
    catch: (onRejected) => readFirst().catch(onRejected),
    finally: (onFinally) => readFirst().finally(onFinally),
    [Symbol.toStringTag]: 'Listing',
    [Symbol.asyncIterator]: items,
    pages,
  };
}
