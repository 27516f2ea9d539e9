import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { idOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { assign, connectOkta, push } from '../harness/okta-tenant.ts';
import { list, member, meta } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { groupSchema } from '../harness/scim-schemas.ts';

// Group Push of an app of Okta's integration network.

describeEachBackend('Okta, app of the integration network, for groups,', (server) => {
  it('pushes a group that it did not find', async () => {
    const tenant = await connectOkta(server);
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
    const tenant = await connectOkta(server);
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
      const tenant = await connectOkta(server);
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
    const tenant = await connectOkta(server);
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
      const tenant = await connectOkta(server);
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
    const tenant = await connectOkta(server);
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
