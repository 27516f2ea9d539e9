import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { plain } from '../harness/identity-providers.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { idOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import {
  connectTenant,
  filtered,
  groupNamed,
  groupReference,
  provision,
  userReference,
} from '../harness/provisioning.ts';
import { list, meta } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { enterpriseSchema, groupSchema, userSchema } from '../harness/scim-schemas.ts';
import type { Tenant } from '../harness/tenant.ts';

// CyberArk Identity: reads the discovery endpoints one by one, users by PUT, groups by PATCH.

const connect = (server: ServerAddress): Promise<Tenant> =>
  connectTenant(server, { provider: 'cyberark', identityProvider: plain }, async ({ scim }) => {
    expect(await scim.get('/Users?count=1')).toMatchObject({ status: 200, body: list([]) });
  });

const person = (changes: JsonObject = {}): JsonObject => ({
  schemas: [userSchema, enterpriseSchema],
  userName: 'sven@example.com',
  externalId: 'c2c7bcc6-9560-44e0-8dff-5be221cd37ee',
  name: { givenName: 'Sven', familyName: 'Berg' },
  displayName: 'Sven Berg',
  emails: [{ value: 'sven@example.com', type: 'work', primary: true }],
  active: true,
  [enterpriseSchema]: { department: 'Vault' },
  ...changes,
});

describeEachBackend('CyberArk', (server) => {
  it(
    'reads what it needs of discovery, one document at a time',
    { tags: ['rfc-127', 'rfc-128', 'mistake-32'] },
    async () => {
      const { scim } = await connect(server);
      expect(await scim.get('/ServiceProviderConfig')).toMatchObject({
        status: 200,
        body: { patch: { supported: true } },
      });
      for (const [name, schema] of [
        ['User', userSchema],
        ['Group', groupSchema],
      ] as const) {
        const type = await scim.get(`/ResourceTypes/${name}`);
        expect(type).toMatchObject({ status: 200, body: { name, endpoint: `/${name}s`, schema } });
        expect(await scim.get(`/Schemas/${schema}`)).toMatchObject({ status: 200, body: { id: schema } });
      }
      expect(await scim.get(`/Schemas/${enterpriseSchema}`)).toMatchObject({
        status: 200,
        body: { id: enterpriseSchema },
      });
    },
  );

  it('creates a user, updates and disables them by PUT', { tags: ['rfc-86', 'mistake-51'] }, async () => {
    const tenant = await connect(server);
    const byName = filtered('/Users', 'userName eq "sven@example.com"');
    expect((await tenant.scim.get(byName)).body).toEqual(list([]));
    const created = await tenant.scim.post('/Users', person());
    const id = idOf(created);
    expect(created.body).toEqual({ ...person(), id, meta: meta(tenant, 'User', id, 1) });
    const first = await tenant.user(id);
    const changes = { displayName: 'Sven B.', [enterpriseSchema]: { department: 'Ops' } };
    const updated = await tenant.scim.put(`/Users/${id}`, person(changes));
    expect(updated.body).toEqual({ ...person(changes), id, meta: meta(tenant, 'User', id, 2) });
    const second = await tenant.user(id);
    await tenant.scim.put(`/Users/${id}`, person({ ...changes, active: false }));
    const third = await tenant.user(id);
    expect((await tenant.scim.get(byName)).body).toMatchObject({
      totalResults: 1,
      Resources: [{ active: false }],
    });
    expect(await tenant.events.take(3)).toEqual([
      tenant.event(2, 'user.created', { user: first }),
      tenant.event(3, 'user.updated', {
        user: second,
        previous: {
          displayName: 'Sven Berg',
          department: 'Vault',
          customAttributes: { [enterpriseSchema]: { department: 'Vault' } },
        },
      }),
      tenant.event(4, 'user.deactivated', { user: third, previous: { active: true } }),
    ]);
    await tenant.expectNoEvents();
  });

  it('creates a role’s group and changes its members by PATCH', async () => {
    const tenant = await connect(server);
    const id = await provision(tenant, '/Users', person());
    const created = await tenant.scim.post('/Groups', groupNamed('System Administrator'));
    const group = idOf(created);
    const before = await tenant.group(group);
    const change = (op: string) =>
      tenant.scim.patch(`/Groups/${group}`, patchRequest({ op, path: 'members', value: [{ value: id }] }));
    expect((await change('add')).status).toBe(204);
    expect(await tenant.memberIds(group)).toEqual([id]);
    expect((await change('remove')).status).toBe(204);
    expect(await tenant.memberIds(group)).toEqual([]);
    const reference = { group: groupReference(before), user: userReference(await tenant.user(id)) };
    expect(await tenant.events.take(3)).toEqual([
      tenant.event(3, 'group.created', { group: before }),
      tenant.event(4, 'group.user_added', reference),
      tenant.event(5, 'group.user_removed', reference),
    ]);
    await tenant.expectNoEvents();
  });
});
