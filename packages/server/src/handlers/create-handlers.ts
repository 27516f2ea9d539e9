import type { Handlers } from '../contract.ts';
import { apiKeysHandlers } from './api-keys.ts';
import { deliveriesHandlers } from './deliveries.ts';
import { directoriesHandlers } from './directories.ts';
import { directoryTokensHandlers } from './directory-tokens.ts';
import { environmentsHandlers } from './environments.ts';
import { eventsHandlers } from './events.ts';
import { groupsHandlers } from './groups.ts';
import { scimBulkHandlers } from './scim-bulk.ts';
import { scimDiscoveryHandlers } from './scim-discovery.ts';
import { scimGroupsHandlers } from './scim-groups.ts';
import { scimMeHandlers } from './scim-me.ts';
import { scimSearchHandlers } from './scim-search.ts';
import { scimUsersHandlers } from './scim-users.ts';
import { serviceHandlers } from './service.ts';
import type { Services } from './services.ts';
import { usersHandlers } from './users.ts';
import { webhookEndpointsHandlers } from './webhook-endpoints.ts';

/** A handler for every operation of the contract. */
export function createHandlers(services: Services): Handlers {
  return {
    ...scimUsersHandlers(services),
    ...scimGroupsHandlers(services),
    ...scimSearchHandlers(services),
    ...scimBulkHandlers(services),
    ...scimMeHandlers(),
    ...scimDiscoveryHandlers(services),
    ...environmentsHandlers(services),
    ...directoriesHandlers(services),
    ...directoryTokensHandlers(services),
    ...apiKeysHandlers(services),
    ...usersHandlers(services),
    ...groupsHandlers(services),
    ...eventsHandlers(services),
    ...webhookEndpointsHandlers(services),
    ...deliveriesHandlers(services),
    ...serviceHandlers(services),
  };
}
