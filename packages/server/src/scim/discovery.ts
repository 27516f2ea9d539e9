import type { components } from '../generated/api.ts';
import { bulkLimits } from './limits.ts';
import { pageLimits } from './page.ts';
import { resourceTypes } from './resource-types.ts';
import type { ScimAttribute, ScimSchemaDefinition } from './schema.ts';

/** The documents as the contract has them. */
export type ServiceProviderConfig = components['schemas']['ScimServiceProviderConfig'];
export type ResourceTypeDocument = components['schemas']['ScimResourceType'];
export type SchemaDocument = components['schemas']['ScimSchema'];
type AttributeDocument = SchemaDocument['attributes'][number];

interface Base {
  /** Of the directory's SCIM endpoints, without a slash at its end. */
  readonly baseUrl: string;
}

/** What the server can do (RFC 7643 section 5). */
export function serviceProviderConfig({
  baseUrl,
  documentationUri,
}: Base & { readonly documentationUri: string }): ServiceProviderConfig {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
    documentationUri,
    patch: { supported: true },
    bulk: { supported: true, ...bulkLimits },
    filter: { supported: true, maxResults: pageLimits.max },
    changePassword: { supported: false },
    sort: { supported: true },
    etag: { supported: true },
    pagination: {
      cursor: true,
      index: true,
      defaultPaginationMethod: 'index',
      defaultPageSize: pageLimits.default,
      maxPageSize: pageLimits.max,
    },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'Bearer token',
        description: 'The token of the directory in the Authorization header.',
        specUri: 'https://www.rfc-editor.org/info/rfc6750',
        primary: true,
      },
      {
        type: 'httpbasic',
        name: 'HTTP Basic',
        description: 'The token of the directory as the password, with any user name.',
        specUri: 'https://www.rfc-editor.org/info/rfc7617',
      },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${baseUrl}/ServiceProviderConfig` },
  };
}

/** The resource types (RFC 7643 section 6). */
export function resourceTypeDocuments({ baseUrl }: Base): readonly ResourceTypeDocument[] {
  return resourceTypes.map(({ name, endpoint, schema, extensions }) => ({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id: name,
    name,
    description: schema.description,
    endpoint,
    schema: schema.id,
    schemaExtensions: extensions.map((extension) => ({ schema: extension.id, required: false })),
    meta: { resourceType: 'ResourceType', location: `${baseUrl}/ResourceTypes/${name}` },
  }));
}

/**
 * The schemas of the resource types and of their extensions (RFC 7643 section 7): neither the common attributes, which
 * belong to no schema, nor the schemas of messages.
 */
export function schemaDocuments({ baseUrl }: Base): readonly SchemaDocument[] {
  const schemas = resourceTypes.flatMap(({ schema, extensions }) => [schema, ...extensions]);
  return [...new Set(schemas)].map((schema) => toDocument(schema, baseUrl));
}

function toDocument(
  { id, name, description, attributes }: ScimSchemaDefinition,
  baseUrl: string,
): SchemaDocument {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
    id,
    name,
    description,
    attributes: attributes.map(attributeDocument),
    meta: { resourceType: 'Schema', location: `${baseUrl}/Schemas/${id}` },
  };
}

/** The generated types have lists that can be written to. */
function attributeDocument({
  canonicalValues,
  referenceTypes,
  subAttributes,
  ...attribute
}: ScimAttribute): AttributeDocument {
  return {
    ...attribute,
    ...(canonicalValues !== undefined && { canonicalValues: [...canonicalValues] }),
    ...(referenceTypes !== undefined && { referenceTypes: [...referenceTypes] }),
    ...(subAttributes !== undefined && { subAttributes: subAttributes.map(attributeDocument) }),
  };
}
