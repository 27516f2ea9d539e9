import type { Projection } from '../scim/projection.ts';
import type { ScimResource } from '../scim/resource.ts';
import type { ResourceType } from '../scim/schema.ts';
import type { Queryable } from '../store/database.ts';
import { listMembersOfGroups } from '../store/members.ts';
import type { FoundResource } from '../store/resource-search.ts';
import type { ResourceRow, UserRow } from '../store/users.ts';
import { toScimGroup, toScimUser } from './scim-resource.ts';

/** What an answer shows of rows of one directory and type; what it does not show of them is not read. */
type Represent<Row> = (
  database: Queryable,
  rows: readonly Row[],
  projection: Projection,
  baseUrl: string,
) => Promise<readonly ScimResource[]>;

/** Their groups were read with them, where the answer shows any. */
export const representUsers: Represent<UserRow> = async (_database, rows, projection, baseUrl) =>
  rows.map((row) => projection.project(toScimUser(row, row.groups ?? [], baseUrl)));

export const representGroups: Represent<ResourceRow> = async (database, rows, projection, baseUrl) => {
  const [first] = rows;
  if (first === undefined) return [];
  const members = projection.wants('members')
    ? await listMembersOfGroups(database, first.directoryId, idsOf(rows))
    : undefined;
  return rows.map((row) => projection.project(toScimGroup(row, members?.get(row.id) ?? [], baseUrl)));
};

const representations = { User: representUsers, Group: representGroups };

/** What an answer shows of resources of several types, in their order. */
export async function representFound(
  database: Queryable,
  found: readonly FoundResource[],
  projections: ReadonlyMap<ResourceType['name'], Projection>,
  baseUrl: string,
): Promise<readonly ScimResource[]> {
  const byId = new Map<string, ScimResource>();
  for (const [type, projection] of projections) {
    const rows = found.filter((resource) => resource.type === type);
    const shown = await representations[type](database, rows, projection, baseUrl);
    rows.forEach(({ id }, index) => {
      const resource = shown[index];
      if (resource !== undefined) byId.set(id, resource);
    });
  }
  return found.map(({ id }) => byId.get(id)).filter((resource) => resource !== undefined);
}

function idsOf(rows: readonly ResourceRow[]): readonly string[] {
  return rows.map(({ id }) => id);
}
