import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { okta } from '../harness/identity-providers.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { idOf, objectOf } from '../harness/json.ts';
import { page, scimError } from '../harness/scim-answers.ts';
import { nameOf, resourcesOf, search, withQuery } from '../harness/scim-lists.ts';
import { enterpriseSchema, groupSchema, searchSchema, userSchema } from '../harness/scim-schemas.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

/** Two users and a group of the first, made in this order: ada, Smiths, bob. */
async function withPeople(
  server: ServerAddress,
): Promise<{ readonly tenant: Tenant; readonly ada: string; readonly smiths: string; readonly bob: string }> {
  const tenant = await createTenant(server, { provider: 'generic', identityProvider: okta });
  const create = async (endpoint: string, body: object): Promise<string> =>
    idOf(await tenant.scim.post(endpoint, body));
  const ada = await create('/Users', {
    ...{ schemas: [userSchema], userName: 'ada', displayName: 'smith, Ada' },
    emails: [{ value: 'ada@example.com', type: 'work' }],
    [enterpriseSchema]: { department: 'Tools', costCenter: '1' },
  });
  const smiths = await create('/Groups', {
    schemas: [groupSchema],
    displayName: 'Smiths',
    members: [{ value: ada }],
  });
  const bob = await create('/Users', { schemas: [userSchema], userName: 'bob', displayName: 'Bob' });
  return { tenant, ada, smiths, bob };
}

