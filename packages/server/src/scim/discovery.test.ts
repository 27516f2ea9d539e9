import { expect, test } from 'vitest';
import { resourceTypeDocuments, schemaDocuments, serviceProviderConfig } from './discovery.ts';
import { enterpriseUserSchema, groupSchema, userSchema } from './schema.ts';

const baseUrl = 'https://sync.example.com/scim/v2/d1';

test('the configuration says what is served and what is not', () => {
  expect(serviceProviderConfig({ baseUrl, documentationUri: 'https://sync.example.com/docs' })).toMatchObject(
    {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
      documentationUri: 'https://sync.example.com/docs',
      patch: { supported: true },
      bulk: { supported: true, maxOperations: 1000, maxPayloadSize: 1_048_576 },
      filter: { supported: true, maxResults: 200 },
      changePassword: { supported: false },
      sort: { supported: true },
      pagination: {
        cursor: true,
        index: true,
        defaultPaginationMethod: 'index',
        defaultPageSize: 100,
        maxPageSize: 200,
      },
      etag: { supported: true },
      authenticationSchemes: [{ type: 'oauthbearertoken', primary: true }, { type: 'httpbasic' }],
      meta: { resourceType: 'ServiceProviderConfig', location: `${baseUrl}/ServiceProviderConfig` },
    },
  );
});

test('the resource types name their endpoints, schemas and extensions', () => {
  expect(resourceTypeDocuments({ baseUrl })).toMatchObject([
    {
      id: 'User',
      name: 'User',
      endpoint: '/Users',
      schema: userSchema,
      schemaExtensions: [{ schema: enterpriseUserSchema, required: false }],
      meta: { resourceType: 'ResourceType', location: `${baseUrl}/ResourceTypes/User` },
    },
    { id: 'Group', endpoint: '/Groups', schema: groupSchema, schemaExtensions: [] },
  ]);
});

test('the schemas are those of the resource types and their extensions, none twice, none of messages', () => {
  const documents = schemaDocuments({ baseUrl });
  expect(documents.map(({ id }) => id)).toEqual([userSchema, enterpriseUserSchema, groupSchema]);
  expect(documents.map(({ meta }) => meta.location)).toContain(`${baseUrl}/Schemas/${userSchema}`);
});

test('common attributes belong to no schema', () => {
  const names = schemaDocuments({ baseUrl }).flatMap(({ attributes }) => attributes.map(({ name }) => name));
  for (const name of ['id', 'externalId', 'meta', 'schemas']) expect(names).not.toContain(name);
});

test('every attribute has all characteristics of RFC 7643 section 7', () => {
  const [user] = schemaDocuments({ baseUrl });
  const { attributes = [] } = user ?? {};
  expect(attributes.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'userName',
      'name',
      'active',
      'emails',
      'groups',
      'x509Certificates',
      'password',
    ]),
  );
  const all = [...attributes, ...attributes.flatMap(({ subAttributes = [] }) => subAttributes)];
  for (const attribute of all) {
    expect(attribute).toMatchObject({
      name: expect.any(String) as string,
      type: expect.any(String) as string,
      multiValued: expect.any(Boolean) as boolean,
      description: expect.stringMatching(/\S/) as string,
      required: expect.any(Boolean) as boolean,
      caseExact: expect.any(Boolean) as boolean,
      mutability: expect.any(String) as string,
      returned: expect.any(String) as string,
      uniqueness: expect.any(String) as string,
    });
    expect(attribute).not.toHaveProperty('path');
  }
  expect(attributes.find(({ name }) => name === 'emails')?.subAttributes?.map(({ name }) => name)).toEqual([
    'value',
    'display',
    'type',
    'primary',
  ]);
});
