import fc from 'fast-check';
import { okta } from '../identity-providers.ts';
import type { ServerAddress } from '../installation.ts';
import { idOf, objectOf } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { enterpriseSchema, groupSchema, userSchema } from '../scim-schemas.ts';
import { createTenant } from '../tenant.ts';
import type { Tenant } from '../tenant.ts';
import type { ContractOperation } from './operations.ts';
import type { RequestMaterial } from './requests.ts';
import { bodyMembers, nobody } from './scim-bodies.ts';
import { attributeLists, filters, paths } from './scim-text.ts';
import type { KnownValues } from './schema-values.ts';

/** A directory with people, groups and all that the directory API has, for requests to meet. */
export interface FullDirectory {
  readonly tenant: Tenant;
  /** What it has, by the name of the path parameter. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** What requests to one operation are made of. */
  material(operation: ContractOperation, document: JsonObject): RequestMaterial;
}

export interface FullDirectoryOptions {
  readonly mode: 'compat' | 'strict';
}

export async function createFullDirectory(
  server: ServerAddress,
  { mode }: FullDirectoryOptions,
): Promise<FullDirectory> {
  const tenant = await createTenant(server, { provider: 'generic', identityProvider: okta });
  const { scim, api, directoryId, events } = tenant;
  const v1 = `/v1/directories/${directoryId}`;
  await api.send('PATCH', v1, { settings: { mode } });
  const token = idOf(await api.send('POST', `${v1}/tokens`, {}));
  const endpoint = idOf(
    await api.send('POST', '/v1/webhook-endpoints', { url: nobodyListens, directoryIds: [directoryId] }),
  );
  const apiKey = idOf(await api.send('POST', '/v1/api-keys', { name: 'other' }));
  const users: string[] = [];
  for (const userName of ['ada', 'bob']) users.push(idOf(await scim.post('/Users', person(userName))));
  const members = [{ value: users[0] }];
  const group = idOf(await scim.post('/Groups', { schemas: [groupSchema], displayName: 'All', members }));
  // Deliveries come into being with the events that are listed.
  const log = await events.take(5);
  const deliveries = await api.send('GET', `/v1/deliveries?endpointId=${endpoint}`);
  const { nextCursor } = objectOf((await api.send('GET', '/v1/events?limit=1')).body);
  const ids = {
    directoryId: [directoryId],
    userId: users,
    groupId: [group],
    tokenId: [token],
    endpointId: [endpoint],
    apiKeyId: [apiKey],
    eventId: log.map((event) => idOf({ body: event })),
    deliveryId: idsOf(deliveries.body),
    environmentName: ['default'],
    resourceTypeId: ['User', 'Group'],
    schemaUrn: [userSchema, groupSchema, enterpriseSchema],
  };
  const parameters: KnownValues = { ...scimParameters, ...idValues(ids) };
  return {
    tenant,
    ids,
    material(operation, document) {
      const directory = { directoryId: fc.constant(directoryId) };
      return {
        document,
        // A SCIM request with the id of another directory is only ever 401.
        parameters: operation.security === 'directoryToken' ? { ...parameters, ...directory } : parameters,
        members: {
          ...v1Members(directoryId),
          after: fc.constant(nextCursor),
          ...bodyMembers(operation, [...users, group]),
        },
      };
    },
  };
}

function person(userName: string): JsonObject {
  return {
    schemas: [userSchema, enterpriseSchema],
    userName,
    name: { givenName: userName, familyName: 'Lovelace' },
    emails: [{ value: `${userName}@example.com`, type: 'work', primary: true }],
    roles: [{ value: 'admin', primary: true }],
    [enterpriseSchema]: { department: 'Sales' },
  };
}

function idsOf(body: unknown): readonly string[] {
  const { data } = objectOf(body);
  return Array.isArray(data) ? data.map((item) => idOf({ body: item })) : [];
}

function idValues(ids: Readonly<Record<string, readonly string[]>>): KnownValues {
  return Object.fromEntries(
    Object.entries(ids).map(([name, known]) => [name, fc.constantFrom(...known, ...known, nobody)]),
  );
}

/** Refuses at once: a name that nobody has would be looked up for seconds. */
const nobodyListens = 'http://127.0.0.1:9';

/** What is wrong about these no schema can say. */
function v1Members(directoryId: string): KnownValues {
  return {
    directoryIds: fc.constantFrom([directoryId], null),
    url: fc.constantFrom(nobodyListens, `${nobodyListens}/hooks?a=b`),
    expiresAt: fc.constantFrom('2099-01-01T00:00:00Z', '2099-12-31T23:59:59.999+14:00', null),
  };
}

const scimParameters: KnownValues = {
  filter: filters,
  sortBy: paths,
  attributes: attributeLists,
  excludedAttributes: attributeLists,
  'If-Match': fc.constantFrom('*', 'W/"1"', 'W/"2"', 'W/"1", W/"2"', '"1"'),
  'If-None-Match': fc.constantFrom('*', 'W/"1"', 'W/"2"'),
  // Longer waits would wait.
  waitSeconds: fc.constant(0),
};
