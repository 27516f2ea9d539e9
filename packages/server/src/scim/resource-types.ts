import { scimCommonAttributes, scimSchemas } from '../generated/scim-schemas.ts';
import { createResourceType, enterpriseUserSchema, groupSchema, userSchema } from './schema.ts';
import type { ResourceType, ScimSchemaDefinition } from './schema.ts';

/** Users, with the enterprise extension. */
export const userResourceType: ResourceType = createResourceType({
  name: 'User',
  endpoint: '/Users',
  schema: schemaById(userSchema),
  extensions: [schemaById(enterpriseUserSchema)],
  commonAttributes: scimCommonAttributes,
});

/** Groups. */
export const groupResourceType: ResourceType = createResourceType({
  name: 'Group',
  endpoint: '/Groups',
  schema: schemaById(groupSchema),
  extensions: [],
  commonAttributes: scimCommonAttributes,
});

/** Every resource type that is served, in the order in which /ResourceTypes lists them. */
export const resourceTypes: readonly ResourceType[] = [userResourceType, groupResourceType];

function schemaById(id: string): ScimSchemaDefinition {
  const schema = scimSchemas.find((candidate) => candidate.id === id);
  if (schema === undefined) throw new Error(`The contract describes no schema ${id}.`);
  return schema;
}
