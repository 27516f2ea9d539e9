import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { plain } from '../harness/identity-providers.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { idOf, objectOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { connectTenant, groupNamed, provision } from '../harness/provisioning.ts';
import { scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { userSchema } from '../harness/scim-schemas.ts';
import type { Tenant } from '../harness/tenant.ts';

// authentik: users by PUT, groups by PATCH where ServiceProviderConfig offers it. A 404 means "gone": it creates anew.

const connect = (server: ServerAddress): Promise<Tenant> =>
  connectTenant(server, { provider: 'generic', identityProvider: plain }, async ({ scim }) => {
    const config = await scim.get('/ServiceProviderConfig');
    expect(objectOf(config.body)).toMatchObject({ patch: { supported: true }, filter: { supported: true } });
  });

const person = (changes: JsonObject = {}): JsonObject => ({
  schemas: [userSchema],
  userName: 'akira',
  externalId: '6f1c',
  displayName: 'Akira Mori',
  name: { formatted: 'Akira Mori', givenName: 'Akira', familyName: 'Mori' },
  emails: [{ value: 'akira@example.com', type: 'other', primary: true }],
  photos: null,
  active: true,
  ...changes,
});

describeEachBackend('authentik', (server) => {
  it(
    'updates a user by PUT, and makes a new one when the old is gone',
    { tags: ['rfc-11', 'rfc-40', 'mistake-46'] },
    async () => {
      const tenant = await connect(server);
      const id = idOf(await tenant.scim.post('/Users', person()));
      const first = await tenant.user(id);
      const replaced = await tenant.scim.put(`/Users/${id}`, person({ displayName: 'A. Mori' }));
      expect(replaced).toMatchObject({ status: 200, body: { id, displayName: 'A. Mori' } });
      const second = await tenant.user(id);
      await tenant.scim.delete(`/Users/${id}`);
      expect(await tenant.scim.put(`/Users/${id}`, person())).toMatchObject({
        status: 404,
        body: scimError(404),
      });
      const again = idOf(await tenant.scim.post('/Users', person()));
      expect(again).not.toBe(id);
      const third = await tenant.user(again);
      expect(await tenant.events.take(4)).toEqual([
        tenant.event(2, 'user.created', { user: first }),
        tenant.event(3, 'user.updated', { user: second, previous: { displayName: 'Akira Mori' } }),
        tenant.event(4, 'user.deleted', { user: { ...second, version: 3, updatedAt: expect.any(String) } }),
        tenant.event(5, 'user.created', { user: third }),
      ]);
      await tenant.expectNoEvents();
    },
  );

  it(
    'is told 405, never 404, of a method that is not served',
    { tags: ['rfc-10', 'mistake-30'] },
    async () => {
      const tenant = await connect(server);
      const id = await provision(tenant, '/Users', person());
      for (const [method, target] of [
        ['POST', `/Users/${id}`],
        ['PUT', '/Users'],
        ['PUT', '/ServiceProviderConfig'],
      ] as const) {
        const answer = await tenant.scim.send(method, target, {}, person());
        expect(answer, `${method} ${target}`).toMatchObject({ status: 405, body: scimError(405) });
        expect(answer.headers['allow'] ?? '').toMatch(/GET/);
      }
      await tenant.expectNoEvents();
    },
  );

  it(
    'changes members by PATCH, and empties a group by PUT with an empty list',
    { tags: ['mistake-4', 'mistake-10'] },
    async () => {
      const tenant = await connect(server);
      const id = await provision(tenant, '/Users', person());
      const group = await provision(tenant, '/Groups', groupNamed('Staff'));
      // Without a display, which no member needs.
      const added = { op: 'add', path: 'members', value: [{ value: id }] };
      expect((await tenant.scim.patch(`/Groups/${group}`, patchRequest(added))).status).toBe(204);
      expect(await tenant.memberIds(group)).toEqual([id]);
      expect((await tenant.scim.put(`/Groups/${group}`, groupNamed('Staff'))).status).toBe(200);
      expect(await tenant.memberIds(group)).toEqual([]);
      expect(await tenant.events.take(2)).toMatchObject([
        { sequence: 4, type: 'group.user_added', data: { group: { id: group }, user: { id } } },
        { sequence: 5, type: 'group.user_removed', data: { group: { id: group }, user: { id } } },
      ]);
      await tenant.expectNoEvents();
    },
  );
});
