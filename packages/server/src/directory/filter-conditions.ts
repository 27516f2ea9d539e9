import { conjunctionOf } from '../scim/filter/filter.ts';
import { parseFilter } from '../scim/filter/parse-filter.ts';
import { resolveFilter } from '../scim/filter/resolve-filter.ts';
import type { ScimMode } from '../scim/mode.ts';
import type { ResourceType } from '../scim/schema.ts';
import type { Condition } from '../store/condition.ts';
import { filterCondition } from '../store/filter/filter-condition.ts';
import { groupTable } from '../store/group-search.ts';
import type { SearchTable } from '../store/search.ts';
import { userTable } from '../store/user-search.ts';

/** Where the resources of each type are. */
export const tables: Readonly<Record<ResourceType['name'], SearchTable>> = {
  User: userTable,
  Group: groupTable,
};

/** What a filter asks of the store; 400 `invalidFilter` for what cannot be asked, never an empty list. */
export function filterConditions(
  resourceType: ResourceType,
  text: string | null,
  { mode, baseUrl }: { readonly mode: ScimMode; readonly baseUrl: string },
): readonly Condition[] {
  if (text === null) return [];
  const filter = resolveFilter(resourceType, parseFilter(text, mode), mode);
  const sources = tables[resourceType.name];
  return conjunctionOf(filter).map((term) => filterCondition(sources, term, baseUrl));
}
