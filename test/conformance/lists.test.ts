import { expect, it } from 'vitest';
import { concurrently } from '../harness/concurrently.ts';
import { describeEachBackend } from '../harness/each-backend.ts';
import { okta } from '../harness/identity-providers.ts';
import { idOf, objectOf } from '../harness/json.ts';
import { list, page, scimError } from '../harness/scim-answers.ts';
import { withQuery } from '../harness/scim-lists.ts';
import { groupSchema, userSchema } from '../harness/scim-schemas.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

/** A tenant with this many users, and their ids. */
async function withUsers(
  server: ServerAddress,
  count: number,
): Promise<{ readonly tenant: Tenant; readonly ids: readonly string[] }> {
  const tenant = await createTenant(server, { provider: 'generic', identityProvider: okta });
  const ids = await concurrently(count, async (number) => {
    const created = await tenant.scim.post('/Users', { schemas: [userSchema], userName: `u${number}` });
    expect(created.status).toBe(201);
    return idOf(created);
  });
  return { tenant, ids };
}

const users = (query: Readonly<Record<string, string | number>>): string => withQuery('/Users', query);

/** The ids of one page; checks that the envelope counts right. */
async function idsOf(
  tenant: Tenant,
  target: string,
  expected: { totalResults: number; startIndex: number },
): Promise<readonly string[]> {
  const { status, body } = await tenant.scim.get(target);
  expect(status).toBe(200);
  const { Resources: resources } = objectOf(body);
  if (!Array.isArray(resources)) throw new Error(`Expected a list, got ${JSON.stringify(body)}.`);
  expect(body).toEqual(page(resources, expected));
  return resources.map((resource) => idOf({ body: resource }));
}

