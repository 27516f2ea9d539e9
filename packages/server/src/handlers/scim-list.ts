import { scimBaseUrl } from '../directory/directory-view.ts';
import { representFound } from '../directory/represent.ts';
import { searchDirectory } from '../directory/search-resources.ts';
import type { components } from '../generated/api.ts';
import type { Principals } from '../http/principal.ts';
import { listResponse } from '../scim/list-response.ts';
import type { ListResponse } from '../scim/list-response.ts';
import { createProjection } from '../scim/projection.ts';
import { groupResourceType, userResourceType } from '../scim/resource-types.ts';
import type { ResourceType } from '../scim/schema.ts';
import type { SearchRequest } from '../scim/search-request.ts';
import { contextOf } from './scim-context.ts';
import type { Services } from './services.ts';

type ScimUser = components['schemas']['ScimUser'];
type ScimGroup = components['schemas']['ScimGroup'];

interface ListAnswer<Resource> {
  readonly status: 200;
  readonly body: ListResponse<Resource>;
}

type List<Resource> = (
  principal: Principals['directoryToken'],
  request: SearchRequest,
) => Promise<ListAnswer<Resource>>;

/** Answers queries for resources, whichever way they came (RFC 7644 sections 3.4.2 and 3.4.3). */
export interface ScimLists {
  readonly listUsers: List<ScimUser>;
  readonly listGroups: List<ScimGroup>;
  readonly listAll: List<ScimUser | ScimGroup>;
}

export function scimLists(services: Services): ScimLists {
  const { database, publicUrl, cursorSeal } = services;

  function listOf<Resource>(types: readonly ResourceType[]): List<Resource> {
    return async (principal, request) => {
      const projections = new Map(types.map((type) => [type.name, createProjection(type, request)]));
      const context = contextOf(services, principal);
      const baseUrl = scimBaseUrl(publicUrl, context.directoryId);
      const withGroups = projections.get('User')?.wants('groups') === true;
      const search = { ...context, baseUrl, cursorSeal, withGroups };
      const { resources, place } = await searchDirectory(search, types, request);
      const shown = await representFound(database, resources, projections, baseUrl);
      // The projection keeps what a resource always has: schemas and id.
      return { status: 200, body: listResponse(shown as unknown as readonly Resource[], place) };
    };
  }

  return {
    listUsers: listOf([userResourceType]),
    listGroups: listOf([groupResourceType]),
    listAll: listOf([userResourceType, groupResourceType]),
  };
}
