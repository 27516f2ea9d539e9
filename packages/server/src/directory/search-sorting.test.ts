import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatAttributePath } from '../scim/attribute-path.ts';
import { ScimError } from '../scim/error.ts';
import { isJsonList, isJsonObject } from '../scim/resource.ts';
import type { Json, ScimResource } from '../scim/resource.ts';
import { groupResourceType, userResourceType } from '../scim/resource-types.ts';
import type { AttributeTarget, ResourceType } from '../scim/schema.ts';
import type { SearchRequest } from '../scim/search-request.ts';
import { resolveSortBy } from '../scim/sort-by.ts';
import { compareText, fold, isSameName } from '../scim/text.ts';
import { onEachDatabase } from '../store/testing/databases.ts';
import { createCursorSeal } from './cursor-seal.ts';
import { searchDirectory } from './search-resources.ts';
import type { SearchPage } from './search-resources.ts';
import { baseUrl, fill } from './testing/random-directory.ts';
import type { Seen } from './testing/random-directory.ts';
import { pathsOf } from './testing/random-filters.ts';
import { groupBody, userBody } from './testing/random-resources.ts';

const cursorSeal = createCursorSeal(new Uint8Array(32));
const queries = [[userResourceType], [groupResourceType], [userResourceType, groupResourceType]];

function typesOf(query: number): readonly ResourceType[] {
  return queries[query] ?? [];
}

type Scalar = string | number | boolean;

/** What RFC 7644 section 3.4.2.3 sorts a resource by, said once more in the plainest way. */
function sortValueOf(resource: ScimResource, target: AttributeTarget): Scalar | undefined {
  const { extension, name, subName, attribute, subAttribute } = target;
  const chosen =
    attribute === undefined
      ? foreignValueOf(resource, target)
      : primaryOrFirst((extension === undefined ? resource : objectIn(resource, extension))[name]);
  const value = attribute !== undefined && subName !== undefined ? objectOf(chosen)[subName] : chosen;
  if (value === undefined || value === null || value === '' || typeof value === 'object') return undefined;
  if (typeof value !== 'string') return value;
  return (subAttribute ?? attribute)?.caseExact === true ? value : fold(value);
}

function foreignValueOf(
  resource: ScimResource,
  { extension, name, subName }: AttributeTarget,
): Json | undefined {
  if (extension === undefined) return undefined;
  const elements = membersOf([resource], extension).flatMap((holder) =>
    membersOf([holder], name).flatMap((value) => primaryFirst(value)),
  );
  return subName === undefined
    ? elements[0]
    : elements.flatMap((element) => membersOf([element], subName).flatMap(primaryFirst))[0];
}

function membersOf(holders: readonly Json[], wanted: string): readonly Json[] {
  return holders.filter(isJsonObject).flatMap((holder) =>
    Object.keys(holder)
      .filter((name) => isSameName(name, wanted))
      .toSorted(compareText)
      .map((name) => holder[name] ?? null),
  );
}

function primaryOrFirst(value: Json | undefined): Json | undefined {
  return value === undefined ? undefined : primaryFirst(value)[0];
}

function primaryFirst(value: Json): readonly Json[] {
  const elements = isJsonList(value) ? value : [value];
  const isPrimary = (element: Json): boolean => isJsonObject(element) && element['primary'] === true;
  return [...elements.filter(isPrimary), ...elements.filter((element) => !isPrimary(element))];
}

function objectOf(value: Json | undefined): ScimResource {
  return isJsonObject(value) ? value : {};
}

function objectIn(resource: ScimResource, name: string): ScimResource {
  return objectOf(resource[name]);
}

function compareValues(a: Scalar | undefined, b: Scalar | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number' || typeof b === 'number') return typeof a === 'number' ? -1 : 1;
  return compareText(String(a), String(b));
}

interface Sorting {
  /** The number of `queries`: a counterexample with whole resource types in it could not be read. */
  readonly query: number;
  readonly sortBy: string;
  readonly isDescending: boolean;
}

