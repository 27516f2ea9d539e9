import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { entra } from '../harness/identity-providers.ts';
import { idOf, objectOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { list, meta, scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { enterpriseSchema, groupSchema, userSchema } from '../harness/scim-schemas.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

// Microsoft Entra ID as it is without a flag: capitalised operations, each with a path, booleans as strings.

/** A tenant whose connection was tested; `directory.activated` is taken. */
async function connect(server: ServerAddress): Promise<Tenant> {
  const tenant = await createTenant(server, { provider: 'entra', identityProvider: entra });
  const users = await tenant.scim.get(`/Users?filter=userName+eq+%22${randomUUID()}%22`);
  expect(users).toMatchObject({ status: 200, body: list([]) });
  const groups = await tenant.scim.get(
    `/Groups?excludedAttributes=members&filter=displayName+eq+%22${randomUUID()}%22`,
  );
  expect(groups).toMatchObject({ status: 200, body: list([]) });
  expect(await tenant.events.take(1)).toMatchObject([{ sequence: 1, type: 'directory.activated' }]);
  return tenant;
}

const adele: JsonObject = {
  schemas: [userSchema, enterpriseSchema],
  externalId: '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef',
  userName: 'adele.vance@contoso.com',
  active: true,
  emails: [{ primary: true, type: 'work', value: 'adele.vance@contoso.com' }],
  meta: { resourceType: 'User' },
  name: { formatted: 'Adele Vance', familyName: 'Vance', givenName: 'Adele' },
  roles: [],
};

/** Provisions a user; their event is taken. */
async function provision(tenant: Tenant, changes: JsonObject = {}): Promise<string> {
  const created = await tenant.scim.post('/Users', { ...adele, ...changes });
  expect(created.status).toBe(201);
  await tenant.events.take(1);
  return idOf(created);
}

/** Provisions another user, by name. */
async function provisionNamed(tenant: Tenant, name: string): Promise<string> {
  const address = `${name}@contoso.com`;
  const emails = [{ primary: true, type: 'work', value: address }];
  return provision(tenant, { userName: address, externalId: `aad-${name}`, emails });
}

/** Provisions a group; its event is taken. */
async function provisionGroup(tenant: Tenant, displayName: string): Promise<string> {
  const created = await tenant.scim.post('/Groups', {
    schemas: [groupSchema, 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
    externalId: `aad-${displayName}`,
    displayName,
    meta: { resourceType: 'Group' },
  });
  expect(created.status).toBe(201);
  await tenant.events.take(1);
  return idOf(created);
}

const filter = (endpoint: string, text: string): string => `${endpoint}?filter=${encodeURIComponent(text)}`;

const managerPath = `${enterpriseSchema}:manager`;

describeEachBackend('Entra', (server) => {
  it('creates a user whom the match did not find', async () => {
    const tenant = await connect(server);
    const byName = filter('/Users', 'userName eq "adele.vance@contoso.com"');
    expect(await tenant.scim.get(byName)).toMatchObject({ status: 200, body: list([]) });

    const created = await tenant.scim.post('/Users', adele);
    const id = idOf(created);
    const resource = {
      schemas: [userSchema],
      id,
      externalId: adele['externalId'],
      userName: 'adele.vance@contoso.com',
      active: true,
      emails: adele['emails'],
      name: adele['name'],
      meta: meta(tenant, 'User', id, 1),
    };
    expect(created.status).toBe(201);
    expect(created.body).toEqual(resource);
    expect((await tenant.scim.get(byName)).body).toEqual(list([resource]));

    const user = await tenant.user(id);
    expect(user).toMatchObject({
      externalId: adele['externalId'],
      email: 'adele.vance@contoso.com',
      displayName: 'Adele Vance',
      givenName: 'Adele',
      familyName: 'Vance',
      active: true,
      customAttributes: {},
    });
    expect(await tenant.events.take(1)).toEqual([tenant.event(2, 'user.created', { user })]);
    await tenant.expectNoEvents();
  });

  it.for([
    ['userName in other letters', 'userName eq "ADELE.vance@contoso.com"'],
    ['externalId', 'externalId eq "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef"'],
    ['externalId without quotes', 'externalId eq 0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef'],
    ['work address', 'emails[type eq "work"].value eq "Adele.Vance@contoso.com"'],
  ] as const)('finds a user by %s', async ([, text]) => {
    const tenant = await connect(server);
    const id = await provision(tenant);
    await provisionNamed(tenant, 'alex');
    expect((await tenant.scim.get(filter('/Users', text))).body).toMatchObject({
      totalResults: 1,
      Resources: [{ id }],
    });
    await tenant.expectNoEvents();
  });

  it(
    'creates a user with string booleans, nulls and a misspelt schema',
    { tags: ['rfc-25', 'rfc-110', 'mistake-22', 'mistake-49'] },
    async () => {
      const tenant = await connect(server);
      const created = await tenant.scim.post('/Users', {
        ...adele,
        schemas: [userSchema, 'urn:ietf:params:scim:schemas:extension:enterprise:2.0User'],
        active: 'True',
        title: null,
        addresses: null,
        displayName: 'Adele V',
      });
      const id = idOf(created);
      expect(created).toMatchObject({ status: 201, body: { active: true } });
      expect(Object.keys(objectOf(created.body)).toSorted()).toEqual(
        [
          'active',
          'displayName',
          'emails',
          'externalId',
          'id',
          'meta',
          'name',
          'schemas',
          'userName',
        ].toSorted(),
      );
      const user = await tenant.user(id);
      expect(user).toMatchObject({ active: true, title: null, displayName: 'Adele V' });
      expect(await tenant.events.take(1)).toEqual([tenant.event(2, 'user.created', { user })]);
      await tenant.expectNoEvents();
    },
  );

  it(
    'updates a user, one operation for each attribute',
    { tags: ['rfc-95', 'mistake-16', 'mistake-25'] },
    async () => {
      const tenant = await connect(server);
      const id = await provision(tenant);

      const patched = await tenant.scim.patch(
        `/Users/${id}`,
        patchRequest(
          { op: 'Replace', path: 'emails[type eq "work"].value', value: 'adele.v@contoso.com' },
          { op: 'Replace', path: 'name.familyName', value: 'Vance-Keller' },
          { op: 'Add', path: `${enterpriseSchema}:department`, value: 'Sales' },
        ),
      );
      expect(patched.status).toBe(200);
      expect(patched.body).toEqual({
        schemas: [userSchema, enterpriseSchema],
        id,
        externalId: adele['externalId'],
        userName: 'adele.vance@contoso.com',
        active: true,
        emails: [{ primary: true, type: 'work', value: 'adele.v@contoso.com' }],
        name: { formatted: 'Adele Vance', familyName: 'Vance-Keller', givenName: 'Adele' },
        [enterpriseSchema]: { department: 'Sales' },
        meta: meta(tenant, 'User', id, 2),
      });
      const user = await tenant.user(id);
      expect(user).toMatchObject({
        email: 'adele.v@contoso.com',
        familyName: 'Vance-Keller',
        department: 'Sales',
      });
      expect(await tenant.events.take(1)).toEqual([
        tenant.event(3, 'user.updated', {
          user,
          previous: {
            email: 'adele.vance@contoso.com',
            emails: [{ value: 'adele.vance@contoso.com', type: 'work', primary: true }],
            familyName: 'Vance',
            department: null,
            customAttributes: {},
          },
        }),
      ]);
      await tenant.expectNoEvents();
    },
  );

  it.for(['Add', 'Replace'])(
    '%ss an address and a phone number of a type that the user has none of',
    { tags: ['rfc-103', 'mistake-18'] },
    async (op) => {
      const tenant = await connect(server);
      const id = await provision(tenant, { emails: null });

      const patched = await tenant.scim.patch(
        `/Users/${id}`,
        patchRequest(
          { op, path: 'emails[type eq "work"].value', value: 'adele@contoso.com' },
          { op, path: 'phoneNumbers[type eq "mobile"].value', value: '+1 555 0100' },
          { op, path: 'addresses[type eq "work"].formatted', value: 'Way 1' },
        ),
      );
      expect(patched).toMatchObject({
        status: 200,
        body: {
          emails: [{ type: 'work', value: 'adele@contoso.com' }],
          phoneNumbers: [{ type: 'mobile', value: '+1 555 0100' }],
          addresses: [{ type: 'work', formatted: 'Way 1' }],
        },
      });
      const user = await tenant.user(id);
      expect(user).toMatchObject({
        email: 'adele@contoso.com',
        phoneNumbers: [{ value: '+1 555 0100', type: 'mobile', primary: false }],
      });
      expect(await tenant.events.take(1)).toEqual([
        tenant.event(3, 'user.updated', { user, previous: { email: null, emails: [], phoneNumbers: [] } }),
      ]);
      await tenant.expectNoEvents();
    },
  );

  it(
    'disables and enables a user with booleans as strings; disabled, they are still found',
    { tags: ['rfc-110', 'mistake-17', 'mistake-44', 'mistake-45'] },
    async () => {
      const tenant = await connect(server);
      const id = await provision(tenant);

      const disabled = await tenant.scim.patch(
        `/Users/${id}`,
        patchRequest({ op: 'Replace', path: 'active', value: 'False' }),
      );
      expect(disabled).toMatchObject({ status: 200, body: { id, active: false } });
      const inactive = await tenant.user(id);
      expect(inactive).toMatchObject({ active: false, version: 2 });
      expect(await tenant.events.take(1)).toEqual([
        tenant.event(3, 'user.deactivated', { user: inactive, previous: { active: true } }),
      ]);
      const found = await tenant.scim.get(filter('/Users', 'userName eq "adele.vance@contoso.com"'));
      expect(found.body).toMatchObject({ totalResults: 1, Resources: [{ id, active: false }] });

      await tenant.scim.patch(
        `/Users/${id}`,
        patchRequest({ op: 'Replace', path: 'active', value: 'False' }),
      );
      await tenant.scim.patch(`/Users/${id}`, patchRequest({ op: 'Replace', path: 'active', value: 'True' }));
      const active = await tenant.user(id);
      expect(active).toMatchObject({ active: true, version: 3 });
      expect(await tenant.events.take(1)).toEqual([
        tenant.event(4, 'user.reactivated', { user: active, previous: { active: false } }),
      ]);
      await tenant.expectNoEvents();
    },
  );

  it(
    'asks whether a manager is set, sets and clears them in each of its ways',
    { tags: ['rfc-65', 'rfc-39', 'mistake-19'] },
    async () => {
      const tenant = await connect(server);
      const boss = await provisionNamed(tenant, 'boss');
      const id = await provision(tenant);
      const isSet = `${filter('/Users', `id eq "${id}" and manager eq "${boss}"`)}&attributes=id`;
      expect((await tenant.scim.get(isSet)).body).toEqual(list([]));

      const set = { managerId: boss, customAttributes: { [enterpriseSchema]: { manager: { value: boss } } } };
      const unset = { managerId: null, customAttributes: {} };
      const steps: readonly (readonly [JsonObject, JsonObject, JsonObject])[] = [
        [{ op: 'Add', path: managerPath, value: boss }, set, unset],
        [{ op: 'Replace', path: managerPath, value: '' }, unset, set],
        [{ op: 'Add', path: 'manager', value: [{ $ref: `../Users/${boss}`, value: boss }] }, set, unset],
        [{ op: 'Remove', path: managerPath }, unset, set],
      ];
      let sequence = 4;
      for (const [operation, now, before] of steps) {
        const patched = await tenant.scim.patch(`/Users/${id}`, patchRequest(operation));
        expect(patched.status, JSON.stringify(operation)).toBe(200);
        const user = await tenant.user(id);
        expect(user['managerId']).toBe(now['managerId']);
        expect(objectOf(patched.body)[enterpriseSchema]).toEqual(
          now === set ? { manager: expect.objectContaining({ value: boss }) } : undefined,
        );
        const [event] = await tenant.events.take(1);
        expect(event).toMatchObject({
          sequence,
          type: 'user.updated',
          data: { user: { managerId: now['managerId'] } },
        });
        expect(objectOf(objectOf(event)['data'])['user']).toEqual(user);
        expect(event).toMatchObject({ data: { previous: { managerId: before['managerId'] } } });
        const expected = now === set ? [{ schemas: expect.any(Array), id }] : [];
        expect((await tenant.scim.get(isSet)).body).toEqual(list(expected));
        sequence += 1;
      }
      await tenant.expectNoEvents();
    },
  );

  it(
    'clears an attribute with an empty string and again with null',
    { tags: ['rfc-90', 'mistake-22'] },
    async () => {
      const tenant = await connect(server);
      const id = await provision(tenant, { title: 'Manager' });

      const emptied = await tenant.scim.patch(
        `/Users/${id}`,
        patchRequest({ op: 'Replace', path: 'title', value: '' }),
      );
      expect(emptied.status).toBe(200);
      expect(objectOf(emptied.body)['title'] ?? '').toBe('');
      const user = await tenant.user(id);
      expect(user).toMatchObject({ title: null });
      expect(await tenant.events.take(1)).toEqual([
        tenant.event(3, 'user.updated', { user, previous: { title: 'Manager' } }),
      ]);

      const nulled = await tenant.scim.patch(
        `/Users/${id}`,
        patchRequest({ op: 'Replace', path: 'title', value: null }),
      );
      expect(nulled.status).toBe(200);
      expect(objectOf(nulled.body)).not.toHaveProperty('title');
    },
  );

  it('assigns the primary role behind a string boolean', async () => {
    const tenant = await connect(server);
    const id = await provision(tenant, {
      roles: [{ primary: 'True', value: 'Reader', type: 'WindowsAzureActiveDirectoryRole' }],
    });

    const path = 'roles[primary eq "True"].value';
    const patched = await tenant.scim.patch(
      `/Users/${id}`,
      patchRequest({ op: 'Replace', path, value: 'Owner' }),
    );
    expect(patched).toMatchObject({ status: 200, body: { roles: [{ primary: true, value: 'Owner' }] } });
    const user = await tenant.user(id);
    expect(user).toMatchObject({ version: 2 });
    // No field of the directory API's user holds roles: `raw` does, and `previous` is empty.
    expect(await tenant.events.take(1)).toEqual([tenant.event(3, 'user.updated', { user, previous: {} })]);
    await tenant.expectNoEvents();
  });

  it(
    'deletes a user, who leaves their groups, and again, which is 404',
    { tags: ['rfc-111', 'rfc-113', 'mistake-46'] },
    async () => {
      const tenant = await connect(server);
      const id = await provision(tenant);
      const groupId = await provisionGroup(tenant, 'Sales');
      await tenant.scim.patch(
        `/Groups/${groupId}`,
        patchRequest({ op: 'Add', path: 'members', value: [{ $ref: null, value: id }] }),
      );
      await tenant.events.take(1);
      const user = await tenant.user(id);

      expect(await tenant.scim.delete(`/Users/${id}`)).toMatchObject({ status: 204, text: '' });
      expect(await tenant.scim.delete(`/Users/${id}`)).toMatchObject({ status: 404, body: scimError(404) });
      expect(await tenant.scim.get(`/Users/${id}`)).toMatchObject({ status: 404, body: scimError(404) });
      await expect(tenant.user(id)).rejects.toMatchObject({ code: 'not_found', status: 404 });
      expect(await tenant.memberIds(groupId)).toEqual([]);
      expect(await tenant.group(groupId)).toMatchObject({ memberCount: 0 });
      expect(await tenant.events.take(2)).toEqual([
        tenant.event(5, 'group.user_removed', {
          group: { id: groupId, externalId: 'aad-Sales', displayName: 'Sales' },
          user: {
            id,
            externalId: adele['externalId'],
            userName: 'adele.vance@contoso.com',
            email: 'adele.vance@contoso.com',
          },
        }),
        tenant.event(6, 'user.deleted', { user: { ...user, version: 2, updatedAt: expect.any(String) } }),
      ]);

      const again = await provision(tenant);
      expect(again).not.toBe(id);
      await tenant.expectNoEvents();
    },
  );

  it('creates a group without members and reads it without them', { tags: ['rfc-81'] }, async () => {
    const tenant = await connect(server);
    const byName = '/Groups?excludedAttributes=members&filter=displayName+eq+%22Sales%22';
    expect((await tenant.scim.get(byName)).body).toEqual(list([]));

    const created = await tenant.scim.post('/Groups', {
      schemas: [groupSchema, 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
      externalId: '8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159',
      displayName: 'Sales',
      meta: { resourceType: 'Group' },
    });
    const id = idOf(created);
    const resource = {
      schemas: [groupSchema],
      id,
      externalId: '8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159',
      displayName: 'Sales',
      meta: meta(tenant, 'Group', id, 1),
    };
    expect(created).toMatchObject({ status: 201 });
    expect(created.body).toEqual(resource);
    expect((await tenant.scim.get(byName)).body).toEqual(list([resource]));
    expect((await tenant.scim.get(`/Groups/${id}?excludedAttributes=members`)).body).toEqual(resource);

    const group = await tenant.group(id);
    expect(group).toMatchObject({ externalId: '8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159', memberCount: 0 });
    expect(await tenant.events.take(1)).toEqual([tenant.event(2, 'group.created', { group })]);
    await tenant.expectNoEvents();
  });

  it(
    'adds members twice and removes only the one it names',
    { tags: ['rfc-106', 'mistake-2', 'mistake-7'] },
    async () => {
      const tenant = await connect(server);
      const ada = await provisionNamed(tenant, 'ada');
      const bob = await provisionNamed(tenant, 'bob');
      const id = await provisionGroup(tenant, 'Sales');
      const group = { id, externalId: 'aad-Sales', displayName: 'Sales' };
      const reference = (userId: string, name: string): JsonObject => ({
        ...{ id: userId, externalId: `aad-${name}` },
        ...{ userName: `${name}@contoso.com`, email: `${name}@contoso.com` },
      });
      const value = [
        { $ref: null, value: ada },
        { $ref: null, value: bob },
      ];
      const isMember = (userId: string): string =>
        filter('/Groups', `id eq "${id}" and members eq "${userId}"`);

      const added = await tenant.scim.patch(
        `/Groups/${id}`,
        patchRequest({ op: 'Add', path: 'members', value }),
      );
      expect(added).toMatchObject({ status: 204, text: '' });
      expect(await tenant.memberIds(id)).toEqual([ada, bob].toSorted());
      expect((await tenant.scim.get(isMember(ada))).body).toMatchObject({
        totalResults: 1,
        Resources: [{ id }],
      });
      expect(await tenant.events.take(2)).toEqual([
        tenant.event(5, 'group.user_added', { group, user: reference(ada, 'ada') }),
        tenant.event(6, 'group.user_added', { group, user: reference(bob, 'bob') }),
      ]);

      const again = await tenant.scim.patch(
        `/Groups/${id}`,
        patchRequest({ op: 'Add', path: 'members', value }),
      );
      expect(again.status).toBe(204);
      expect(await tenant.group(id)).toMatchObject({ memberCount: 2, version: 2 });

      const removed = await tenant.scim.patch(
        `/Groups/${id}`,
        patchRequest({ op: 'Remove', path: 'members', value: [{ $ref: null, value: ada }] }),
      );
      expect(removed.status).toBe(204);
      expect(await tenant.memberIds(id)).toEqual([bob]);
      expect((await tenant.scim.get(isMember(ada))).body).toEqual(list([]));
      expect(await tenant.events.take(1)).toEqual([
        tenant.event(7, 'group.user_removed', { group, user: reference(ada, 'ada') }),
      ]);
      await tenant.expectNoEvents();
    },
  );

  it('renames and deletes a group', { tags: ['mistake-1'] }, async () => {
    const tenant = await connect(server);
    const ada = await provisionNamed(tenant, 'ada');
    const id = await provisionGroup(tenant, 'Sales');
    const value = [{ $ref: null, value: ada }];
    await tenant.scim.patch(`/Groups/${id}`, patchRequest({ op: 'Add', path: 'members', value }));
    await tenant.events.take(1);

    const renamed = await tenant.scim.patch(
      `/Groups/${id}`,
      patchRequest({ op: 'Replace', path: 'displayName', value: 'Field Sales' }),
    );
    expect(renamed.status).toBe(204);
    expect(await tenant.memberIds(id)).toEqual([ada]);
    const group = await tenant.group(id);
    expect(group).toMatchObject({ displayName: 'Field Sales', memberCount: 1 });
    expect(await tenant.events.take(1)).toEqual([
      tenant.event(5, 'group.updated', { group, previous: { displayName: 'Sales' } }),
    ]);

    expect(await tenant.scim.delete(`/Groups/${id}`)).toMatchObject({ status: 204 });
    expect(await tenant.scim.get(`/Groups/${id}`)).toMatchObject({ status: 404, body: scimError(404) });
    expect(await tenant.events.take(1)).toMatchObject([
      {
        sequence: 6,
        type: 'group.deleted',
        data: { group: { id, displayName: 'Field Sales', memberCount: 1 } },
      },
    ]);
    await tenant.expectNoEvents();
  });
});
