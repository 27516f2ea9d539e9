import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { okta } from '../harness/identity-providers.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { objectOf } from '../harness/json.ts';
import { scimError } from '../harness/scim-answers.ts';
import { nameOf, resourcesOf, withQuery } from '../harness/scim-lists.ts';
import { enterpriseSchema, groupSchema, userSchema } from '../harness/scim-schemas.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

const acme = 'urn:acme:params:2.0:User';

const users = [
  { userName: 'bob', title: 'b', externalId: 'b', name: { familyName: 'Zorn' }, [acme]: { level: 10 } },
  { userName: 'Ada', title: 'B', externalId: 'B', active: false, [acme]: { level: 9 } },
  {
    ...{ userName: 'cyd', title: 'Á', externalId: 'a', name: { familyName: 'ärmel' } },
    emails: [{ value: 'z@example.com' }, { value: 'a@example.com', primary: true }],
    [enterpriseSchema]: { department: 'Tools' },
  },
  {
    ...{ userName: 'dan', name: { familyName: 'Abel' } },
    emails: [{ value: 'M@example.com' }, { value: 'b@example.com' }],
    [enterpriseSchema]: { department: 'sales' },
  },
];

async function withUsers(server: ServerAddress): Promise<Tenant> {
  const tenant = await createTenant(server, { provider: 'generic', identityProvider: okta });
  for (const user of users) {
    expect((await tenant.scim.post('/Users', { schemas: [userSchema], ...user })).status).toBe(201);
  }
  return tenant;
}

async function sorted(
  tenant: Tenant,
  query: Readonly<Record<string, string | number>>,
): Promise<readonly string[]> {
  return resourcesOf(await tenant.scim.get(withQuery('/Users', query))).map(nameOf);
}

