import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { okta } from '../harness/identity-providers.ts';
import { idOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { list, member, meta } from '../harness/scim-answers.ts';
import { enterpriseSchema, groupSchema, userSchema } from '../harness/scim-schemas.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

// An app of Okta's integration wizard: everything by PUT, memberships too.

/** A tenant whose connection was tested; `directory.activated` is taken. */
async function connect(server: ServerAddress): Promise<Tenant> {
  const tenant = await createTenant(server, { provider: 'okta', identityProvider: okta });
  expect(await tenant.scim.get('/Users?startIndex=1&count=2')).toMatchObject({ status: 200, body: list([]) });
  expect(await tenant.scim.get('/Groups?startIndex=1&count=100')).toMatchObject({
    status: 200,
    body: list([]),
  });
  expect(await tenant.events.take(1)).toMatchObject([{ sequence: 1, type: 'directory.activated' }]);
  return tenant;
}

const enterprise = { employeeNumber: '701984', department: 'Tour Operations' };

const user: JsonObject = {
  schemas: [userSchema, enterpriseSchema],
  userName: 'barbara.jensen@okta.local',
  name: { givenName: 'Barbara', familyName: 'Jensen', middleName: 'Jane' },
  emails: [{ primary: true, value: 'barbara.jensen@okta.local', type: 'work' }],
  displayName: 'Barbara Jensen',
  locale: 'en-US',
  externalId: '00u1abcdefGHIJKLMNOP',
  [enterpriseSchema]: enterprise,
};

/** What the wizard's app sends to replace a user. */
const replacement = (id: string, changes: JsonObject): JsonObject => ({
  ...user,
  id,
  groups: [],
  password: '1mz050nq',
  active: true,
  meta: { resourceType: 'User' },
  ...changes,
});

/** Assigns a user; their event is taken. */
async function assign(tenant: Tenant, userName: string): Promise<string> {
  const created = await tenant.scim.post('/Users', {
    ...user,
    userName,
    emails: [{ primary: true, value: userName, type: 'work' }],
    externalId: `00u-${userName}`,
    groups: [],
    password: '1mz050nq',
    active: true,
  });
  expect(created.status).toBe(201);
  await tenant.events.take(1);
  return idOf(created);
}

describeEachBackend('Okta, app of the integration wizard,', (server) => {
  it('creates a user with enterprise attributes whom the match did not find', async () => {
    const tenant = await connect(server);
    const match = '/Users?filter=userName%20eq%20%22barbara.jensen%40okta.local%22&startIndex=1&count=100';
    expect(await tenant.scim.get(match)).toMatchObject({ status: 200, body: list([]) });
    const created = await tenant.scim.post('/Users', {
      ...user,
      groups: [],
      password: '1mz050nq',
      active: true,
    });
    const id = idOf(created);
    expect(created.status).toBe(201);
    expect(created.body).toEqual({ ...user, id, active: true, meta: meta(tenant, 'User', id, 1) });
    expect((await tenant.scim.get(match)).body).toEqual(list([created.body]));

    const seen = await tenant.user(id);
    expect(seen).toMatchObject({
      ...{ userName: 'barbara.jensen@okta.local', email: 'barbara.jensen@okta.local', active: true },
      ...enterprise,
      customAttributes: { [enterpriseSchema]: enterprise },
    });
    expect(await tenant.events.take(1)).toEqual([tenant.event(2, 'user.created', { user: seen })]);
    await tenant.expectNoEvents();
  });

  it(
    'updates a profile by PUT, which clears what it leaves out',
    { tags: ['rfc-87', 'mistake-47', 'mistake-51'] },
    async () => {
      const tenant = await connect(server);
      const id = await assign(tenant, 'barbara.jensen@okta.local');

      const { locale: _locale, ...withoutLocale } = replacement(id, {
        title: 'Tour Guide',
        externalId: '00u-barbara.jensen@okta.local',
        [enterpriseSchema]: { employeeNumber: '701984' },
      });
      const replaced = await tenant.scim.put(`/Users/${id}`, withoutLocale);
      expect(replaced).toMatchObject({ status: 200, headers: { etag: 'W/"2"' } });
      expect(replaced.body).toEqual({
        ...user,
        id,
        externalId: '00u-barbara.jensen@okta.local',
        title: 'Tour Guide',
        active: true,
        locale: undefined,
        [enterpriseSchema]: { employeeNumber: '701984' },
        meta: meta(tenant, 'User', id, 2),
      });

      const seen = await tenant.user(id);
      expect(seen).toMatchObject({ title: 'Tour Guide', locale: null, department: null, version: 2 });
      expect(await tenant.events.take(1)).toEqual([
        tenant.event(3, 'user.updated', {
          user: seen,
          previous: {
            ...{ title: null, locale: 'en-US', department: 'Tour Operations' },
            customAttributes: { [enterpriseSchema]: enterprise },
          },
        }),
      ]);
      await tenant.expectNoEvents();
    },
  );

  it('deactivates and reactivates by PUT', { tags: ['mistake-44'] }, async () => {
    const tenant = await connect(server);
    const id = await assign(tenant, 'barbara.jensen@okta.local');
    const externalId = '00u-barbara.jensen@okta.local';

    const off = await tenant.scim.put(`/Users/${id}`, replacement(id, { externalId, active: false }));
    expect(off).toMatchObject({ status: 200, body: { id, active: false } });
    const inactive = await tenant.user(id);
    expect(await tenant.events.take(1)).toEqual([
      tenant.event(3, 'user.deactivated', { user: inactive, previous: { active: true } }),
    ]);

    const on = await tenant.scim.put(`/Users/${id}`, replacement(id, { externalId, active: true }));
    expect(on).toMatchObject({ status: 200, body: { id, active: true } });
    const active = await tenant.user(id);
    expect(active).toMatchObject({ active: true, version: 3 });
    expect(await tenant.events.take(1)).toEqual([
      tenant.event(4, 'user.reactivated', { user: active, previous: { active: false } }),
    ]);
    await tenant.expectNoEvents();
  });

  it('deactivates with a last change of the profile, which makes an event of each', async () => {
    const tenant = await connect(server);
    const id = await assign(tenant, 'barbara.jensen@okta.local');
    const externalId = '00u-barbara.jensen@okta.local';

    await tenant.scim.put(`/Users/${id}`, replacement(id, { externalId, active: false, title: 'Left' }));
    const seen = await tenant.user(id);
    expect(seen).toMatchObject({ active: false, title: 'Left', version: 2 });
    expect(await tenant.events.take(2)).toEqual([
      tenant.event(3, 'user.deactivated', { user: seen, previous: { active: true } }),
      tenant.event(4, 'user.updated', { user: seen, previous: { title: null } }),
    ]);
    await tenant.expectNoEvents();
  });

  it('creates a group with its members', { tags: ['mistake-11'] }, async () => {
    const tenant = await connect(server);
    const ada = await assign(tenant, 'ada@okta.local');
    const created = await tenant.scim.post('/Groups', {
      schemas: [groupSchema],
      displayName: 'Engineering',
      members: [{ value: ada, display: 'ada@okta.local' }],
    });
    const id = idOf(created);
    expect(created.status).toBe(201);
    expect(created.body).toEqual({
      schemas: [groupSchema],
      id,
      displayName: 'Engineering',
      members: [member(tenant, ada)],
      meta: meta(tenant, 'Group', id, 1),
    });
    expect(await tenant.memberIds(id)).toEqual([ada]);
    const group = await tenant.group(id);
    expect(group).toMatchObject({ memberCount: 1, version: 1 });
    expect(await tenant.events.take(2)).toEqual([
      tenant.event(3, 'group.created', { group }),
      tenant.event(4, 'group.user_added', {
        group: { id, externalId: null, displayName: 'Engineering' },
        user: {
          id: ada,
          externalId: '00u-ada@okta.local',
          userName: 'ada@okta.local',
          email: 'ada@okta.local',
        },
      }),
    ]);
    await tenant.expectNoEvents();
  });

  it(
    'replaces name and members of a group by PUT, with or without the id',
    { tags: ['rfc-86', 'mistake-11', 'mistake-12'] },
    async () => {
      const tenant = await connect(server);
      const ada = await assign(tenant, 'ada@okta.local');
      const bob = await assign(tenant, 'bob@okta.local');
      const created = await tenant.scim.post('/Groups', {
        schemas: [groupSchema],
        displayName: 'Engineering',
        members: [{ value: ada, display: 'ada@okta.local' }],
      });
      const id = idOf(created);
      await tenant.events.take(2);

      const replaced = await tenant.scim.put(`/Groups/${id}`, {
        schemas: [groupSchema],
        displayName: 'Platform',
        members: [{ value: bob, display: 'bob@okta.local' }],
      });
      expect(replaced.status).toBe(200);
      expect(replaced.body).toEqual({
        schemas: [groupSchema],
        id,
        displayName: 'Platform',
        members: [member(tenant, bob)],
        meta: meta(tenant, 'Group', id, 2),
      });
      expect(await tenant.memberIds(id)).toEqual([bob]);
      const group = await tenant.group(id);
      const reference = { id, externalId: null, displayName: 'Platform' };
      expect(await tenant.events.take(3)).toEqual([
        tenant.event(6, 'group.updated', { group, previous: { displayName: 'Engineering' } }),
        tenant.event(7, 'group.user_removed', {
          group: reference,
          user: {
            id: ada,
            externalId: '00u-ada@okta.local',
            userName: 'ada@okta.local',
            email: 'ada@okta.local',
          },
        }),
        tenant.event(8, 'group.user_added', {
          group: reference,
          user: {
            id: bob,
            externalId: '00u-bob@okta.local',
            userName: 'bob@okta.local',
            email: 'bob@okta.local',
          },
        }),
      ]);

      const again = await tenant.scim.put(`/Groups/${id}`, {
        schemas: [groupSchema],
        id,
        displayName: 'Platform',
        members: [{ value: bob, display: 'bob@okta.local' }],
      });
      expect(again).toMatchObject({ status: 200, headers: { etag: 'W/"2"' } });
      await tenant.expectNoEvents();
    },
  );

  it('empties a group by PUT and deletes it', { tags: ['mistake-4'] }, async () => {
    const tenant = await connect(server);
    const ada = await assign(tenant, 'ada@okta.local');
    const created = await tenant.scim.post('/Groups', {
      schemas: [groupSchema],
      displayName: 'Engineering',
      members: [{ value: ada, display: 'ada@okta.local' }],
    });
    const id = idOf(created);
    await tenant.events.take(2);

    const emptied = await tenant.scim.put(`/Groups/${id}`, {
      schemas: [groupSchema],
      id,
      displayName: 'Engineering',
      members: [],
    });
    expect(emptied).toMatchObject({ status: 200, body: { displayName: 'Engineering' } });
    expect(await tenant.memberIds(id)).toEqual([]);
    expect(await tenant.events.take(1)).toMatchObject([
      { sequence: 5, type: 'group.user_removed', data: { group: { id }, user: { id: ada } } },
    ]);

    expect(await tenant.scim.delete(`/Groups/${id}`)).toMatchObject({ status: 204 });
    expect(await tenant.scim.delete(`/Groups/${id}`)).toMatchObject({ status: 404 });
    expect(await tenant.events.take(1)).toMatchObject([
      {
        sequence: 6,
        type: 'group.deleted',
        data: { group: { id, displayName: 'Engineering', memberCount: 0 } },
      },
    ]);
    await tenant.expectNoEvents();
  });
});
