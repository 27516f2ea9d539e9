import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { plain } from '../harness/identity-providers.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { idOf, objectOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { connectTenant, filtered } from '../harness/provisioning.ts';
import { list, meta } from '../harness/scim-answers.ts';
import { userSchema } from '../harness/scim-schemas.ts';
import type { Tenant } from '../harness/tenant.ts';

// Auth0's outbound action: finds users by externalId; creates, replaces and deletes them.

const match = filtered('/Users', 'externalId eq "auth0|65f2"');

const connect = (server: ServerAddress): Promise<Tenant> =>
  connectTenant(server, { provider: 'generic', identityProvider: plain }, async ({ scim }) => {
    const { body } = await scim.get(match);
    expect(body).toEqual(list([]));
    expect(objectOf(body)['Resources']).toEqual([]);
  });

const person = (changes: JsonObject = {}): JsonObject => ({
  schemas: [userSchema],
  externalId: 'auth0|65f2',
  userName: 'noor@example.com',
  name: { givenName: 'Noor', familyName: 'Haddad' },
  emails: [{ value: 'noor@example.com', primary: true }],
  active: true,
  ...changes,
});

describeEachBackend('Auth0', (server) => {
  it(
    'finds by externalId what it creates, replaces and deletes',
    { tags: ['rfc-49', 'rfc-19', 'mistake-29'] },
    async () => {
      const tenant = await connect(server);
      const created = await tenant.scim.post('/Users', person());
      const id = idOf(created);
      expect(created).toMatchObject({ status: 201 });
      expect((await tenant.scim.get(match)).body).toEqual(list([created.body]));
      const first = await tenant.user(id);
      const changes = { name: { givenName: 'Noor', familyName: 'Salem' } };
      const replaced = await tenant.scim.put(`/Users/${id}`, person(changes));
      expect(replaced.body).toEqual({ ...person(changes), id, meta: meta(tenant, 'User', id, 2) });
      const second = await tenant.user(id);
      expect((await tenant.scim.delete(`/Users/${id}`)).status).toBe(204);
      expect((await tenant.scim.get(match)).body).toEqual(list([]));
      expect(await tenant.events.take(3)).toEqual([
        tenant.event(2, 'user.created', { user: first }),
        tenant.event(3, 'user.updated', {
          user: second,
          previous: { familyName: 'Haddad' },
        }),
        tenant.event(4, 'user.deleted', { user: { ...second, version: 3, updatedAt: expect.any(String) } }),
      ]);
      await tenant.expectNoEvents();
    },
  );
});
