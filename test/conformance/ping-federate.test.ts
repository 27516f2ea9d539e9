import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { pingFederate } from '../harness/identity-providers.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { idOf, objectOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import {
  connectTenant,
  filtered,
  groupNamed,
  groupReference,
  provision,
  userReference,
} from '../harness/provisioning.ts';
import { list } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { userSchema } from '../harness/scim-schemas.ts';
import type { Tenant } from '../harness/tenant.ts';

// PingFederate: users matched by userName and updated by PUT, groups found by listing all of them and changed by PATCH.
// PingOne sends every user again after a change of its configuration.

const match = filtered('/Users', 'userName eq "pia"');

const connect = (server: ServerAddress): Promise<Tenant> =>
  connectTenant(server, { provider: 'pingone', identityProvider: pingFederate }, async ({ scim }) => {
    expect(await scim.get(match)).toMatchObject({ status: 200, body: list([]) });
  });

const person = (changes: JsonObject = {}): JsonObject => ({
  schemas: [userSchema],
  userName: 'pia',
  externalId: 'ping-pia',
  name: { givenName: 'Pia', familyName: 'Lund' },
  emails: [{ value: 'pia@example.com', type: 'work', primary: true }],
  active: true,
  ...changes,
});

describeEachBackend('Ping', (server) => {
  it(
    'provisions a user who is disabled, enables them by PUT, and disables them again',
    { tags: ['mistake-52', 'mistake-45'] },
    async () => {
      const tenant = await connect(server);
      const created = await tenant.scim.post('/Users', person({ active: false }));
      const id = idOf(created);
      expect(created).toMatchObject({ status: 201, body: { active: false } });
      const disabled = await tenant.user(id);
      expect((await tenant.scim.get(match)).body).toEqual(list([created.body]));
      const enabled = await tenant.scim.put(`/Users/${id}`, person({ active: true }));
      expect(enabled).toMatchObject({ status: 200, body: { active: true } });
      const active = await tenant.user(id);
      await tenant.scim.put(`/Users/${id}`, person({ active: false }));
      const again = await tenant.user(id);
      expect(again).toMatchObject({ active: false, version: 3 });
      expect(await tenant.events.take(3)).toEqual([
        tenant.event(2, 'user.created', { user: disabled }),
        tenant.event(3, 'user.reactivated', { user: active, previous: { active: false } }),
        tenant.event(4, 'user.deactivated', { user: again, previous: { active: true } }),
      ]);
      await tenant.expectNoEvents();
    },
  );

  it('finds a group among all of them, and changes its members by PATCH', async () => {
    const tenant = await connect(server);
    const id = await provision(tenant, '/Users', person());
    for (const name of ['Design', 'Research']) await provision(tenant, '/Groups', groupNamed(name));
    const { Resources: all } = objectOf((await tenant.scim.get('/Groups')).body);
    const research = (all as readonly unknown[])
      .map(objectOf)
      .find(({ displayName }) => displayName === 'Research');
    const group = idOf({ body: research });
    const member = { op: 'add', path: 'members', value: [{ value: id }] };
    expect((await tenant.scim.patch(`/Groups/${group}`, patchRequest(member))).status).toBe(204);
    expect(await tenant.memberIds(group)).toEqual([id]);
    expect(await tenant.groupsOf(id)).toEqual([group]);
    const removal = { op: 'remove', path: `members[value eq "${id}"]` };
    expect((await tenant.scim.patch(`/Groups/${group}`, patchRequest(removal))).status).toBe(204);
    expect(await tenant.memberIds(group)).toEqual([]);
    const reference = {
      group: groupReference(await tenant.group(group)),
      user: userReference(await tenant.user(id)),
    };
    expect(await tenant.events.take(2)).toEqual([
      tenant.event(5, 'group.user_added', reference),
      tenant.event(6, 'group.user_removed', reference),
    ]);
    await tenant.expectNoEvents();
  });

  it('sends everybody again, and nothing happens', { tags: ['rfc-114'] }, async () => {
    const tenant = await connect(server);
    const names = ['pia', 'quin', 'rosa'];
    const ids = [];
    for (const userName of names)
      ids.push(await provision(tenant, '/Users', person({ userName, externalId: userName })));
    const before = (await tenant.scim.get('/Users')).body;
    for (const [at, userName] of names.entries()) {
      const sent = await tenant.scim.put(`/Users/${ids[at]}`, person({ userName, externalId: userName }));
      expect(sent).toMatchObject({ status: 200, headers: { etag: 'W/"1"' } });
    }
    expect((await tenant.scim.get('/Users')).body).toEqual(before);
    await tenant.expectNoEvents();
  });

  it('deletes a user where deprovisioning is set to that', async () => {
    const tenant = await connect(server);
    const id = await provision(tenant, '/Users', person());
    const user = await tenant.user(id);
    expect((await tenant.scim.delete(`/Users/${id}`)).status).toBe(204);
    expect((await tenant.scim.get(match)).body).toEqual(list([]));
    expect(await tenant.events.take(1)).toEqual([
      tenant.event(3, 'user.deleted', { user: { ...user, version: 2, updatedAt: expect.any(String) } }),
    ]);
    await tenant.expectNoEvents();
  });
});
