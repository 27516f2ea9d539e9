import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { plain } from '../harness/identity-providers.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { idOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import {
  connectTenant,
  groupNamed,
  groupReference,
  provision,
  userReference,
} from '../harness/provisioning.ts';
import { scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { userSchema } from '../harness/scim-schemas.ts';
import type { Tenant } from '../harness/tenant.ts';

// Rippling: tries again what it has no answer to, and changes groups by PATCH or PUT, as the app is set.

const connect = (server: ServerAddress): Promise<Tenant> =>
  connectTenant(server, { provider: 'generic', identityProvider: plain }, async ({ scim }) => {
    expect(await scim.get('/ServiceProviderConfig')).toMatchObject({ status: 200 });
    expect(await scim.get('/Users?startIndex=1&count=100')).toMatchObject({ status: 200 });
  });

const person = (name: string): JsonObject => ({
  schemas: [userSchema],
  userName: `${name}@example.com`,
  externalId: `rippling-${name}`,
  name: { givenName: name, familyName: 'Park' },
  emails: [{ value: `${name}@example.com`, primary: true }],
  active: true,
});

describeEachBackend('Rippling', (server) => {
  it('tries a creation again, and there is one user', { tags: ['rfc-43', 'mistake-28'] }, async () => {
    const tenant = await connect(server);
    const id = idOf(await tenant.scim.post('/Users', person('yun')));
    for (const userName of ['yun@example.com', 'YUN@example.com']) {
      const again = await tenant.scim.post('/Users', { ...person('yun'), userName });
      expect(again).toMatchObject({ status: 409, body: scimError(409, 'uniqueness') });
    }
    expect((await tenant.scim.get('/Users')).body).toMatchObject({ totalResults: 1, Resources: [{ id }] });
    const user = await tenant.user(id);
    expect(await tenant.events.take(1)).toEqual([tenant.event(2, 'user.created', { user })]);
    await tenant.expectNoEvents();
  });

  it.for<
    readonly [how: string, set: (tenant: Tenant, group: string, ids: readonly string[]) => Promise<unknown>]
  >([
    [
      'PATCH',
      ({ scim }, group, ids) =>
        scim.patch(
          `/Groups/${group}`,
          patchRequest({ op: 'replace', path: 'members', value: ids.map((value) => ({ value })) }),
        ),
    ],
    ['PUT', ({ scim }, group, ids) => scim.put(`/Groups/${group}`, groupNamed('Payroll', ids))],
  ])(
    'sets the members of a group by %s, and deletes it',
    { tags: ['mistake-3', 'mistake-11'] },
    async ([, set]) => {
      const tenant = await connect(server);
      const [yun, zed] = [
        await provision(tenant, '/Users', person('yun')),
        await provision(tenant, '/Users', person('zed')),
      ];
      const group = idOf(await tenant.scim.post('/Groups', groupNamed('Payroll')));
      const created = await tenant.group(group);
      await set(tenant, group, [yun]);
      expect(await tenant.memberIds(group)).toEqual([yun]);
      await set(tenant, group, [zed]);
      expect(await tenant.memberIds(group)).toEqual([zed]);
      const full = await tenant.group(group);
      expect((await tenant.scim.delete(`/Groups/${group}`)).status).toBe(204);
      expect(await tenant.groupsOf(zed)).toEqual([]);
      const about = async (id: string): Promise<JsonObject> => ({
        group: groupReference(created),
        user: userReference(await tenant.user(id)),
      });
      const events = await tenant.events.take(5);
      expect([events[0], events[1], events[4]]).toEqual([
        tenant.event(4, 'group.created', { group: created }),
        tenant.event(5, 'group.user_added', await about(yun)),
        tenant.event(8, 'group.deleted', { group: { ...full, version: 4, updatedAt: expect.any(String) } }),
      ]);
      // Who comes and who goes in one request are told in no order.
      const [removed, added] = events
        .slice(2, 4)
        .toSorted((one, other) => (String(one['type']) > String(other['type']) ? -1 : 1));
      expect(removed).toMatchObject({ type: 'group.user_removed', data: await about(yun) });
      expect(added).toMatchObject({ type: 'group.user_added', data: await about(zed) });
      await tenant.expectNoEvents();
    },
  );
});
