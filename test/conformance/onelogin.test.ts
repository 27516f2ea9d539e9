import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { oneLogin } from '../harness/identity-providers.ts';
import { idOf, objectOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { list, meta } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { enterpriseSchema, groupSchema, userSchema } from '../harness/scim-schemas.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

// OneLogin: `application/json`, `+` for space, a trailing `&` or `?`, and bodies from the administrator's template.

const match = (userName: string): string =>
  `/Users?filter=userName+eq+%22${encodeURIComponent(userName)}%22&`;

/** A tenant whose connection was tested; `directory.activated` is taken. */
async function connect(server: ServerAddress): Promise<Tenant> {
  const tenant = await createTenant(server, { provider: 'onelogin', identityProvider: oneLogin });
  expect(await tenant.scim.get(match('onelogin-test-user01'))).toMatchObject({ status: 200, body: list([]) });
  expect(await tenant.events.take(1)).toMatchObject([{ sequence: 1, type: 'directory.activated' }]);
  return tenant;
}

/** What the administrator's template makes: SCIM 1 style URNs, an empty id, everything as strings. */
const template = (changes: JsonObject = {}): JsonObject => ({
  schemas: ['urn:scim:schemas:core:2.0', 'urn:scim:schemas:extension:enterprise:2.0'],
  id: null,
  userName: 'ines.ortega@example.com',
  active: 'true',
  externalId: '198734502',
  name: { givenName: 'Ines', familyName: 'Ortega', formatted: 'Ines Ortega' },
  emails: [{ value: 'ines.ortega@example.com', type: 'work', primary: true }],
  meta: { created: '2024-09-12T08:00:00Z', location: 'https://elsewhere.example/Users/1' },
  [enterpriseSchema]: { department: 'Sales', manager: { managerId: '26118915' } },
  ...changes,
});

/** Creates the template's user; their event is taken. */
async function provision(tenant: Tenant, changes: JsonObject = {}): Promise<string> {
  const created = await tenant.scim.post('/Users', template(changes));
  expect(created.status).toBe(201);
  await tenant.events.take(1);
  return idOf(created);
}

describeEachBackend('OneLogin', (server) => {
  it(
    'creates a user from a template with SCIM 1 style schemas',
    { tags: ['rfc-45', 'mistake-26', 'mistake-42'] },
    async () => {
      const tenant = await connect(server);
      const created = await tenant.scim.post('/Users', template());
      const id = idOf(created);
      expect(created).toMatchObject({
        status: 201,
        body: { id, active: true, userName: 'ines.ortega@example.com' },
      });
      expect(created.headers['content-type']).toMatch(/^application\/scim\+json/);
      expect(objectOf(created.body)['schemas']).toEqual([userSchema, enterpriseSchema]);
      expect(objectOf(created.body)['meta']).toEqual(meta(tenant, 'User', id, 1));
      expect(objectOf(created.body)[enterpriseSchema]).toMatchObject({ department: 'Sales' });

      const found = await tenant.scim.get(match('Ines.Ortega@example.com'));
      expect(found.body).toEqual(list([created.body]));
      const user = await tenant.user(id);
      expect(user).toMatchObject({
        ...{ externalId: '198734502', active: true, email: 'ines.ortega@example.com', department: 'Sales' },
        ...{ givenName: 'Ines', familyName: 'Ortega', displayName: 'Ines Ortega' },
      });
      expect(await tenant.events.take(1)).toEqual([tenant.event(2, 'user.created', { user })]);
      await tenant.expectNoEvents();
    },
  );

  it(
    'updates a user by PUT with a question mark behind the id',
    { tags: ['rfc-114', 'mistake-38'] },
    async () => {
      const tenant = await connect(server);
      const id = await provision(tenant);

      const name = { givenName: 'Ines', familyName: 'Ortega Ruiz', formatted: 'Ines Ortega Ruiz' };
      const replaced = await tenant.scim.put(`/Users/${id}?`, template({ name, title: 'Sales Manager' }));
      expect(replaced).toMatchObject({ status: 200, body: { id, name, title: 'Sales Manager' } });
      const user = await tenant.user(id);
      expect(user).toMatchObject({ familyName: 'Ortega Ruiz', title: 'Sales Manager', version: 2 });
      expect(await tenant.events.take(1)).toEqual([
        tenant.event(3, 'user.updated', {
          user,
          previous: { familyName: 'Ortega', displayName: 'Ines Ortega', title: null },
        }),
      ]);

      // OneLogin sends everything again at the next sign of a change.
      const again = await tenant.scim.put(`/Users/${id}?`, template({ name, title: 'Sales Manager' }));
      expect(again).toMatchObject({ status: 200, headers: { etag: 'W/"2"' } });
      await tenant.expectNoEvents();
    },
  );

  it('changes an address that stands alone where a list is expected', { tags: ['rfc-110'] }, async () => {
    const tenant = await connect(server);
    const id = await provision(tenant);
    const emails = { value: 'ines@example.com', type: 'work', primary: true };
    const patched = await tenant.scim.patch(
      `/Users/${id}`,
      patchRequest({ op: 'replace', value: { emails } }),
    );
    expect(patched).toMatchObject({ status: 200, body: { emails: [emails] } });
    const user = await tenant.user(id);
    expect(user).toMatchObject({ email: 'ines@example.com' });
    expect(await tenant.events.take(1)).toEqual([
      tenant.event(3, 'user.updated', {
        user,
        previous: {
          email: 'ines.ortega@example.com',
          emails: [{ value: 'ines.ortega@example.com', type: 'work', primary: true }],
        },
      }),
    ]);
    await tenant.expectNoEvents();
  });

  it('suspends and resumes a user with booleans as strings', { tags: ['mistake-17'] }, async () => {
    const tenant = await connect(server);
    const id = await provision(tenant);

    const suspended = await tenant.scim.put(`/Users/${id}?`, template({ active: 'false' }));
    expect(suspended).toMatchObject({ status: 200, body: { active: false } });
    const inactive = await tenant.user(id);
    const resumed = await tenant.scim.put(`/Users/${id}?`, template({ active: 'true' }));
    expect(resumed).toMatchObject({ status: 200, body: { active: true } });
    const active = await tenant.user(id);
    expect(await tenant.events.take(2)).toEqual([
      tenant.event(3, 'user.deactivated', { user: inactive, previous: { active: true } }),
      tenant.event(4, 'user.reactivated', { user: active, previous: { active: false } }),
    ]);
    await tenant.expectNoEvents();
  });

  it('makes a group of a role, changes its members, renames and deletes it', async () => {
    const tenant = await connect(server);
    const ines = await provision(tenant);
    const otto = await provision(tenant, { userName: 'otto@example.com', externalId: '2', emails: null });
    expect((await tenant.scim.get('/Groups')).body).toEqual(list([]));
    const created = await tenant.scim.post('/Groups', {
      schemas: ['urn:scim:schemas:core:2.0'],
      displayName: 'Support',
    });
    const id = idOf(created);
    expect(created.status).toBe(201);
    expect(objectOf(created.body)['schemas']).toEqual([groupSchema]);
    const support = await tenant.group(id);

    const value = [{ value: ines }, { value: otto }];
    const added = await tenant.scim.patch(
      `/Groups/${id}`,
      patchRequest({ op: 'add', path: 'members', value }),
    );
    expect(added.status).toBe(204);
    expect(await tenant.memberIds(id)).toEqual([ines, otto].toSorted());
    const removed = await tenant.scim.patch(
      `/Groups/${id}`,
      patchRequest({ op: 'remove', path: `members[value eq "${ines}"]` }),
    );
    expect(removed.status).toBe(204);
    expect(await tenant.memberIds(id)).toEqual([otto]);
    const renamed = await tenant.scim.patch(
      `/Groups/${id}`,
      patchRequest({ op: 'replace', path: 'displayName', value: 'Help' }),
    );
    expect(renamed.status).toBe(204);
    const help = await tenant.group(id);
    expect(help).toMatchObject({ displayName: 'Help', memberCount: 1, version: 4 });
    expect(await tenant.scim.delete(`/Groups/${id}`)).toMatchObject({ status: 204 });

    const reference = { id, externalId: null, displayName: 'Support' };
    const inesReference = {
      ...{ id: ines, externalId: '198734502' },
      ...{ userName: 'ines.ortega@example.com', email: 'ines.ortega@example.com' },
    };
    const ottoReference = { id: otto, externalId: '2', userName: 'otto@example.com', email: null };
    expect(await tenant.events.take(6)).toEqual([
      tenant.event(4, 'group.created', { group: support }),
      tenant.event(5, 'group.user_added', { group: reference, user: inesReference }),
      tenant.event(6, 'group.user_added', { group: reference, user: ottoReference }),
      tenant.event(7, 'group.user_removed', { group: reference, user: inesReference }),
      tenant.event(8, 'group.updated', { group: help, previous: { displayName: 'Support' } }),
      tenant.event(9, 'group.deleted', { group: { ...help, version: 5, updatedAt: expect.any(String) } }),
    ]);
    await tenant.expectNoEvents();
  });

  it('deletes a user where the administrator chose so', async () => {
    const tenant = await connect(server);
    const id = await provision(tenant);
    const user = await tenant.user(id);
    expect(await tenant.scim.delete(`/Users/${id}`)).toMatchObject({ status: 204 });
    expect((await tenant.scim.get(match('ines.ortega@example.com'))).body).toEqual(list([]));
    expect(await tenant.events.take(1)).toEqual([
      tenant.event(3, 'user.deleted', { user: { ...user, version: 2, updatedAt: expect.any(String) } }),
    ]);
    await tenant.expectNoEvents();
  });
});
