import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { plain } from '../harness/identity-providers.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { objectOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { connectTenant, groupNamed, provision } from '../harness/provisioning.ts';
import { enterpriseSchema, groupSchema, userSchema } from '../harness/scim-schemas.ts';
import type { Tenant } from '../harness/tenant.ts';

// SailPoint: reads all of discovery, then the accounts and groups page by page. What it writes is not known.

const connect = (server: ServerAddress): Promise<Tenant> =>
  connectTenant(server, { provider: 'sailpoint', identityProvider: plain }, async ({ scim }) => {
    expect(await scim.get('/ServiceProviderConfig')).toMatchObject({ status: 200 });
  });

const resourcesOf = (body: unknown): readonly JsonObject[] =>
  (objectOf(body)['Resources'] as readonly unknown[]).map(objectOf);

describeEachBackend('SailPoint', (server) => {
  it(
    'discovers types and schemas, each of which it then reads alone',
    { tags: ['rfc-127', 'rfc-129'] },
    async () => {
      const { scim } = await connect(server);
      const types = resourcesOf((await scim.get('/ResourceTypes')).body);
      expect(types.map(({ name, schema }) => [name, schema])).toEqual([
        ['User', userSchema],
        ['Group', groupSchema],
      ]);
      expect((await scim.get('/ResourceTypes/User')).body).toEqual(types[0]);
      const schemas = resourcesOf((await scim.get('/Schemas')).body);
      expect(schemas.map(({ id }) => id)).toEqual([userSchema, enterpriseSchema, groupSchema]);
      expect((await scim.get(`/Schemas/${userSchema}`)).body).toEqual(schemas[0]);
    },
  );

  it(
    'aggregates accounts and groups page by page, which makes no events',
    { tags: ['rfc-79', 'mistake-36'] },
    async () => {
      const tenant = await connect(server);
      const users: string[] = [];
      for (const userName of ['tom', 'uma', 'vic', 'wes', 'xia']) {
        users.push(await provision(tenant, '/Users', { schemas: [userSchema], userName }));
      }
      const [first = '', ...others] = users;
      const group = await provision(tenant, '/Groups', groupNamed('Auditors', [first]));
      await tenant.events.take(1);
      const seen: JsonObject[] = [];
      for (let startIndex = 1; ; startIndex += 2) {
        const { body } = await tenant.scim.get(`/Users?startIndex=${startIndex}&count=2`);
        expect(body).toMatchObject({ totalResults: 5, startIndex });
        seen.push(...resourcesOf(body));
        if (seen.length >= 5) break;
      }
      expect(seen.map(({ id }) => id)).toEqual([first, ...others]);
      expect(seen[0]?.['groups']).toMatchObject([{ value: group, display: 'Auditors' }]);
      const [entitlement] = resourcesOf((await tenant.scim.get('/Groups?startIndex=1&count=2')).body);
      expect(entitlement).toMatchObject({ id: group, members: [{ value: first }] });
      await tenant.expectNoEvents();
    },
  );
});