function idsInMemory(
  seen: Seen,
  { query, sortBy, isDescending }: Sorting,
  targets: ReadonlyMap<string, AttributeTarget>,
): readonly unknown[] {
  const keyed = typesOf(query).flatMap(({ name }) =>
    (seen.resources.get(name) ?? []).map((resource) => {
      const target = targets.get(name);
      return { id: resource['id'] as string, value: target && sortValueOf(resource, target), sortBy };
    }),
  );
  const ascending = keyed.toSorted((a, b) => compareValues(a.value, b.value) || compareText(a.id, b.id));
  return (isDescending ? ascending.toReversed() : ascending).map(({ id }) => id);
}

/** The attribute in each type, unless one refuses it. */
function targetsOf({ query, sortBy }: Sorting, seen: Seen): ReadonlyMap<string, AttributeTarget> | undefined {
  try {
    const types = typesOf(query);
    return new Map(types.map((type) => [type.name, resolveSortBy(type, types, sortBy, seen.context.mode)]));
  } catch (error) {
    if (error instanceof ScimError && error.scimType === 'invalidValue') return undefined;
    throw error;
  }
}

function search(
  seen: Seen,
  { query, sortBy, isDescending }: Sorting,
  page: SearchRequest['page'],
): Promise<SearchPage> {
  return searchDirectory({ ...seen.context, baseUrl, cursorSeal }, typesOf(query), {
    ...{ filter: undefined, attributes: null, excludedAttributes: null },
    ...{ sortBy, isDescending, page },
  });
}

/** The ids of all pages of two, forwards to the last one and back to the first. */
async function idsByCursor(seen: Seen, sorting: Sorting): Promise<{ forward: string[]; backward: string[] }> {
  const forward: string[] = [];
  let page = await search(seen, sorting, { kind: 'cursor', cursor: '', count: 2 });
  expect(page.place.previousCursor).toBeUndefined();
  for (;;) {
    forward.push(...page.resources.map(({ id }) => id));
    const { nextCursor } = page.place;
    if (nextCursor === undefined) break;
    page = await search(seen, sorting, { kind: 'cursor', cursor: nextCursor, count: 2 });
  }
  const backward = page.resources.map(({ id }) => id);
  for (;;) {
    const { previousCursor } = page.place;
    if (previousCursor === undefined) break;
    page = await search(seen, sorting, { kind: 'cursor', cursor: previousCursor, count: 2 });
    backward.unshift(...page.resources.map(({ id }) => id));
  }
  return { forward, backward };
}

async function idsByIndex(seen: Seen, sorting: Sorting): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let startIndex = 1; ; startIndex += 3) {
    const { resources, place } = await search(seen, sorting, { kind: 'index', startIndex, count: 3 });
    ids.push(...resources.map(({ id }) => id));
    if (resources.length < 3) {
      expect(ids).toHaveLength(place.totalResults);
      return ids;
    }
  }
}

onEachDatabase((testDatabase) => {
  test('the database sorts and pages by every attribute as the RFC does in memory', async () => {
    const sorting = fc.constantFrom(...queries.keys()).chain((query) =>
      fc.record({
        query: fc.constant(query),
        sortBy: fc.constantFrom(...pathsOf(typesOf(query)).map(formatAttributePath)),
        isDescending: fc.boolean(),
      }),
    );
    let sorted = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(userBody, { minLength: 2, maxLength: 6 }),
        fc.array(groupBody, { minLength: 1, maxLength: 4 }),
        fc.array(sorting, { minLength: 8, maxLength: 8 }),
        async (users, groups, sortings) => {
          const seen = await fill(testDatabase.database, users, groups);
          for (const each of sortings) {
            const targets = targetsOf(each, seen);
            if (targets === undefined) continue;
            const expected = idsInMemory(seen, each, targets);
            const message = `${each.sortBy} ${each.isDescending} of ${JSON.stringify([...seen.resources.values()])}`;
            expect(await idsByIndex(seen, each), message).toEqual(expected);
            const { forward, backward } = await idsByCursor(seen, each);
            expect(forward, message).toEqual(expected);
            expect(backward, message).toEqual(expected);
            sorted += 1;
          }
        },
      ),
      { numRuns: 20, endOnFailure: true },
    );
    expect(sorted).toBeGreaterThan(40);
  });
});
