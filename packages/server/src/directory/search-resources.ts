import { conjunctionOf } from '../scim/filter/filter.ts';
import { parseFilter } from '../scim/filter/parse-filter.ts';
import { resolveFilter } from '../scim/filter/resolve-filter.ts';
import type { PagePlace } from '../scim/list-response.ts';
import type { ScimMode } from '../scim/mode.ts';
import type { CursorPage, IndexPage } from '../scim/page.ts';
import type { ResourceType } from '../scim/schema.ts';
import type { SearchRequest } from '../scim/search-request.ts';
import { resolveSortBy } from '../scim/sort-by.ts';
import type { Queryable } from '../store/database.ts';
import { filterCondition } from '../store/filter/filter-condition.ts';
import { groupTable } from '../store/group-search.ts';
import { searchResources } from '../store/resource-search.ts';
import type { FoundResource, ResourceSearch, SearchSource } from '../store/resource-search.ts';
import type { SearchTable } from '../store/search.ts';
import { userTable } from '../store/user-search.ts';
import type { CursorSeal } from './cursor-seal.ts';
import { searchCursors } from './search-cursor.ts';

/** A directory to search in. */
export interface SearchContext {
  readonly database: Queryable;
  readonly directoryId: string;
  readonly mode: ScimMode;
  /** Of its SCIM endpoints, without a slash at its end. */
  readonly baseUrl: string;
  readonly cursorSeal: CursorSeal;
  /** Whether the answer shows of users what groups they are in. Default false. */
  readonly withGroups?: boolean;
}

/** A page of what was found. */
export interface SearchPage {
  readonly resources: readonly FoundResource[];
  readonly place: PagePlace;
}

const tables: Readonly<Record<ResourceType['name'], SearchTable>> = { User: userTable, Group: groupTable };

type Search = Omit<ResourceSearch, 'limit' | 'start'>;

/** A query for resources of these types (RFC 7644 section 3.4.2). Throws what the RFC says of faults in it. */
export async function searchDirectory(
  context: SearchContext,
  types: readonly ResourceType[],
  request: SearchRequest,
): Promise<SearchPage> {
  const { directoryId, baseUrl } = context;
  const { isDescending, page } = request;
  const search = { directoryId, baseUrl, isDescending, sources: sourcesOf(context, types, request) };
  if (page.kind === 'index') return pageByIndex(context, search, page);
  const { filter = null, sortBy = null } = request;
  const names = types.map(({ name }) => name);
  const query = JSON.stringify([directoryId, names, filter, sortBy, isDescending]);
  return pageByCursor(context, search, page, query);
}

function sourcesOf(
  { mode, baseUrl, withGroups = false }: SearchContext,
  types: readonly ResourceType[],
  { filter, sortBy }: SearchRequest,
): readonly SearchSource[] {
  const parsed = filter === undefined ? undefined : parseFilter(filter, mode);
  return types.map((type) => {
    const table = tables[type.name];
    const terms = parsed === undefined ? [] : conjunctionOf(resolveFilter(type, parsed, mode, types));
    return {
      type: type.name,
      table,
      withGroups,
      conditions: terms.map((term) => filterCondition(table, term, baseUrl)),
      sortBy: sortBy === undefined ? undefined : resolveSortBy(type, types, sortBy, mode),
    };
  });
}

async function pageByIndex(
  { database }: SearchContext,
  search: Search,
  { startIndex, count }: IndexPage,
): Promise<SearchPage> {
  const { total, resources } = await searchResources(database, {
    ...search,
    limit: count,
    start: startIndex - 1,
  });
  return { resources, place: { totalResults: total, startIndex } };
}

/**
 * RFC 9865. A page begins behind a resource, not after a number of them, so that changes meanwhile move nothing. All that
 * matches is counted for the first page only: to count a large directory takes many times what a page does.
 */
async function pageByCursor(
  { database, cursorSeal }: SearchContext,
  search: Search,
  page: CursorPage,
  query: string,
): Promise<SearchPage> {
  const { count } = page;
  const cursors = searchCursors(cursorSeal, query, page);
  const cursor = cursors.read();
  const isBackward = cursor?.isBackward === true;
  const found = await searchResources(database, {
    ...search,
    isDescending: search.isDescending !== isBackward,
    // One more tells whether the page is the last in its direction.
    limit: count === 0 ? 0 : count + 1,
    start: cursor?.position ?? 0,
    ...(cursor && { total: cursor.total }),
  });
  const { total } = found;
  const taken = found.resources.slice(0, count);
  const resources = isBackward ? taken.toReversed() : taken;
  const hasMore = found.resources.length > count;
  const hasNext = isBackward || hasMore;
  const hasPrevious = isBackward ? hasMore : cursor !== undefined;
  const [first, last] = [resources[0], resources.at(-1)];
  return {
    resources,
    place: {
      totalResults: total,
      ...(hasNext &&
        last && {
          nextCursor: cursors.write({ position: last.position, isBackward: false, total }),
        }),
      ...(hasPrevious &&
        first && {
          previousCursor: cursors.write({ position: first.position, isBackward: true, total }),
        }),
    },
  };
}
