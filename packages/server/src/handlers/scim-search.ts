import type { HandlersOf } from '../contract.ts';
import { readSearchBody, readSearchQuery } from '../scim/search-request.ts';
import { scimLists } from './scim-list.ts';
import type { Services } from './services.ts';

/** RFC 7644 section 3.4.3, and queries at the root (section 3.4.2.1). */
export function scimSearchHandlers(services: Services): HandlersOf<'SCIM Search'> {
  const { listUsers, listGroups, listAll } = scimLists(services);
  return {
    scimListAll: ({ principal, query }) => listAll(principal, readSearchQuery(query)),
    scimSearchAll: ({ principal, body }) => listAll(principal, readSearchBody(body)),
    scimSearchUsers: ({ principal, body }) => listUsers(principal, readSearchBody(body)),
    scimSearchGroups: ({ principal, body }) => listGroups(principal, readSearchBody(body)),
  };
}