describeEachBackend('Lists are sorted', (server) => {
  it(
    'by text without regard to case, ascending unless asked otherwise',
    { tags: ['rfc-70', 'rfc-71'] },
    async () => {
      const tenant = await withUsers(server);
      const names = ['Ada', 'bob', 'cyd', 'dan'];
      expect(await sorted(tenant, { sortBy: 'userName' })).toEqual(names);
      expect(await sorted(tenant, { sortBy: 'USERNAME', sortOrder: 'ascending' })).toEqual(names);
      expect(await sorted(tenant, { sortBy: `${userSchema}:userName`, sortOrder: 'descending' })).toEqual(
        names.toReversed(),
      );
    },
  );

  it(
    'with case by what is case exact, equal values in the order of creation',
    { tags: ['rfc-71', 'rfc-74'] },
    async () => {
      const tenant = await withUsers(server);
      expect(await sorted(tenant, { sortBy: 'externalId' })).toEqual(['Ada', 'cyd', 'bob', 'dan']);
      expect(await sorted(tenant, { sortBy: 'title' })).toEqual(['bob', 'Ada', 'cyd', 'dan']);
      expect(await sorted(tenant, { sortBy: 'title', sortOrder: 'descending' })).toEqual([
        'dan',
        'cyd',
        'Ada',
        'bob',
      ]);
    },
  );

  it('with what has no value last, and first when descending', { tags: ['rfc-73'] }, async () => {
    const tenant = await withUsers(server);
    expect(await sorted(tenant, { sortBy: 'name.familyName' })).toEqual(['dan', 'bob', 'cyd', 'Ada']);
    expect(await sorted(tenant, { sortBy: 'name.familyName', sortOrder: 'descending' })).toEqual([
      'Ada',
      'cyd',
      'bob',
      'dan',
    ]);
    expect(await sorted(tenant, { sortBy: `${enterpriseSchema}:department` })).toEqual([
      'dan',
      'cyd',
      'bob',
      'Ada',
    ]);
    // Nobody has one.
    expect(await sorted(tenant, { sortBy: 'nickName' })).toEqual(['bob', 'Ada', 'cyd', 'dan']);
  });

  it('by the primary value of several, else the first', { tags: ['rfc-72'] }, async () => {
    const tenant = await withUsers(server);
    expect(await sorted(tenant, { sortBy: 'emails.value' })).toEqual(['cyd', 'dan', 'bob', 'Ada']);
    expect(await sorted(tenant, { sortBy: 'emails' })).toEqual(['cyd', 'dan', 'bob', 'Ada']);
    expect(await sorted(tenant, { sortBy: 'emails.value', sortOrder: 'descending' })).toEqual([
      'Ada',
      'bob',
      'dan',
      'cyd',
    ]);
  });

  it('by numbers, booleans and moments in their own orders', { tags: ['rfc-71'] }, async () => {
    const tenant = await withUsers(server);
    expect(await sorted(tenant, { sortBy: `${acme}:level` })).toEqual(['Ada', 'bob', 'cyd', 'dan']);
    expect(await sorted(tenant, { sortBy: 'active' })).toEqual(['Ada', 'bob', 'cyd', 'dan']);
    expect(await sorted(tenant, { sortBy: 'meta.created', sortOrder: 'descending' })).toEqual([
      'dan',
      'cyd',
      'Ada',
      'bob',
    ]);
    expect(await sorted(tenant, { sortBy: 'id' })).toEqual(['bob', 'Ada', 'cyd', 'dan']);
  });

  it('together with filters and pages by index', { tags: ['rfc-79'] }, async () => {
    const tenant = await withUsers(server);
    const query = { sortBy: 'userName', sortOrder: 'descending', count: 2 };
    expect(await sorted(tenant, { ...query, startIndex: 1 })).toEqual(['dan', 'cyd']);
    expect(await sorted(tenant, { ...query, startIndex: 3 })).toEqual(['bob', 'Ada']);
    expect(await sorted(tenant, { ...query, filter: 'title pr' })).toEqual(['cyd', 'bob']);
    const { body } = await tenant.scim.get(
      withQuery('/Users', { ...query, filter: 'title pr', startIndex: 3 }),
    );
    expect(body).toMatchObject({
      totalResults: 3,
      startIndex: 3,
      itemsPerPage: 1,
      Resources: [{ userName: 'Ada' }],
    });
  });

  it('groups too', async () => {
    const tenant = await withUsers(server);
    for (const displayName of ['b', 'C', 'a'])
      await tenant.scim.post('/Groups', { schemas: [groupSchema], displayName });
    const answer = await tenant.scim.get(
      withQuery('/Groups', { sortBy: 'displayName', sortOrder: 'descending' }),
    );
    expect(resourcesOf(answer).map(nameOf)).toEqual(['C', 'b', 'a']);
  });

  it(
    'by nothing that is no attribute, never shown or complex, and in no other order',
    { tags: ['rfc-70', 'rfc-72'] },
    async () => {
      const tenant = await withUsers(server);
      const refused: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
        [{ sortBy: 'nope' }, 'nope'],
        [{ sortBy: '' }, 'sortBy'],
        [{ sortBy: 'members.value' }, 'members'],
        [{ sortBy: 'password' }, 'password'],
        [{ sortBy: 'name' }, 'name'],
        [{ sortBy: 'addresses' }, 'addresses'],
        [{ sortBy: 'emails[type eq "work"].value' }, 'emails'],
        [{ sortBy: 'userName', sortOrder: 'upwards' }, 'sortOrder'],
      ];
      for (const [query, subject] of refused) {
        const answer = await tenant.scim.get(withQuery('/Users', query));
        expect(answer, subject).toMatchObject({ status: 400, body: scimError(400, 'invalidValue') });
        expect(objectOf(answer.body)['detail']).toContain(subject);
      }
    },
  );

  it('as the capabilities say', { tags: ['rfc-137'] }, async () => {
    const tenant = await withUsers(server);
    const { body } = await tenant.scim.get('/ServiceProviderConfig');
    expect(body).toMatchObject({
      sort: { supported: true },
      filter: { supported: true, maxResults: 200 },
      pagination: {
        cursor: true,
        index: true,
        defaultPaginationMethod: 'index',
        defaultPageSize: 100,
        maxPageSize: 200,
      },
    });
  });
});
