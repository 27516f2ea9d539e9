import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import {
  adele,
  connectEntra,
  provisionUser,
  provisionGroup,
  provisionNamed,
} from '../harness/entra-tenant.ts';
import { idOf, objectOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { filtered } from '../harness/provisioning.ts';
import { list, meta, scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { enterpriseSchema, userSchema } from '../harness/scim-schemas.ts';

// Microsoft Entra ID as it is without a flag: capitalised operations, each with a path, booleans as strings.

const managerPath = `${enterpriseSchema}:manager`;

describeEachBackend('Entra', (server) => {
  it('creates a user whom the match did not find', async () => {
    const tenant = await connectEntra(server);
    const byName = filtered('/Users', 'userName eq "adele.vance@contoso.com"');
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
    const tenant = await connectEntra(server);
    const id = await provisionUser(tenant);
    await provisionNamed(tenant, 'alex');
    expect((await tenant.scim.get(filtered('/Users', text))).body).toMatchObject({
      totalResults: 1,
      Resources: [{ id }],
    });
    await tenant.expectNoEvents();
  });

  it(
    'creates a user with string booleans, nulls and a misspelt schema',
    { tags: ['rfc-25', 'rfc-110', 'mistake-22', 'mistake-49'] },
    async () => {
      const tenant = await connectEntra(server);
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
      const tenant = await connectEntra(server);
      const id = await provisionUser(tenant);

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
      const tenant = await connectEntra(server);
      const id = await provisionUser(tenant, { emails: null });

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
      const tenant = await connectEntra(server);
      const id = await provisionUser(tenant);

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
      const found = await tenant.scim.get(filtered('/Users', 'userName eq "adele.vance@contoso.com"'));
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
      const tenant = await connectEntra(server);
      const boss = await provisionNamed(tenant, 'boss');
      const id = await provisionUser(tenant);
      const isSet = `${filtered('/Users', `id eq "${id}" and manager eq "${boss}"`)}&attributes=id`;
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
      const tenant = await connectEntra(server);
      const id = await provisionUser(tenant, { title: 'Manager' });

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
    const tenant = await connectEntra(server);
    const id = await provisionUser(tenant, {
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
      const tenant = await connectEntra(server);
      const id = await provisionUser(tenant);
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

      const again = await provisionUser(tenant);
      expect(again).not.toBe(id);
      await tenant.expectNoEvents();
    },
  );
});
