import type { HandlersOf } from '../contract.ts';
import { scimBaseUrl } from '../directory/directory-view.ts';
import type { components } from '../generated/api.ts';
import { resourceTypeDocuments, schemaDocuments, serviceProviderConfig } from '../scim/discovery.ts';
import { ScimError } from '../scim/error.ts';
import { listResponse } from '../scim/list-response.ts';
import type { ListResponse } from '../scim/list-response.ts';
import type { Services } from './services.ts';

/** RFC 7644 section 4: what this service provider can do. */
export function scimDiscoveryHandlers(services: Services): HandlersOf<'SCIM Discovery'> {
  const { publicUrl } = services;
  const resourceTypesOf = (directoryId: string) =>
    resourceTypeDocuments({ baseUrl: scimBaseUrl(publicUrl, directoryId) });
  const schemasOf = (directoryId: string) =>
    schemaDocuments({ baseUrl: scimBaseUrl(publicUrl, directoryId) });

  return {
    scimGetServiceProviderConfig({ principal, query }) {
      assertNoFilter(query);
      const baseUrl = scimBaseUrl(publicUrl, principal.id);
      return { status: 200, body: serviceProviderConfig({ baseUrl, documentationUri: `${publicUrl}/docs` }) };
    },

    scimListResourceTypes({ principal, query }) {
      assertNoFilter(query);
      return { status: 200, body: listOf(resourceTypesOf(principal.id)) };
    },

    scimGetResourceType({ principal, path, query }) {
      assertNoFilter(query);
      const found = resourceTypesOf(principal.id).find(({ id }) => id === path.resourceTypeId);
      if (found === undefined)
        throw new ScimError(404, `There is no resource type "${path.resourceTypeId}".`);
      return { status: 200, body: found };
    },

    scimListSchemas({ principal, query }) {
      assertNoFilter(query);
      return { status: 200, body: listOf(schemasOf(principal.id)) };
    },

    scimGetSchema({ principal, path, query }) {
      assertNoFilter(query);
      const found = schemasOf(principal.id).find(({ id }) => id === path.schemaUrn);
      if (found === undefined) throw new ScimError(404, `There is no schema "${path.schemaUrn}".`);
      return { status: 200, body: found };
    },
  };
}

/** RFC 7644 section 4: a filter on these endpoints is 403. */
function assertNoFilter(query: URLSearchParams): void {
  if (query.has('filter')) throw new ScimError(403, 'This endpoint cannot be filtered.');
}

function listOf<T extends components['schemas']['ScimResourceType'] | components['schemas']['ScimSchema']>(
  documents: readonly T[],
): ListResponse<T, { totalResults: number; startIndex: number }> {
  return listResponse(documents, { totalResults: documents.length, startIndex: 1 });
}
