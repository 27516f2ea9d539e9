import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { jumpCloud } from '../harness/identity-providers.ts';
import { idOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { list, member, meta } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { groupSchema, userSchema } from '../harness/scim-schemas.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { createTenant } from '../harness/tenant.ts';
import type { Tenant } from '../harness/tenant.ts';

// JumpCloud: no extension; a test user and a test group come and go when it is activated.

/** A tenant whose connection was tested; `directory.activated` is taken. */
async function connect(server: ServerAddress): Promise<Tenant> {
  const tenant = await createTenant(server, { provider: 'jumpcloud', identityProvider: jumpCloud });
  expect(await tenant.scim.get('/Users?startIndex=1&count=1')).toMatchObject({ status: 200, body: list([]) });
  expect(await tenant.events.take(1)).toMatchObject([{ sequence: 1, type: 'directory.activated' }]);
  return tenant;
}

const person = (name: string, changes: JsonObject = {}): JsonObject => ({
  schemas: [userSchema],
  userName: name,
  externalId: `jc-${name}`,
  active: true,
  displayName: name,
  name: { givenName: name, familyName: 'Mensah' },
  emails: [{ type: 'work', primary: true, value: `${name}@example.com` }],
  ...changes,
});

/** Provisions a user; their event is taken. */
async function provision(tenant: Tenant, name: string): Promise<string> {
  const created = await tenant.scim.post('/Users', person(name));
  expect(created.status).toBe(201);
  await tenant.events.take(1);
  return idOf(created);
}

const reference = (id: string, name: string): JsonObject => ({
  ...{ id, externalId: `jc-${name}` },
  ...{ userName: name, email: `${name}@example.com` },
});

describeEachBackend('JumpCloud', (server) => {
  it('is activated by a user and a group that are created, updated and deleted', async () => {
    const tenant = await connect(server);
    const created = await tenant.scim.post('/Users', person('test'));
    const id = idOf(created);
    expect(created.status).toBe(201);
    expect(created.body).toEqual({ ...person('test'), id, meta: meta(tenant, 'User', id, 1) });
    const user = await tenant.user(id);
    const replaced = await tenant.scim.put(`/Users/${id}`, person('test', { displayName: 'Test 2' }));
    expect(replaced).toMatchObject({ status: 200, body: { id, displayName: 'Test 2' } });
    const updated = await tenant.user(id);

    const group = await tenant.scim.post('/Groups', {
      schemas: [groupSchema],
      displayName: 'Test group',
      externalId: 'jc-group',
      members: [{ value: id }],
    });
    const groupId = idOf(group);
    expect(group.status).toBe(201);
    expect(group.body).toEqual({
      schemas: [groupSchema],
      id: groupId,
      displayName: 'Test group',
      externalId: 'jc-group',
      members: [member(tenant, id)],
      meta: meta(tenant, 'Group', groupId, 1),
    });
    const groupCreated = await tenant.group(groupId);
    const renamed = await tenant.scim.put(`/Groups/${groupId}`, {
      schemas: [groupSchema],
      displayName: 'Test group 2',
      externalId: 'jc-group',
      members: [{ value: id }],
    });
    expect(renamed).toMatchObject({ status: 200, body: { displayName: 'Test group 2' } });
    const groupRenamed = await tenant.group(groupId);
    expect(await tenant.memberIds(groupId)).toEqual([id]);

    expect(await tenant.scim.delete(`/Users/${id}`)).toMatchObject({ status: 204 });
    expect(await tenant.scim.delete(`/Groups/${groupId}`)).toMatchObject({ status: 204 });
    expect((await tenant.scim.get('/Users')).body).toEqual(list([]));
    expect((await tenant.scim.get('/Groups')).body).toEqual(list([]));

    const groupReference = { id: groupId, externalId: 'jc-group', displayName: 'Test group' };
    expect(await tenant.events.take(8)).toEqual([
      tenant.event(2, 'user.created', { user }),
      tenant.event(3, 'user.updated', { user: updated, previous: { displayName: 'test' } }),
      tenant.event(4, 'group.created', { group: groupCreated }),
      tenant.event(5, 'group.user_added', { group: groupReference, user: reference(id, 'test') }),
      tenant.event(6, 'group.updated', { group: groupRenamed, previous: { displayName: 'Test group' } }),
      tenant.event(7, 'group.user_removed', {
        group: { ...groupReference, displayName: 'Test group 2' },
        user: reference(id, 'test'),
      }),
      tenant.event(8, 'user.deleted', { user: { ...updated, version: 3, updatedAt: expect.any(String) } }),
      tenant.event(9, 'group.deleted', {
        group: { ...groupRenamed, memberCount: 0, version: 4, updatedAt: expect.any(String) },
      }),
    ]);
    await tenant.expectNoEvents();
  });

  it('matches a user before it updates and suspends them', async () => {
    const tenant = await connect(server);
    const id = await provision(tenant, 'kofi');
    const found = await tenant.scim.get('/Users?filter=userName%20eq%20%22kofi%22');
    expect(found.body).toMatchObject({ totalResults: 1, Resources: [{ id, userName: 'kofi' }] });

    const patched = await tenant.scim.patch(
      `/Users/${id}`,
      patchRequest(
        { op: 'replace', path: 'title', value: 'Team Lead' },
        { op: 'replace', path: 'name.familyName', value: 'Mensah-Boateng' },
      ),
    );
    expect(patched).toMatchObject({ status: 200, body: { title: 'Team Lead' } });
    const updated = await tenant.user(id);
    const suspended = await tenant.scim.put(
      `/Users/${id}`,
      person('kofi', {
        active: false,
        title: 'Team Lead',
        name: { givenName: 'kofi', familyName: 'Mensah-Boateng' },
      }),
    );
    expect(suspended).toMatchObject({ status: 200, body: { active: false } });
    const inactive = await tenant.user(id);
    const resumed = await tenant.scim.patch(
      `/Users/${id}`,
      patchRequest({ op: 'replace', value: { active: true } }),
    );
    expect(resumed).toMatchObject({ status: 200, body: { active: true } });
    const active = await tenant.user(id);

    expect(await tenant.events.take(3)).toEqual([
      tenant.event(3, 'user.updated', { user: updated, previous: { title: null, familyName: 'Mensah' } }),
      tenant.event(4, 'user.deactivated', { user: inactive, previous: { active: true } }),
      tenant.event(5, 'user.reactivated', { user: active, previous: { active: false } }),
    ]);
    await tenant.expectNoEvents();
  });

  it(
    'repeats the addition of a member, who stands in the group once',
    { tags: ['rfc-102', 'mistake-6', 'mistake-7'] },
    async () => {
      const tenant = await connect(server);
      const ada = await provision(tenant, 'ada');
      const bob = await provision(tenant, 'bob');
      const created = await tenant.scim.post('/Groups', {
        schemas: [groupSchema],
        displayName: 'Operations',
      });
      const id = idOf(created);
      const group = { id, externalId: null, displayName: 'Operations' };
      await tenant.events.take(1);

      for (const value of [[{ value: ada }], [{ value: ada }, { value: bob }]]) {
        const added = await tenant.scim.patch(
          `/Groups/${id}`,
          patchRequest({ op: 'add', path: 'members', value }),
        );
        expect(added.status).toBe(204);
      }
      expect(await tenant.memberIds(id)).toEqual([ada, bob].toSorted());
      const removed = await tenant.scim.patch(
        `/Groups/${id}`,
        patchRequest({ op: 'remove', path: 'members', value: [{ value: ada }] }),
      );
      expect(removed.status).toBe(204);
      expect(await tenant.memberIds(id)).toEqual([bob]);
      expect(await tenant.groupsOf(bob)).toEqual([id]);

      expect(await tenant.events.take(3)).toEqual([
        tenant.event(5, 'group.user_added', { group, user: reference(ada, 'ada') }),
        tenant.event(6, 'group.user_added', { group, user: reference(bob, 'bob') }),
        tenant.event(7, 'group.user_removed', { group, user: reference(ada, 'ada') }),
      ]);
      await tenant.expectNoEvents();
    },
  );
});