describeEachBackend('Lists', (server) => {
  it(
    'show every user once over pages of any size, in one order',
    { tags: ['rfc-48', 'rfc-77', 'rfc-79', 'mistake-34', 'mistake-36'] },
    async () => {
      const { tenant, ids } = await withUsers(server, 11);
      const whole = await idsOf(tenant, '/Users', { totalResults: 11, startIndex: 1 });
      expect(whole.toSorted()).toEqual(ids.toSorted());
      const paged: string[] = [];
      for (const startIndex of [1, 6, 11]) {
        paged.push(
          ...(await idsOf(tenant, users({ startIndex, count: 5 }), { totalResults: 11, startIndex })),
        );
      }
      expect(paged).toEqual(whole);
    },
  );

  it(
    'take a startIndex below 1 for 1, and answer an empty page beyond the end',
    { tags: ['rfc-75', 'rfc-77', 'mistake-35'] },
    async () => {
      const { tenant } = await withUsers(server, 3);
      const first = await idsOf(tenant, users({ startIndex: 1, count: 2 }), {
        totalResults: 3,
        startIndex: 1,
      });
      for (const startIndex of [0, -5]) {
        const same = await idsOf(tenant, users({ startIndex, count: 2 }), { totalResults: 3, startIndex: 1 });
        expect(same).toEqual(first);
      }
      expect(
        await idsOf(tenant, users({ startIndex: 4, count: 2 }), { totalResults: 3, startIndex: 4 }),
      ).toEqual([]);
    },
  );

  it('answer no resource but the total for a count of 0 or less', { tags: ['rfc-76'] }, async () => {
    const { tenant } = await withUsers(server, 3);
    for (const count of [0, -1]) {
      expect(await idsOf(tenant, users({ count }), { totalResults: 3, startIndex: 1 })).toEqual([]);
    }
  });

  it(
    'hold 100 resources unless more are asked for, and at most 200, however many match',
    { tags: ['rfc-51', 'rfc-76', 'rfc-78', 'mistake-34'] },
    async () => {
      const { tenant } = await withUsers(server, 201);
      const first = { totalResults: 201, startIndex: 1 };
      expect(await idsOf(tenant, '/Users', first)).toHaveLength(100);
      expect(await idsOf(tenant, users({ count: 1000 }), first)).toHaveLength(200);
      const everybody = { filter: 'userName sw "u"' };
      expect(await idsOf(tenant, users(everybody), first)).toHaveLength(100);
      expect(await idsOf(tenant, users({ ...everybody, count: 1000 }), first)).toHaveLength(200);
      expect(
        await idsOf(tenant, users({ startIndex: 201, count: 200 }), { ...first, startIndex: 201 }),
      ).toHaveLength(1);
    },
  );

  it('refuse a startIndex or count that is no integer', { tags: ['rfc-75'] }, async () => {
    const { tenant } = await withUsers(server, 0);
    for (const query of ['startIndex=first', 'count=many', 'count=1.5']) {
      const answer = await tenant.scim.get(`/Users?${query}`);
      expect(answer, query).toMatchObject({ status: 400, body: scimError(400, 'invalidValue') });
    }
  });

  it(
    'find text with quotes, backslashes, apostrophes, wildcards, plus signs and other scripts',
    { tags: ['rfc-62', 'mistake-39', 'mistake-41'] },
    async () => {
      const { tenant } = await withUsers(server, 1);
      const names = [`o'neil "the" \\ one`, 'a+b@example.com', '100%_sure', 'Жанна', 'İSTANBUL', '陈😀'];
      for (const userName of names) {
        const id = idOf(await tenant.scim.post('/Users', { schemas: [userSchema], userName }));
        const found = await tenant.scim.get(users({ filter: `userName eq ${JSON.stringify(userName)}` }));
        expect(found.body, userName).toMatchObject({ totalResults: 1, Resources: [{ id, userName }] });
      }
      expect((await tenant.scim.get(users({ filter: 'userName eq "100_%sure"' }))).body).toEqual(list([]));
    },
  );

  it(
    'compare id and externalId with case, userName without',
    { tags: ['rfc-58', 'rfc-63', 'rfc-66', 'mistake-37'] },
    async () => {
      const { tenant } = await withUsers(server, 0);
      const created = await tenant.scim.post('/Users', {
        schemas: [userSchema],
        userName: 'Ada',
        externalId: 'Ext-1',
      });
      const id = idOf(created);
      const total = async (filter: string): Promise<unknown> =>
        objectOf((await tenant.scim.get(users({ filter }))).body)['totalResults'];
      expect(await total('userName eq "aDA"')).toBe(1);
      expect(await total('USERNAME Eq "ada"')).toBe(1);
      expect(await total(`${userSchema}:userName eq "ada"`)).toBe(1);
      expect(await total('externalId eq "Ext-1"')).toBe(1);
      expect(await total('externalId eq "ext-1"')).toBe(0);
      expect(await total(`id eq "${id}"`)).toBe(1);
      expect(await total('id eq "nobody"')).toBe(0);
      expect(await total(`userName eq "ada" and externalId eq "Ext-1"`)).toBe(1);
      expect(await total(`userName eq "ada" and externalId eq "Ext-2"`)).toBe(0);
    },
  );

  it(
    'answer only the attributes that were asked for, and id and schemas',
    { tags: ['rfc-52', 'rfc-80', 'rfc-81'] },
    async () => {
      const { tenant } = await withUsers(server, 0);
      const created = await tenant.scim.post('/Users', {
        ...{ schemas: [userSchema], userName: 'ada', name: { givenName: 'Ada', familyName: 'L' } },
        emails: [{ value: 'ada@example.com', type: 'work' }],
      });
      const id = idOf(created);
      const chosen = { schemas: [userSchema], id, userName: 'ada', name: { givenName: 'Ada' } };
      expect((await tenant.scim.get('/Users?attributes=userName,name.givenName')).body).toEqual(
        list([chosen]),
      );
      expect((await tenant.scim.get(`/Users/${id}?attributes=USERNAME,name.givenname`)).body).toEqual(chosen);
      const excluded = objectOf(
        (await tenant.scim.get(`/Users/${id}?excludedAttributes=emails,id,meta`)).body,
      );
      expect(excluded).toEqual({
        ...{ schemas: [userSchema], id, userName: 'ada', active: true },
        name: { givenName: 'Ada', familyName: 'L' },
      });
    },
  );

  it('leave the members of groups out when they are excluded', { tags: ['rfc-81'] }, async () => {
    const { tenant, ids } = await withUsers(server, 2);
    const members = ids.map((value) => ({ value }));
    const id = idOf(
      await tenant.scim.post('/Groups', { schemas: [groupSchema], displayName: 'All', members }),
    );
    expect(objectOf((await tenant.scim.get(`/Groups/${id}`)).body)['members']).toHaveLength(2);
    const without = await tenant.scim.get('/Groups?excludedAttributes=members');
    expect(without.body).toMatchObject({ totalResults: 1, Resources: [{ id, displayName: 'All' }] });
    expect(without.text).not.toContain('members');
  });
});
