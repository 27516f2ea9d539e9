import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { okta } from '../harness/identity-providers.ts';
import { objectOf } from '../harness/json.ts';
import { scimError } from '../harness/scim-answers.ts';
import { bulkSchema, enterpriseSchema, groupSchema, userSchema } from '../harness/scim-schemas.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

const connect = (server: ServerAddress): Promise<Tenant> =>
  createTenant(server, { provider: 'generic', identityProvider: okta });

/** The resources of a list answer. */
function resourcesOf(body: unknown): readonly unknown[] {
  const { Resources: resources } = objectOf(body);
  if (!Array.isArray(resources)) throw new Error(`Expected a list, got ${JSON.stringify(body)}.`);
  return resources;
}

describeEachBackend('Discovery', (server) => {
  it('tells the truth about what the server can do', { tags: ['rfc-126', 'mistake-32'] }, async () => {
    const { scim, scimBaseUrl } = await connect(server);
    const config = await scim.get('/ServiceProviderConfig');
    expect(config).toMatchObject({
      status: 200,
      body: {
        patch: { supported: true },
        bulk: { supported: true, maxOperations: 1000, maxPayloadSize: 1_048_576 },
        filter: { supported: true, maxResults: 200 },
        changePassword: { supported: false },
        sort: { supported: true },
        etag: { supported: true },
        meta: { resourceType: 'ServiceProviderConfig', location: `${scimBaseUrl}/ServiceProviderConfig` },
      },
    });
    const schemes = objectOf(config.body)['authenticationSchemes'];
    expect(schemes).toEqual(expect.arrayContaining([expect.objectContaining({ type: 'oauthbearertoken' })]));
  });

  it('serves bulk, which it says that it has', { tags: ['rfc-123', 'mistake-32'] }, async () => {
    const { scim } = await connect(server);
    expect((await scim.get('/ServiceProviderConfig')).body).toMatchObject({ bulk: { supported: true } });
    const operation = {
      ...{ method: 'POST', path: '/Users', bulkId: 'a' },
      data: { schemas: [userSchema], userName: 'ada' },
    };
    const answer = await scim.post('/Bulk', { schemas: [bulkSchema], Operations: [operation] });
    expect(answer).toMatchObject({ status: 200, body: { Operations: [{ bulkId: 'a', status: '201' }] } });
  });

  it('tells of no security events, and serves none', { tags: ['rfc-140'] }, async () => {
    const { scim } = await connect(server);
    const { body } = await scim.get('/ServiceProviderConfig');
    expect(objectOf(body)).not.toHaveProperty('securityEvents');
    expect(await scim.get('/SecurityEvents')).toMatchObject({ status: 404, body: scimError(404) });
  });

  it(
    'lists the resource types, each of which is served alone',
    { tags: ['rfc-127', 'rfc-128'] },
    async () => {
      const { scim, scimBaseUrl } = await connect(server);
      const types = await scim.get('/ResourceTypes');
      expect(types.body).toMatchObject({
        totalResults: 2,
        itemsPerPage: 2,
        startIndex: 1,
        Resources: [
          {
            ...{ id: 'User', name: 'User', endpoint: '/Users', schema: userSchema },
            schemaExtensions: [{ schema: enterpriseSchema, required: false }],
            meta: { location: `${scimBaseUrl}/ResourceTypes/User` },
          },
          { id: 'Group', name: 'Group', endpoint: '/Groups', schema: groupSchema },
        ],
      });
      for (const type of resourcesOf(types.body)) {
        const one = await scim.get(`/ResourceTypes/${String(objectOf(type)['id'])}`);
        expect(one).toMatchObject({ status: 200, body: type });
      }
      expect(await scim.get('/ResourceTypes/Robot')).toMatchObject({ status: 404, body: scimError(404) });
    },
  );

  it('lists the schemas, each of which is served alone', { tags: ['rfc-127', 'rfc-129'] }, async () => {
    const { scim } = await connect(server);
    const schemas = await scim.get('/Schemas');
    const ids = resourcesOf(schemas.body).map((schema) => objectOf(schema)['id']);
    expect(ids).toEqual([userSchema, enterpriseSchema, groupSchema]);
    expect(schemas.text).not.toContain('null');
    for (const schema of resourcesOf(schemas.body)) {
      const one = await scim.get(`/Schemas/${String(objectOf(schema)['id'])}`);
      expect(one).toMatchObject({ status: 200, body: schema });
    }
    expect(await scim.get('/Schemas/urn:example:none')).toMatchObject({ status: 404, body: scimError(404) });
  });

  it('describes every attribute that Entra maps', { tags: ['rfc-132'] }, async () => {
    const { scim } = await connect(server);
    const { body } = await scim.get('/Schemas');
    const names = (id: string): readonly unknown[] => {
      const schema = resourcesOf(body)
        .map(objectOf)
        .find((candidate) => candidate['id'] === id);
      const attributes = objectOf(schema)['attributes'];
      return Array.isArray(attributes) ? attributes.map((attribute) => objectOf(attribute)['name']) : [];
    };
    expect(names(userSchema)).toEqual(
      expect.arrayContaining(
        'userName name displayName title userType preferredLanguage locale timezone active emails phoneNumbers addresses roles'.split(
          ' ',
        ),
      ),
    );
    expect(names(groupSchema)).toEqual(expect.arrayContaining(['displayName', 'members']));
    expect(names(enterpriseSchema)).toEqual(
      expect.arrayContaining('employeeNumber costCenter organization division department manager'.split(' ')),
    );
  });

  it('refuses a filter, which RFC 7644 section 4 forbids here', { tags: ['rfc-130'] }, async () => {
    const { scim } = await connect(server);
    for (const endpoint of ['ServiceProviderConfig', 'ResourceTypes', 'Schemas']) {
      const answer = await scim.get(`/${endpoint}?filter=id%20eq%20%22User%22`);
      expect(answer, endpoint).toMatchObject({ status: 403, body: scimError(403) });
    }
  });

  it('answers 405 with Allow to what is no GET', { tags: ['rfc-10', 'rfc-131'] }, async () => {
    const { scim } = await connect(server);
    for (const endpoint of ['ServiceProviderConfig', 'ResourceTypes', 'Schemas', `Schemas/${userSchema}`]) {
      const answer = await scim.post(`/${endpoint}`, {});
      expect(answer, endpoint).toMatchObject({ status: 405, headers: { allow: 'GET' } });
    }
  });
});
