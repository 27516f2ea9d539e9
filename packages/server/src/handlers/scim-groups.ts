import type { HandlersOf } from '../contract.ts';
import { scimBaseUrl } from '../directory/directory-view.ts';
import { createGroup, getGroup, patchGroup, removeGroup, replaceGroup } from '../directory/groups.ts';
import { entityTag } from '../directory/precondition.ts';
import { representGroups } from '../directory/represent.ts';
import type { components } from '../generated/api.ts';
import { createProjection } from '../scim/projection.ts';
import type { Projection } from '../scim/projection.ts';
import { groupResourceType } from '../scim/resource-types.ts';
import { readSearchQuery } from '../scim/search-request.ts';
import type { GroupRow } from '../store/groups.ts';
import { contextOf, ifMatchOf, notModified, projectionParameters } from './scim-context.ts';
import { scimLists } from './scim-list.ts';
import type { Services } from './services.ts';

type ScimGroup = components['schemas']['ScimGroup'];

/** RFC 7644 section 3 for groups. Members are read only when the answer shows them. */
export function scimGroupsHandlers(services: Services): HandlersOf<'SCIM Groups'> {
  const { database, publicUrl } = services;
  const { listGroups } = scimLists(services);

  async function answer<Status extends number>(
    status: Status,
    row: GroupRow,
    projection: Projection,
  ): Promise<{ status: Status; body: ScimGroup; headers: { ETag: string; Location: string } }> {
    const baseUrl = scimBaseUrl(publicUrl, row.directoryId);
    const [group] = await representGroups(database, [row], projection, baseUrl);
    const headers = { ETag: entityTag(row.version), Location: `${baseUrl}/Groups/${row.id}` };
    // One row has one representation, and the projection keeps what it always has: schemas and id.
    return { status, body: group as unknown as ScimGroup, headers };
  }

  return {
    scimListGroups: ({ principal, query }) => listGroups(principal, readSearchQuery(query)),

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
