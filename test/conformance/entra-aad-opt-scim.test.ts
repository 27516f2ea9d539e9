import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { entraWithFlag } from '../harness/identity-providers.ts';
import { idOf, objectOf } from '../harness/json.ts';
import { list, meta } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { enterpriseSchema, groupSchema, userSchema } from '../harness/scim-schemas.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

// Microsoft Entra ID with `aadOptscim062020`, which stands in the query of every request.

/** A tenant whose connection was tested; `directory.activated` is taken. */
async function connect(server: ServerAddress): Promise<Tenant> {
  const tenant = await createTenant(server, { provider: 'entra', identityProvider: entraWithFlag });
  const users = await tenant.scim.get(`/Users?filter=userName+eq+%22${randomUUID()}%22`);
  expect(users).toMatchObject({ status: 200, body: list([]) });
  expect(await tenant.events.take(1)).toMatchObject([{ sequence: 1, type: 'directory.activated' }]);
  return tenant;
}

/** Provisions a user; their event is taken. */
async function provision(tenant: Tenant, name: string): Promise<string> {
  const created = await tenant.scim.post('/Users', {
    schemas: [userSchema, enterpriseSchema],
    externalId: `aad-${name}`,
    userName: `${name}@contoso.com`,
    active: true,
    displayName: name,
    emails: [{ primary: true, type: 'work', value: `${name}@contoso.com` }],
    meta: { resourceType: 'User' },
    name: { formatted: `${name} Vance`, familyName: 'Vance', givenName: name },
    [enterpriseSchema]: { employeeNumber: '41', department: 'Retail' },
  });
  expect(created.status).toBe(201);
  await tenant.events.take(1);
  return idOf(created);
}

