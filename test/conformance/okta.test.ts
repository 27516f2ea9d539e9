import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { okta, oktaHeaderToken } from '../harness/identity-providers.ts';
import type { IdentityProvider } from '../harness/identity-providers.ts';
import { idOf, objectOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { list, member, meta, page } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { groupSchema, userSchema } from '../harness/scim-schemas.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

// An app of Okta's integration network: profiles by PUT, `active`, password and memberships by PATCH.

/** A tenant whose connection was tested: its log begins with `directory.activated`. */
async function connect(server: ServerAddress, identityProvider: IdentityProvider = okta): Promise<Tenant> {
  const tenant = await createTenant(server, { provider: 'okta', identityProvider });
  expect(await tenant.scim.get('/Users?startIndex=1&count=2')).toMatchObject({ status: 200, body: list([]) });
  expect(await tenant.scim.get('/Groups?startIndex=1&count=100')).toMatchObject({
    status: 200,
    body: list([]),
  });
  const directory = await tenant.dirsync.directories.get(tenant.directoryId);
  expect(directory).toMatchObject({ provider: 'okta', state: 'active' });
  const [activated] = await tenant.events.take(1);
  const { lastRequestAt: _later, ...rest } = directory;
  expect(activated).toEqual(
    tenant.event(1, 'directory.activated', { directory: expect.objectContaining(rest) }),
  );
  return tenant;
}

const profile = {
  userName: 'test.user@okta.local',
  name: { givenName: 'Test', familyName: 'User' },
  emails: [{ primary: true, value: 'test.user@okta.local', type: 'work' }],
  displayName: 'Test User',
  locale: 'en-US',
  externalId: '00ujl29u0le5T6Aj10h7',
};

const match = (userName: string): string =>
  `/Users?filter=userName%20eq%20%22${encodeURIComponent(userName)}%22&startIndex=1&count=100`;

const assignment = { schemas: [userSchema], ...profile, groups: [], password: '1mz050nq', active: true };

/** Assigns a user; their event is taken. */
async function assign(tenant: Tenant, userName = profile.userName): Promise<string> {
  const emails = [{ primary: true, value: userName, type: 'work' }];
  const created = await tenant.scim.post('/Users', {
    ...assignment,
    userName,
    emails,
    externalId: `00u-${userName}`,
  });
  expect(created.status).toBe(201);
  await tenant.events.take(1);
  return idOf(created);
}

/** Pushes a group without members; its event is taken. */
async function push(tenant: Tenant, displayName: string): Promise<string> {
  const created = await tenant.scim.post('/Groups', { schemas: [groupSchema], displayName, members: [] });
  expect(created.status).toBe(201);
  await tenant.events.take(1);
  return idOf(created);
}

describeEachBackend('Okta, app of the integration network,', (server) => {
  it('tests the connection, which activates the directory once', { tags: ['rfc-49'] }, async () => {
    const tenant = await connect(server);
    await tenant.expectNoEvents();
  });

  it('is let in by the bare token in the Authorization header', async () => {
    await connect(server, oktaHeaderToken);
  });

  it(
    'creates a user whom the match did not find',
    { tags: ['rfc-1', 'rfc-41', 'rfc-44', 'rfc-48', 'mistake-31'] },
    async () => {
      const tenant = await connect(server);
      expect(await tenant.scim.get(match(profile.userName))).toMatchObject({ status: 200, body: list([]) });

      const created = await tenant.scim.post('/Users', assignment);
      const id = idOf(created);
      const resource = {
        schemas: [userSchema],
        id,
        ...profile,
        active: true,
        meta: meta(tenant, 'User', id, 1),
      };
      expect(created).toMatchObject({ status: 201, headers: { etag: 'W/"1"' } });
      expect(created.headers['location']).toBe(`${tenant.scimBaseUrl}/Users/${id}`);
      expect(created.headers['content-type']).toMatch(/^application\/scim\+json/);
      expect(created.body).toEqual(resource);

      expect(await tenant.scim.get(match(profile.userName))).toMatchObject({
        status: 200,
        body: list([resource]),
      });
      const user = await tenant.user(id);
      expect(user).toEqual({
        id,
        directoryId: tenant.directoryId,
        externalId: '00ujl29u0le5T6Aj10h7',
        userName: 'test.user@okta.local',
        email: 'test.user@okta.local',
        emails: [{ value: 'test.user@okta.local', type: 'work', primary: true }],
        givenName: 'Test',
        familyName: 'User',
        displayName: 'Test User',
        active: true,
        title: null,
        department: null,
        employeeNumber: null,
        managerId: null,
        locale: 'en-US',
        timezone: null,
        phoneNumbers: [],
        customAttributes: {},
        version: 1,
        createdAt: expect.any(String),
        updatedAt: user['createdAt'],
      });
      expect(await tenant.events.take(1)).toEqual([tenant.event(2, 'user.created', { user })]);
      await tenant.expectNoEvents();
    },
  );

  it(
    'links a user whom the match finds in other letters, and takes over the profile',
    { tags: ['rfc-33', 'mistake-37', 'mistake-50'] },
    async () => {
      const tenant = await connect(server);
      const id = await assign(tenant, 'Test.User@okta.local');

      const found = await tenant.scim.get(match('test.user@OKTA.local'));
      expect(found.body).toMatchObject({
        totalResults: 1,
        Resources: [{ id, userName: 'Test.User@okta.local' }],
      });
      const linked = await tenant.scim.put(`/Users/${id}`, {
        schemas: [userSchema],
        id,
        ...profile,
        groups: [],
        active: true,
        meta: { resourceType: 'User' },
      });
      expect(linked).toMatchObject({ status: 200, body: { id, ...profile } });

      const user = await tenant.user(id);
      expect(user).toMatchObject({ version: 2, externalId: profile.externalId });
      expect(await tenant.events.take(1)).toEqual([
        tenant.event(3, 'user.updated', {
          user,
          previous: {
            userName: 'Test.User@okta.local',
            email: 'Test.User@okta.local',
            emails: [{ value: 'Test.User@okta.local', type: 'work', primary: true }],
            externalId: '00u-Test.User@okta.local',
          },
        }),
      ]);
      await tenant.expectNoEvents();
    },
  );

  it('updates a profile by PUT', { tags: ['rfc-86', 'rfc-88', 'mistake-50'] }, async () => {
    const tenant = await connect(server);
    const id = await assign(tenant);
    const before = objectOf((await tenant.scim.get(`/Users/${id}`)).body);

    const name = { givenName: 'Tess', familyName: 'User' };
    const replaced = await tenant.scim.put(`/Users/${id}`, {
      ...before,
      name,
      groups: [],
      meta: { resourceType: 'User' },
    });
    const after = { ...before, name, meta: meta(tenant, 'User', id, 2) };
    expect(replaced).toMatchObject({ status: 200, headers: { etag: 'W/"2"' } });
    expect(replaced.body).toEqual(after);

    const user = await tenant.user(id);
    expect(user).toMatchObject({ givenName: 'Tess', version: 2 });
    expect(await tenant.events.take(1)).toEqual([
      tenant.event(3, 'user.updated', { user, previous: { givenName: 'Test' } }),
    ]);
    await tenant.expectNoEvents();
  });

  it('sends the same profile again, and nothing happens', { tags: ['rfc-114', 'mistake-24'] }, async () => {
    const tenant = await connect(server);
    const id = await assign(tenant);
    const before = await tenant.scim.get(`/Users/${id}`);

    const replaced = await tenant.scim.put(`/Users/${id}`, {
      ...objectOf(before.body),
      groups: [],
      password: '1mz050nq',
    });
    expect(replaced).toMatchObject({ status: 200, headers: { etag: 'W/"1"' } });
    expect(replaced.body).toEqual(before.body);
    await tenant.expectNoEvents();
  });

  it(
    'deactivates and reactivates by PATCH without a path',
    { tags: ['rfc-107', 'mistake-14', 'mistake-44', 'mistake-45'] },
    async () => {
      const tenant = await connect(server);
      const id = await assign(tenant);

      const deactivated = await tenant.scim.patch(
        `/Users/${id}`,
        patchRequest({ op: 'replace', value: { active: false } }),
      );
      expect(deactivated).toMatchObject({
        status: 200,
        body: { id, active: false },
        headers: { etag: 'W/"2"' },
      });
      const inactive = await tenant.user(id);
      expect(inactive).toMatchObject({ active: false, version: 2 });
      expect(await tenant.events.take(1)).toEqual([
        tenant.event(3, 'user.deactivated', { user: inactive, previous: { active: true } }),
      ]);
      const found = await tenant.scim.get(match(profile.userName));
      expect(found.body).toMatchObject({ totalResults: 1, Resources: [{ id, active: false }] });

      const reactivated = await tenant.scim.patch(
        `/Users/${id}`,
        patchRequest({ op: 'replace', value: { active: true } }),
      );
      expect(reactivated).toMatchObject({ status: 200, body: { id, active: true } });
      const active = await tenant.user(id);
      expect(active).toMatchObject({ active: true, version: 3 });
      expect(await tenant.events.take(1)).toEqual([
        tenant.event(4, 'user.reactivated', { user: active, previous: { active: false } }),
      ]);
      await tenant.expectNoEvents();
    },
  );

  it('synchronises a password, which nobody keeps', { tags: ['rfc-34', 'mistake-48'] }, async () => {
    const tenant = await connect(server);
    const id = await assign(tenant);

    const synchronised = await tenant.scim.patch(
      `/Users/${id}`,
      patchRequest({ op: 'replace', value: { password: 's3cret' } }),
    );
    expect(synchronised).toMatchObject({ status: 200, headers: { etag: 'W/"1"' } });
    expect(synchronised.text).not.toContain('s3cret');
    const read = await tenant.api.send('GET', `/v1/directories/${tenant.directoryId}/users/${id}`);
    expect(read.text).not.toMatch(/password|s3cret/);
    await tenant.expectNoEvents();
  });

  it('imports all users and groups, page by page', { tags: ['rfc-48', 'rfc-77', 'mistake-34'] }, async () => {
    const tenant = await connect(server);
    const userIds: string[] = [];
    for (const name of ['ada', 'bob', 'cleo', 'dan', 'eve'])
      userIds.push(await assign(tenant, `${name}@okta.local`));
    const groupId = await push(tenant, 'Engineering');

    const imported: unknown[] = [];
    for (const startIndex of [1, 3, 5]) {
      const { status, body } = await tenant.scim.get(`/Users?startIndex=${startIndex}&count=2`);
      const { Resources: resources } = objectOf(body);
      expect(status).toBe(200);
      expect(body).toEqual(page(resources as readonly unknown[], { totalResults: 5, startIndex }));
      imported.push(...(resources as readonly unknown[]));
    }
    expect(imported.map((resource) => objectOf(resource)['id']).toSorted()).toEqual(userIds.toSorted());
    const beyond = await tenant.scim.get('/Users?startIndex=101&count=100');
    expect(beyond.body).toEqual(page([], { totalResults: 5, startIndex: 101 }));
    const groups = await tenant.scim.get('/Groups?startIndex=1&count=100');
    expect(groups.body).toMatchObject({ totalResults: 1, itemsPerPage: 1, Resources: [{ id: groupId }] });
    await tenant.expectNoEvents();
  });

  it('pushes a group that it did not find', async () => {
    const tenant = await connect(server);
    const byName = '/Groups?filter=displayName%20eq%20%22Engineering%22&startIndex=1&count=100';
    expect(await tenant.scim.get(byName)).toMatchObject({ status: 200, body: list([]) });

    const created = await tenant.scim.post('/Groups', {
      schemas: [groupSchema],
      displayName: 'Engineering',
      members: [],
    });
    const id = idOf(created);
    const resource = {
      schemas: [groupSchema],
      id,
      displayName: 'Engineering',
      meta: meta(tenant, 'Group', id, 1),
    };
    expect(created).toMatchObject({ status: 201, headers: { etag: 'W/"1"' } });
    expect(created.headers['location']).toBe(`${tenant.scimBaseUrl}/Groups/${id}`);
    expect(created.body).toEqual(resource);
    expect((await tenant.scim.get(byName)).body).toEqual(list([resource]));

    const group = await tenant.group(id);
    expect(group).toEqual({
      id,
      directoryId: tenant.directoryId,
      externalId: null,
      displayName: 'Engineering',
      memberCount: 0,
      version: 1,
      createdAt: expect.any(String),
      updatedAt: group['createdAt'],
    });
    expect(await tenant.events.take(1)).toEqual([tenant.event(2, 'group.created', { group })]);
    await tenant.expectNoEvents();
  });

  it('adds and removes members in one PATCH', { tags: ['rfc-95', 'rfc-97', 'mistake-2'] }, async () => {
    const tenant = await connect(server);
    const ada = await assign(tenant, 'ada@okta.local');
    const bob = await assign(tenant, 'bob@okta.local');
    const id = await push(tenant, 'Engineering');
    const reference = { id, externalId: null, displayName: 'Engineering' };

    const added = await tenant.scim.patch(
      `/Groups/${id}`,
      patchRequest({ op: 'add', path: 'members', value: [{ value: ada, display: 'ada@okta.local' }] }),
    );
    expect(added).toMatchObject({ status: 204, text: '' });
    expect(await tenant.memberIds(id)).toEqual([ada]);
    expect(await tenant.group(id)).toMatchObject({ memberCount: 1, version: 2 });
    expect(await tenant.events.take(1)).toEqual([
      tenant.event(5, 'group.user_added', {
        group: reference,
        user: {
          id: ada,
          externalId: '00u-ada@okta.local',
          userName: 'ada@okta.local',
          email: 'ada@okta.local',
        },
      }),
    ]);

    const swapped = await tenant.scim.patch(
      `/Groups/${id}`,
      patchRequest(
        { op: 'remove', path: `members[value eq "${ada}"]` },
        { op: 'add', path: 'members', value: [{ value: bob, display: 'bob@okta.local' }] },
      ),
    );
    expect(swapped.status).toBe(204);
    expect(await tenant.memberIds(id)).toEqual([bob]);
    expect(await tenant.groupsOf(bob)).toEqual([id]);
    expect(await tenant.groupsOf(ada)).toEqual([]);
    expect(await tenant.events.take(2)).toEqual([
      tenant.event(6, 'group.user_removed', {
        group: reference,
        user: {
          id: ada,
          externalId: '00u-ada@okta.local',
          userName: 'ada@okta.local',
          email: 'ada@okta.local',
        },
      }),
      tenant.event(7, 'group.user_added', {
        group: reference,
        user: {
          id: bob,
          externalId: '00u-bob@okta.local',
          userName: 'bob@okta.local',
          email: 'bob@okta.local',
        },
      }),
    ]);
    await tenant.expectNoEvents();
  });

  it(
    'pushes the whole list of members, which makes events only for those who come or go',
    { tags: ['mistake-3'] },
    async () => {
      const tenant = await connect(server);
      const [ada, bob, cleo] = [
        await assign(tenant, 'ada@okta.local'),
        await assign(tenant, 'bob@okta.local'),
        await assign(tenant, 'cleo@okta.local'),
      ];
      const id = await push(tenant, 'Engineering');
      const fullPush = (...ids: readonly string[]): JsonObject =>
        patchRequest({
          op: 'replace',
          path: 'members',
          value: ids.map((value) => ({ value, display: value })),
        });
      await tenant.scim.patch(`/Groups/${id}`, fullPush(ada, bob));
      await tenant.events.take(2);

      expect(await tenant.scim.patch(`/Groups/${id}`, fullPush(bob, cleo))).toMatchObject({ status: 204 });
      expect(await tenant.memberIds(id)).toEqual([bob, cleo].toSorted());
      expect(await tenant.events.take(2)).toMatchObject([
        { sequence: 8, type: 'group.user_removed', data: { group: { id }, user: { id: ada } } },
        { sequence: 9, type: 'group.user_added', data: { group: { id }, user: { id: cleo } } },
      ]);

      expect(await tenant.scim.patch(`/Groups/${id}`, fullPush(cleo, bob))).toMatchObject({ status: 204 });
      await tenant.expectNoEvents();
    },
  );

  it.for([
    ['with a path', (): JsonObject => patchRequest({ op: 'replace', path: 'members', value: [] })],
    [
      'without a path',
      (id: string): JsonObject =>
        patchRequest({ op: 'replace', value: { members: [], id, displayName: 'Engineering' } }),
    ],
  ] as const)('empties a group %s', async ([, emptied]) => {
    const tenant = await connect(server);
    const ada = await assign(tenant, 'ada@okta.local');
    const id = await push(tenant, 'Engineering');
    await tenant.scim.patch(
      `/Groups/${id}`,
      patchRequest({ op: 'add', path: 'members', value: [{ value: ada }] }),
    );
    await tenant.events.take(1);

    expect(await tenant.scim.patch(`/Groups/${id}`, emptied(id))).toMatchObject({ status: 204 });
    expect(await tenant.memberIds(id)).toEqual([]);
    expect(await tenant.group(id)).toMatchObject({ memberCount: 0, displayName: 'Engineering' });
    expect(await tenant.events.take(1)).toMatchObject([
      { sequence: 5, type: 'group.user_removed', data: { group: { id }, user: { id: ada } } },
    ]);
    await tenant.expectNoEvents();
  });

  it(
    'renames a group with its id in the value, and leaves its members',
    { tags: ['rfc-100', 'mistake-1'] },
    async () => {
      const tenant = await connect(server);
      const ada = await assign(tenant, 'ada@okta.local');
      const id = await push(tenant, 'Engineering');
      await tenant.scim.patch(
        `/Groups/${id}`,
        patchRequest({ op: 'add', path: 'members', value: [{ value: ada }] }),
      );
      await tenant.events.take(1);

      const renamed = await tenant.scim.patch(
        `/Groups/${id}`,
        patchRequest({ op: 'replace', value: { id, displayName: 'Platform' } }),
      );
      expect(renamed.status).toBe(204);
      expect(await tenant.memberIds(id)).toEqual([ada]);
      const read = await tenant.scim.get(`/Groups/${id}`);
      expect(read.body).toEqual({
        schemas: [groupSchema],
        id,
        displayName: 'Platform',
        members: [member(tenant, ada)],
        meta: meta(tenant, 'Group', id, 3),
      });
      const group = await tenant.group(id);
      expect(group).toMatchObject({ displayName: 'Platform', memberCount: 1, version: 3 });
      expect(await tenant.events.take(1)).toEqual([
        tenant.event(5, 'group.updated', { group, previous: { displayName: 'Engineering' } }),
      ]);

      // Okta repeats the name with every membership update.
      await tenant.scim.patch(
        `/Groups/${id}`,
        patchRequest({ op: 'replace', value: { id, displayName: 'Platform' } }),
      );
      await tenant.expectNoEvents();
    },
  );

  it('deletes a group that was unlinked; its members stay users', async () => {
    const tenant = await connect(server);
    const ada = await assign(tenant, 'ada@okta.local');
    const id = await push(tenant, 'Engineering');
    await tenant.scim.patch(
      `/Groups/${id}`,
      patchRequest({ op: 'add', path: 'members', value: [{ value: ada }] }),
    );
    await tenant.events.take(1);
    const group = await tenant.group(id);

    expect(await tenant.scim.delete(`/Groups/${id}`)).toMatchObject({ status: 204, text: '' });
    expect(await tenant.scim.get(`/Groups/${id}`)).toMatchObject({ status: 404, body: { status: '404' } });
    await expect(tenant.group(id)).rejects.toMatchObject({ code: 'not_found', status: 404 });
    expect(await tenant.groupsOf(ada)).toEqual([]);
    expect(await tenant.events.take(1)).toEqual([
      tenant.event(5, 'group.deleted', { group: { ...group, version: 3, updatedAt: expect.any(String) } }),
    ]);
    await tenant.expectNoEvents();
  });
});
