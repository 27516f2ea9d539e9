import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { oktaHeaderToken } from '../harness/identity-providers.ts';
import { idOf, objectOf } from '../harness/json.ts';
import { assign, assignment, connectOkta, match, profile, push } from '../harness/okta-tenant.ts';
import { list, meta, page } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { userSchema } from '../harness/scim-schemas.ts';

// An app of Okta's integration network: profiles by PUT, `active` and password by PATCH. Its groups are in
// okta-groups.test.ts.

describeEachBackend('Okta, app of the integration network,', (server) => {
  it('tests the connection, which activates the directory once', { tags: ['rfc-49'] }, async () => {
    const tenant = await connectOkta(server);
    await tenant.expectNoEvents();
  });

  it('is let in by the bare token in the Authorization header', async () => {
    await connectOkta(server, oktaHeaderToken);
  });

  it(
    'creates a user whom the match did not find',
    { tags: ['rfc-1', 'rfc-41', 'rfc-44', 'rfc-48', 'mistake-31'] },
    async () => {
      const tenant = await connectOkta(server);
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
      const tenant = await connectOkta(server);
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
    const tenant = await connectOkta(server);
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
    const tenant = await connectOkta(server);
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
      const tenant = await connectOkta(server);
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
    const tenant = await connectOkta(server);
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
    const tenant = await connectOkta(server);
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
});
