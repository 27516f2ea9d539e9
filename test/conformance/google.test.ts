import { expect, it } from 'vitest';
import { describeEachBackend } from '../harness/each-backend.ts';
import { google } from '../harness/identity-providers.ts';
import type { ServerAddress } from '../harness/installation.ts';
import { idOf } from '../harness/json.ts';
import type { JsonObject } from '../harness/json.ts';
import { connectTenant, filtered, provision } from '../harness/provisioning.ts';
import { list, meta, scimError } from '../harness/scim-answers.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { userSchema } from '../harness/scim-schemas.ts';
import type { Tenant } from '../harness/tenant.ts';

// Google Workspace: users only, `application/json`, one probing page; who leaves is suspended, later deleted.

const connect = (server: ServerAddress): Promise<Tenant> =>
  connectTenant(server, { provider: 'google', identityProvider: google }, async ({ scim }) => {
    expect(await scim.get('/Users?count=1')).toMatchObject({ status: 200, body: list([]) });
  });

const person = (changes: JsonObject = {}): JsonObject => ({
  schemas: [userSchema],
  userName: 'lena@example.com',
  name: { givenName: 'Lena', familyName: 'Vogel' },
  emails: [{ value: 'lena@example.com', type: 'work', primary: true }],
  active: true,
  ...changes,
});

describeEachBackend('Google Workspace', (server) => {
  it('creates a user with a body of application/json', { tags: ['rfc-3', 'mistake-26'] }, async () => {
    const tenant = await connect(server);
    expect((await tenant.scim.get(filtered('/Users', 'userName eq "lena@example.com"'))).body).toEqual(
      list([]),
    );
    const created = await tenant.scim.post('/Users', person());
    const id = idOf(created);
    expect(created.status).toBe(201);
    expect(created.headers['content-type']).toMatch(/^application\/scim\+json/);
    expect(created.body).toEqual({ ...person(), id, meta: meta(tenant, 'User', id, 1) });
    const page = await tenant.scim.get('/Users?count=1');
    expect(page.body).toEqual(list([created.body]));
    const user = await tenant.user(id);
    expect(user).toMatchObject({ email: 'lena@example.com', givenName: 'Lena', active: true });
    expect(await tenant.events.take(1)).toEqual([tenant.event(2, 'user.created', { user })]);
    await tenant.expectNoEvents();
  });

  it.for<readonly [how: string, suspend: (tenant: Tenant, id: string) => ReturnType<Tenant['scim']['put']>]>([
    ['PUT', ({ scim }, id) => scim.put(`/Users/${id}`, person({ active: false }))],
    [
      'PATCH',
      ({ scim }, id) =>
        scim.patch(`/Users/${id}`, patchRequest({ op: 'replace', path: 'active', value: false })),
    ],
  ])('suspends a user by %s, then deletes them', async ([, suspend]) => {
    const tenant = await connect(server);
    const id = await provision(tenant, '/Users', person());
    expect(await suspend(tenant, id)).toMatchObject({ status: 200, body: { id, active: false } });
    const suspended = await tenant.user(id);
    expect(suspended).toMatchObject({ active: false, version: 2 });
    expect(await tenant.scim.get(`/Users/${id}`)).toMatchObject({ status: 200, body: { active: false } });
    expect((await tenant.scim.delete(`/Users/${id}`)).status).toBe(204);
    expect(await tenant.scim.get(`/Users/${id}`)).toMatchObject({ status: 404, body: scimError(404) });
    expect(await tenant.events.take(2)).toEqual([
      tenant.event(3, 'user.deactivated', { user: suspended, previous: { active: true } }),
      tenant.event(4, 'user.deleted', { user: { ...suspended, version: 3, updatedAt: expect.any(String) } }),
    ]);
    await tenant.expectNoEvents();
  });
});