/** Provisions a group; its event is taken. */
async function provisionGroup(tenant: Tenant): Promise<string> {
  const created = await tenant.scim.post('/Groups', {
    schemas: [groupSchema, 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
    externalId: 'aad-sales',
    displayName: 'Sales',
    meta: { resourceType: 'Group' },
  });
  expect(created.status).toBe(201);
  await tenant.events.take(1);
  return idOf(created);
}

describeEachBackend('Entra with aadOptscim062020', (server) => {
  it('creates a user whom the match did not find', { tags: ['rfc-8'] }, async () => {
    const tenant = await connect(server);
    const byExternalId = '/Users?filter=externalId+eq+%22aad-adele%22';
    expect((await tenant.scim.get(byExternalId)).body).toEqual(list([]));
    const id = await provision(tenant, 'adele');
    const found = await tenant.scim.get(byExternalId);
    expect(found.body).toMatchObject({ totalResults: 1, Resources: [{ id, externalId: 'aad-adele' }] });
    expect(await tenant.user(id)).toMatchObject({
      userName: 'adele@contoso.com',
      department: 'Retail',
      version: 1,
    });
    await tenant.expectNoEvents();
  });

  it(
    'updates several attributes in one value, by dotted names and URNs',
    { tags: ['rfc-110', 'mistake-15'] },
    async () => {
      const tenant = await connect(server);
      const id = await provision(tenant, 'adele');

      const patched = await tenant.scim.patch(
        `/Users/${id}`,
        patchRequest(
          {
            op: 'replace',
            value: {
              displayName: 'Adele V-K',
              'name.givenName': 'Adele',
              'name.familyName': 'Vance-Keller',
              [`${enterpriseSchema}:employeeNumber`]: '42',
            },
          },
          { op: 'replace', path: 'emails[type eq "work"].value', value: 'adele.v@contoso.com' },
        ),
      );
      expect(patched.status).toBe(200);
      expect(patched.body).toEqual({
        schemas: [userSchema, enterpriseSchema],
        id,
        externalId: 'aad-adele',
        userName: 'adele@contoso.com',
        active: true,
        displayName: 'Adele V-K',
        emails: [{ primary: true, type: 'work', value: 'adele.v@contoso.com' }],
        name: { formatted: 'adele Vance', familyName: 'Vance-Keller', givenName: 'Adele' },
        [enterpriseSchema]: { employeeNumber: '42', department: 'Retail' },
        meta: meta(tenant, 'User', id, 2),
      });
      const user = await tenant.user(id);
      expect(user).toMatchObject({
        familyName: 'Vance-Keller',
        employeeNumber: '42',
        email: 'adele.v@contoso.com',
      });
      expect(await tenant.events.take(1)).toEqual([
        tenant.event(3, 'user.updated', {
          user,
          previous: {
            displayName: 'adele',
            givenName: 'adele',
            familyName: 'Vance',
            employeeNumber: '41',
            email: 'adele@contoso.com',
            emails: [{ value: 'adele@contoso.com', type: 'work', primary: true }],
            customAttributes: { [enterpriseSchema]: { employeeNumber: '41', department: 'Retail' } },
          },
        }),
      ]);
      await tenant.expectNoEvents();
    },
  );

  it('disables and enables a user with real booleans', async () => {
    const tenant = await connect(server);
    const id = await provision(tenant, 'adele');

    const off = await tenant.scim.patch(
      `/Users/${id}`,
      patchRequest({ op: 'replace', path: 'active', value: false }),
    );
    expect(off).toMatchObject({ status: 200, body: { active: false } });
    const inactive = await tenant.user(id);
    const on = await tenant.scim.patch(
      `/Users/${id}`,
      patchRequest({ op: 'replace', value: { active: true } }),
    );
    expect(on).toMatchObject({ status: 200, body: { active: true } });
    const active = await tenant.user(id);
    expect(await tenant.events.take(2)).toEqual([
      tenant.event(3, 'user.deactivated', { user: inactive, previous: { active: true } }),
      tenant.event(4, 'user.reactivated', { user: active, previous: { active: false } }),
    ]);
    await tenant.expectNoEvents();
  });

  it('sets a manager without a path and removes them', async () => {
    const tenant = await connect(server);
    const boss = await provision(tenant, 'boss');
    const id = await provision(tenant, 'adele');

    const set = await tenant.scim.patch(
      `/Users/${id}`,
      patchRequest({ op: 'add', value: { [enterpriseSchema]: { manager: { value: boss } } } }),
    );
    expect(set.status).toBe(200);
    expect(objectOf(set.body)[enterpriseSchema]).toMatchObject({
      department: 'Retail',
      manager: { value: boss },
    });
    expect(await tenant.user(id)).toMatchObject({ managerId: boss });

    const path = `${enterpriseSchema}:manager`;
    expect(await tenant.scim.patch(`/Users/${id}`, patchRequest({ op: 'remove', path }))).toMatchObject({
      status: 200,
    });
    expect(await tenant.user(id)).toMatchObject({ managerId: null, department: 'Retail' });
    expect(await tenant.events.take(2)).toMatchObject([
      {
        sequence: 4,
        type: 'user.updated',
        data: { user: { managerId: boss }, previous: { managerId: null } },
      },
      {
        sequence: 5,
        type: 'user.updated',
        data: { user: { managerId: null }, previous: { managerId: boss } },
      },
    ]);
    await tenant.expectNoEvents();
  });

  it('adds members and removes one by a filter', async () => {
    const tenant = await connect(server);
    const ada = await provision(tenant, 'ada');
    const bob = await provision(tenant, 'bob');
    const id = await provisionGroup(tenant);

    for (const value of [ada, bob]) {
      const added = await tenant.scim.patch(
        `/Groups/${id}`,
        patchRequest({ op: 'add', path: 'members', value: [{ $ref: null, value }] }),
      );
      expect(added.status).toBe(204);
    }
    const path = `members[value eq "${ada}"]`;
    expect(await tenant.scim.patch(`/Groups/${id}`, patchRequest({ op: 'remove', path }))).toMatchObject({
      status: 204,
    });
    expect(await tenant.memberIds(id)).toEqual([bob]);
    expect(await tenant.group(id)).toMatchObject({ memberCount: 1, version: 4 });

    const group = { id, externalId: 'aad-sales', displayName: 'Sales' };
    const reference = (userId: string, name: string): object => ({
      ...{ id: userId, externalId: `aad-${name}` },
      ...{ userName: `${name}@contoso.com`, email: `${name}@contoso.com` },
    });
    expect(await tenant.events.take(3)).toEqual([
      tenant.event(5, 'group.user_added', { group, user: reference(ada, 'ada') }),
      tenant.event(6, 'group.user_added', { group, user: reference(bob, 'bob') }),
      tenant.event(7, 'group.user_removed', { group, user: reference(ada, 'ada') }),
    ]);

    // It was removed already: a success that changes nothing.
    expect(await tenant.scim.patch(`/Groups/${id}`, patchRequest({ op: 'remove', path }))).toMatchObject({
      status: 204,
    });
    await tenant.expectNoEvents();
  });

  it('renames and deletes a group, and deletes a user', async () => {
    const tenant = await connect(server);
    const ada = await provision(tenant, 'ada');
    const id = await provisionGroup(tenant);

    const renamed = await tenant.scim.patch(
      `/Groups/${id}`,
      patchRequest({ op: 'replace', path: 'displayName', value: 'Field Sales' }),
    );
    expect(renamed.status).toBe(204);
    const group = await tenant.group(id);
    expect(group).toMatchObject({ displayName: 'Field Sales', version: 2 });
    const user = await tenant.user(ada);
    expect(await tenant.scim.delete(`/Groups/${id}`)).toMatchObject({ status: 204 });
    expect(await tenant.scim.delete(`/Users/${ada}`)).toMatchObject({ status: 204 });
    expect(await tenant.scim.get(`/Groups/${id}`)).toMatchObject({ status: 404 });
    expect(await tenant.scim.get(`/Users/${ada}`)).toMatchObject({ status: 404 });
    expect(await tenant.events.take(3)).toEqual([
      tenant.event(4, 'group.updated', { group, previous: { displayName: 'Sales' } }),
      tenant.event(5, 'group.deleted', { group: { ...group, version: 3, updatedAt: expect.any(String) } }),
      tenant.event(6, 'user.deleted', { user: { ...user, version: 2, updatedAt: expect.any(String) } }),
    ]);
    await tenant.expectNoEvents();
  });
});