describeEachBackend('.search', (server) => {
  it('answers what GET answers to the same query', { tags: ['rfc-85', 'rfc-68'] }, async () => {
    const { tenant } = await withPeople(server);
    const query = {
      filter: 'userName sw "a" or userName eq "bob"',
      sortBy: 'userName',
      sortOrder: 'descending',
      startIndex: 2,
      count: 1,
    };
    const found = await search(tenant, '/Users', query);
    expect(found.body).toMatchObject({
      totalResults: 2,
      startIndex: 2,
      itemsPerPage: 1,
      Resources: [{ userName: 'ada' }],
    });
    expect(found.body).toEqual((await tenant.scim.get(withQuery('/Users', query))).body);
    const groups = await search(tenant, '/Groups', { filter: 'displayName eq "smiths"' });
    expect(groups.body).toEqual(
      (await tenant.scim.get(withQuery('/Groups', { filter: 'displayName eq "smiths"' }))).body,
    );
    expect(resourcesOf(await search(tenant, '/Users', {}))).toHaveLength(2);
  });

  it(
    'at the root lists users and groups in one order, and counts them together',
    { tags: ['rfc-50', 'rfc-85'] },
    async () => {
      const { tenant, ada, smiths, bob } = await withPeople(server);
      const all = await search(tenant, '', {});
      expect(resourcesOf(all).map((resource) => resource['id'])).toEqual([ada, smiths, bob]);
      expect(all.body).toMatchObject({ totalResults: 3, startIndex: 1, itemsPerPage: 3 });
      const sorted = await search(tenant, '', { sortBy: 'displayName', startIndex: 2, count: 1 });
      expect(sorted.body).toMatchObject({
        totalResults: 3,
        startIndex: 2,
        itemsPerPage: 1,
        Resources: [{ id: ada }],
      });
      // Whole resources, as they are read one by one.
      const [first, second] = resourcesOf(all);
      expect(first).toEqual((await tenant.scim.get(`/Users/${ada}`)).body);
      expect(second).toEqual((await tenant.scim.get(`/Groups/${smiths}`)).body);
    },
  );

  it(
    'at the root takes an attribute that a type lacks for one without a value',
    { tags: ['rfc-50'] },
    async () => {
      const { tenant } = await withPeople(server);
      const find = async (filter: string): Promise<readonly string[]> =>
        resourcesOf(await search(tenant, '', { filter })).map(nameOf);
      expect(await find('displayName sw "smith"')).toEqual(['ada', 'Smiths']);
      expect(await find('meta.resourceType eq "User"')).toEqual(['ada', 'bob']);
      expect(await find('(meta.resourceType eq User) or (meta.resourceType eq Group)')).toEqual([
        'ada',
        'Smiths',
        'bob',
      ]);
      expect(await find('userName pr')).toEqual(['ada', 'bob']);
      expect(await find('members pr')).toEqual(['Smiths']);
      expect(await find('userName eq "bob" or displayName eq "smiths"')).toEqual(['Smiths', 'bob']);
      expect(await find('not (userName pr)')).toEqual(['Smiths']);
      expect(await find(`${enterpriseSchema}:department eq "tools"`)).toEqual(['ada']);
      expect((await search(tenant, '', { filter: 'nope pr' })).body).toEqual(scimError(400, 'invalidFilter'));
      expect((await search(tenant, '', { filter: 'password pr' })).body).toEqual(
        scimError(400, 'invalidFilter'),
      );
      const sorted = resourcesOf(await search(tenant, '', { sortBy: 'userName', sortOrder: 'descending' }));
      expect(sorted.map(nameOf)).toEqual(['Smiths', 'bob', 'ada']);
      const byDepartment = resourcesOf(
        await search(tenant, '', { sortBy: `${enterpriseSchema}:department` }),
      );
      expect(byDepartment.map(nameOf)).toEqual(['ada', 'Smiths', 'bob']);
      // An attribute `User` of an extension that groups do not describe and users have under a longer name.
      const byUrn = await search(tenant, '', { sortBy: enterpriseSchema });
      expect(resourcesOf(byUrn).map(nameOf)).toEqual(['ada', 'Smiths', 'bob']);
    },
  );

  it('at the root is what a GET of the root is', async () => {
    const { tenant } = await withPeople(server);
    const query = { filter: 'displayName co "b"', attributes: 'displayName' };
    const searched = await search(tenant, '', { filter: query.filter, attributes: ['displayName'] });
    for (const root of ['', '/']) {
      expect((await tenant.scim.get(withQuery(root, query))).body).toEqual(searched.body);
    }
    expect(resourcesOf(searched)).toHaveLength(1);
    // RFC 3986 section 6.2.2: that is the root too, of this directory; it can be read and no more.
    expect((await tenant.scim.get(withQuery('/Users/%2e%2e', query))).body).toEqual(searched.body);
    expect((await tenant.scim.delete('/Users/%2e%2e')).status).toBe(405);
  });

  it(
    'chooses attributes by lists of their names, in any case, qualified or not',
    { tags: ['rfc-80', 'rfc-81', 'rfc-84'] },
    async () => {
      const { tenant, ada, smiths } = await withPeople(server);
      const find = async (endpoint: string, query: object): Promise<unknown> =>
        resourcesOf(await search(tenant, endpoint, query))[0];
      const filter = 'userName eq "ada"';
      const schemas = [userSchema, enterpriseSchema];
      expect(await find('/Users', { filter, attributes: ['USERNAME', 'emails.VALUE'] })).toEqual({
        ...{ schemas, id: ada, userName: 'ada', emails: [{ value: 'ada@example.com' }] },
      });
      const qualified = [
        `${userSchema}:displayName`,
        `${enterpriseSchema}:department`,
        'groups.display',
        'nope',
      ];
      expect(await find('/Users', { filter, attributes: qualified })).toEqual({
        ...{ schemas, id: ada, displayName: 'smith, Ada', groups: [{ display: 'Smiths' }] },
        [enterpriseSchema]: { department: 'Tools' },
      });
      const excludedAttributes = ['META', 'emails.type', 'groups', enterpriseSchema, 'id'];
      expect(await find('/Users', { filter, excludedAttributes })).toEqual({
        ...{ schemas, id: ada, userName: 'ada', displayName: 'smith, Ada', active: true },
        emails: [{ value: 'ada@example.com' }],
      });
      expect(
        await find('', { filter: `id eq "${smiths}"`, attributes: ['displayName', 'userName'] }),
      ).toEqual({
        ...{ schemas: [groupSchema], id: smiths, displayName: 'Smiths' },
      });
    },
  );

  it('and lists refuse attributes together with excludedAttributes', { tags: ['rfc-82'] }, async () => {
    const { tenant } = await withPeople(server);
    const both = { attributes: ['userName'], excludedAttributes: ['emails'] };
    for (const endpoint of ['', '/Users', '/Groups']) {
      const refused = { status: 400, body: scimError(400, 'invalidValue') };
      expect(await search(tenant, endpoint, both)).toMatchObject(refused);
      const target = withQuery(endpoint, { attributes: 'userName', excludedAttributes: 'emails' });
      expect(await tenant.scim.get(target)).toMatchObject(refused);
    }
  });

  it('reads names in any case, numbers as text, and null as nothing', async () => {
    const { tenant } = await withPeople(server);
    const odd = {
      SortBy: 'userName',
      sortorder: 'descending',
      COUNT: '1',
      startIndex: null,
      filter: null,
      attributes: [],
      cursor: null,
    };
    const answer = await tenant.scim.post('/Users/.search', {
      Schemas: [searchSchema.toUpperCase()],
      ...odd,
    });
    expect(resourcesOf(answer).map(nameOf)).toEqual(['bob']);
    expect(answer.body).toEqual(page(resourcesOf(answer), { totalResults: 2, startIndex: 1 }));
  });

  it('refuses what is no search request', async () => {
    const { tenant } = await withPeople(server);
    const post = (body: unknown) => tenant.scim.post('/Users/.search', body);
    for (const body of [
      {},
      { schemas: [] },
      { schemas: searchSchema },
      { schemas: [userSchema] },
      [],
      '"text"',
      'null',
      '{"schemas":',
      '',
    ]) {
      expect(await post(body), JSON.stringify(body)).toMatchObject({
        status: 400,
        body: scimError(400, 'invalidSyntax'),
      });
    }
    for (const fault of [
      { count: 'many' },
      { count: [1] },
      { startIndex: 1.5 },
      { filter: 5 },
      { sortBy: {} },
      { sortOrder: 'up' },
      { attributes: 'userName' },
      { attributes: [5] },
      { excludedAttributes: {} },
      { cursor: 5 },
    ]) {
      const answer = await post({ schemas: [searchSchema], ...fault });
      expect(answer, JSON.stringify(fault)).toMatchObject({
        status: 400,
        body: scimError(400, 'invalidValue'),
      });
      expect(objectOf(answer.body)['detail']).toContain(Object.keys(fault)[0]);
    }
    const malformed = await post({ schemas: [searchSchema], filter: 'userName eq' });
    expect(malformed).toMatchObject({ status: 400, body: scimError(400, 'invalidFilter') });
  });

  it('is POST alone, for one tenant alone', async () => {
    const { tenant } = await withPeople(server);
    const other = await createTenant(server, { provider: 'generic', identityProvider: okta });
    expect((await search(other, '', {})).body).toMatchObject({ totalResults: 0, Resources: [] });
    expect((await tenant.scim.send('PUT', '/.search', {}, {})).status).toBe(405);
    expect(
      (
        await tenant.scim.send(
          'POST',
          '/.search',
          { Authorization: 'Bearer wrong' },
          { schemas: [searchSchema] },
        )
      ).status,
    ).toBe(401);
    expect((await tenant.scim.send('POST', '/.search', { 'Content-Type': 'text/plain' }, '{}')).status).toBe(
      415,
    );
  });
});
