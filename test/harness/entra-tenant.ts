import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { entra } from './identity-providers.ts';
import { idOf } from './json.ts';
import type { JsonObject } from './json.ts';
import { list } from './scim-answers.ts';
import { enterpriseSchema, groupSchema, userSchema } from './scim-schemas.ts';
import type { ServerAddress } from './installation.ts';
import { createTenant } from './tenant.ts';
import type { Tenant } from './tenant.ts';

/** A tenant whose connection was tested; `directory.activated` is taken. */
export async function connectEntra(server: ServerAddress): Promise<Tenant> {
  const tenant = await createTenant(server, { provider: 'entra', identityProvider: entra });
  const users = await tenant.scim.get(`/Users?filter=userName+eq+%22${randomUUID()}%22`);
  expect(users).toMatchObject({ status: 200, body: list([]) });
  const groups = await tenant.scim.get(
    `/Groups?excludedAttributes=members&filter=displayName+eq+%22${randomUUID()}%22`,
  );
  expect(groups).toMatchObject({ status: 200, body: list([]) });
  expect(await tenant.events.take(1)).toMatchObject([{ sequence: 1, type: 'directory.activated' }]);
  return tenant;
}

/** A user as Entra creates one. */
export const adele: JsonObject = {
  schemas: [userSchema, enterpriseSchema],
  externalId: '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef',
  userName: 'adele.vance@contoso.com',
  active: true,
  emails: [{ primary: true, type: 'work', value: 'adele.vance@contoso.com' }],
  meta: { resourceType: 'User' },
  name: { formatted: 'Adele Vance', familyName: 'Vance', givenName: 'Adele' },
  roles: [],
};

/** Provisions a user; their event is taken. */
export async function provisionUser(tenant: Tenant, changes: JsonObject = {}): Promise<string> {
  const created = await tenant.scim.post('/Users', { ...adele, ...changes });
  expect(created.status).toBe(201);
  await tenant.events.take(1);
  return idOf(created);
}

/** Provisions another user, by name. */
export async function provisionNamed(tenant: Tenant, name: string): Promise<string> {
  const address = `${name}@contoso.com`;
  const emails = [{ primary: true, type: 'work', value: address }];
  return provisionUser(tenant, { userName: address, externalId: `aad-${name}`, emails });
}

/** Provisions a group; its event is taken. */
export async function provisionGroup(tenant: Tenant, displayName: string): Promise<string> {
  const created = await tenant.scim.post('/Groups', {
    schemas: [groupSchema, 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
    externalId: `aad-${displayName}`,
    displayName,
    meta: { resourceType: 'Group' },
  });
  expect(created.status).toBe(201);
  await tenant.events.take(1);
  return idOf(created);
}
