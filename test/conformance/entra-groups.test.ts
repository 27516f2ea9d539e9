import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { connectEntra, provisionGroup, provisionNamed } from '../harness/entra-tenant.ts';
import { idOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { filtered } from '../harness/provisioning.ts';
import { list, meta, scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { groupSchema } from '../harness/scim-schemas.ts';

// Groups of Microsoft Entra ID as it is without a flag.

describeEachBackend('Entra, for groups,', (server) => {
  it('creates a group without members and reads it without them', { tags: ['rfc-81'] }, async () => {
    const tenant = await connectEntra(server);
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
      const tenant = await connectEntra(server);
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
        filtered('/Groups', `id eq "${id}" and members eq "${userId}"`);

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
    const tenant = await connectEntra(server);
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
