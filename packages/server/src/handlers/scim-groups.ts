import type { HandlersOf } from '../contract.ts';
import { scimBaseUrl } from '../directory/directory-view.ts';
import { filterConditions } from '../directory/filter-conditions.ts';
import { createGroup, getGroup, patchGroup, removeGroup, replaceGroup } from '../directory/groups.ts';
import { entityTag } from '../directory/precondition.ts';
import { toScimGroup } from '../directory/scim-resource.ts';
import type { components } from '../generated/api.ts';
import { listResponse, parsePage } from '../scim/list-response.ts';
import { createProjection } from '../scim/projection.ts';
import type { Projection } from '../scim/projection.ts';
import { groupResourceType } from '../scim/resource-types.ts';
import { groupTable } from '../store/group-search.ts';
import type { GroupRow } from '../store/groups.ts';
import { listMembersOfGroups } from '../store/members.ts';
import { searchByIndex } from '../store/search.ts';
import { contextOf, ifMatchOf, notModified, projectionParameters } from './scim-context.ts';
import type { Services } from './services.ts';

type ScimGroup = components['schemas']['ScimGroup'];

/** RFC 7644 section 3 for groups. Members are read only when the answer shows them. */
export function scimGroupsHandlers(services: Services): HandlersOf<'SCIM Groups'> {
  const { database, publicUrl } = services;

  async function represent(rows: readonly GroupRow[], projection: Projection): Promise<ScimGroup[]> {
    const [first] = rows;
    if (first === undefined) return [];
    const members = projection.wants('members')
      ? await listMembersOfGroups(
          database,
          first.directoryId,
          rows.map(({ id }) => id),
        )
      : undefined;
    const baseUrl = scimBaseUrl(publicUrl, first.directoryId);
    return rows.map((row) => {
      const resource = projection.project(toScimGroup(row, members?.get(row.id) ?? [], baseUrl));
      // The projection keeps what a resource always has: schemas and id.
      return resource as unknown as ScimGroup;
    });
  }

  async function answer<Status extends number>(
    status: Status,
    row: GroupRow,
    projection: Projection,
  ): Promise<{ status: Status; body: ScimGroup; headers: { ETag: string; Location: string } }> {
    const [body] = await represent([row], projection);
    if (body === undefined) throw new Error(`Group ${row.id} has no representation.`);
    const location = `${scimBaseUrl(publicUrl, row.directoryId)}/Groups/${row.id}`;
    return { status, body, headers: { ETag: entityTag(row.version), Location: location } };
  }

  return {
    async scimListGroups({ principal, query }) {
      const { directoryId, mode } = contextOf(services, principal);
      const projection = projectionOf(query);
      const conditions = filterConditions(groupResourceType, query.get('filter'), {
        mode,
        baseUrl: scimBaseUrl(publicUrl, directoryId),
      });
      const { startIndex, count } = parsePage({
        startIndex: query.get('startIndex'),
        count: query.get('count'),
      });
      const page = await searchByIndex<GroupRow>(database, groupTable, directoryId, conditions, {
        offset: startIndex - 1,
        limit: count,
      });
      const resources = await represent(page.rows, projection);
      return { status: 200, body: listResponse(resources, { totalResults: page.total, startIndex }) };
    },

    async scimCreateGroup({ principal, query, body }) {
      const projection = projectionOf(query);
      return answer(201, await createGroup(contextOf(services, principal), body), projection);
    },

    async scimGetGroup({ principal, path, query, headers }) {
      const projection = projectionOf(query);
      const row = await getGroup(contextOf(services, principal), path.groupId);
      return notModified(headers, row.version) ?? answer(200, row, projection);
    },

    async scimReplaceGroup({ principal, path, query, body, headers }) {
      const projection = projectionOf(query);
      const context = contextOf(services, principal);
      await replaceGroup(context, path.groupId, body, ifMatchOf(headers));
      return answer(200, await getGroup(context, path.groupId), projection);
    },

    async scimPatchGroup({ principal, path, query, body, headers }) {
      const projection = projectionOf(query);
      const context = contextOf(services, principal);
      const { version } = await patchGroup(context, path.groupId, body, ifMatchOf(headers));
      // RFC 7644 section 3.5.2: a body only where it was asked for; a large group's would be large.
      if (!query.has('attributes')) return { status: 204, headers: { ETag: entityTag(version) } };
      return answer(200, await getGroup(context, path.groupId), projection);
    },

    async scimDeleteGroup({ principal, path, headers }) {
      await removeGroup(contextOf(services, principal), path.groupId, ifMatchOf(headers));
      return { status: 204 };
    },
  };
}

function projectionOf(query: URLSearchParams): Projection {
  return createProjection(groupResourceType, projectionParameters(query));
}
