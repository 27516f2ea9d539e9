import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ScimError } from '../scim/error.ts';
import { createMatcher } from '../scim/filter/evaluate.ts';
import type { Filter } from '../scim/filter/filter.ts';
import { resolveFilter } from '../scim/filter/resolve-filter.ts';
import type { ResolvedFilter } from '../scim/filter/resolve-filter.ts';
import { compat } from '../scim/mode.ts';
import { groupResourceType, userResourceType } from '../scim/resource-types.ts';
import type { ResourceType } from '../scim/schema.ts';
import { filterCondition } from '../store/filter/filter-condition.ts';
import { groupTable } from '../store/group-search.ts';
import { searchAfter } from '../store/search.ts';
import { onEachDatabase } from '../store/testing/databases.ts';
import { userTable } from '../store/user-search.ts';
import type { ResourceRow } from '../store/users.ts';
import type { DirectoryContext } from './directory-context.ts';
import { baseUrl, fill } from './testing/random-directory.ts';
import type { Seen } from './testing/random-directory.ts';
import { filtersOf, withLiterals } from './testing/random-filters.ts';
import { groupBody, userBody } from './testing/random-resources.ts';

const tables = { User: userTable, Group: groupTable };
const page = { after: undefined, limit: 1000 };

const queries = [[userResourceType], [groupResourceType], [userResourceType, groupResourceType]];

/** The filter for each of the types, unless one of them refuses it. */
function resolved(
  types: readonly ResourceType[],
  filter: Filter,
): ReadonlyMap<ResourceType['name'], ResolvedFilter> | undefined {
  try {
    return new Map(types.map((type) => [type.name, resolveFilter(type, filter, compat, types)]));
  } catch (error) {
    if (error instanceof ScimError && error.scimType === 'invalidFilter') return undefined;
    throw error;
  }
}

async function idsInDatabase(
  { database, directoryId }: DirectoryContext,
  type: ResourceType['name'],
  filter: ResolvedFilter,
): Promise<readonly string[]> {
  const condition = filterCondition(tables[type], filter, baseUrl);
  const rows = await searchAfter<ResourceRow>(database, tables[type], directoryId, [condition], page);
  return rows.map(({ id }) => id);
}

function explain(filter: ResolvedFilter, { resources }: Seen): string {
  const written = JSON.stringify(filter, (name, value: unknown) =>
    name === 'attribute' ? (value as { path: string }).path : value,
  );
  return `${written} of ${JSON.stringify([...resources.values()])}`;
}

onEachDatabase((testDatabase) => {
  test('the database finds what the filter finds in memory', async () => {
    let telling = 0;

    async function compare(seen: Seen, type: ResourceType['name'], filter: ResolvedFilter): Promise<void> {
      const resources = seen.resources.get(type) ?? [];
      const inMemory = resources.filter(createMatcher(filter)).map(({ id }) => id);
      const inDatabase = await idsInDatabase(seen.context, type, filter);
      expect(inDatabase, explain(filter, seen)).toEqual(inMemory);
      if (inMemory.length > 0 && inMemory.length < resources.length) telling += 1;
    }

    const filters = queries.map((types) => fc.array(filtersOf(types), { minLength: 8, maxLength: 8 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(userBody, { minLength: 1, maxLength: 6 }),
        fc.array(groupBody, { minLength: 1, maxLength: 4 }),
        fc.tuple(...filters),
        async (users, groups, shapes) => {
          const seen = await fill(testDatabase.database, users, groups);
          const everything = [...seen.resources.values()].flat();
          for (const [index, types] of queries.entries()) {
            for (const shape of shapes[index] ?? []) {
              const filterOfTypes = resolved(types, withLiterals(shape, everything)) ?? new Map();
              for (const [type, filter] of filterOfTypes) await compare(seen, type, filter);
            }
          }
        },
      ),
      // A counterexample is small enough as it is, and to shrink one takes a minute.
      { numRuns: 40, endOnFailure: true },
    );
    // Filters that find all or nothing would agree too easily.
    expect(telling).toBeGreaterThan(30);
  });
});
