import { expect } from 'vitest';
import { plain } from './identity-providers.ts';
import type { ServerAddress } from './installation.ts';
import { idOf } from './json.ts';
import type { JsonObject } from './json.ts';
import { groupSchema } from './scim-schemas.ts';
import { createTenant } from './tenant.ts';
import type { Tenant, TenantOptions } from './tenant.ts';

/** A tenant whose connection `probe` tests; `directory.activated` is taken, so that the next event is the second. */
export async function connectTenant(
  server: ServerAddress,
  options: TenantOptions,
  probe: (tenant: Tenant) => Promise<unknown>,
): Promise<Tenant> {
  const tenant = await createTenant(server, options);
  await probe(tenant);
  expect(await tenant.events.take(1)).toMatchObject([{ sequence: 1, type: 'directory.activated' }]);
  return tenant;
}

/** Creates a user or group without members; the event is taken. */
export async function provision(
  tenant: Tenant,
  endpoint: '/Users' | '/Groups',
  body: JsonObject,
): Promise<string> {
  const created = await tenant.scim.post(endpoint, body);
  expect(created.status).toBe(201);
  await tenant.events.take(1);
  return idOf(created);
}

/** The body of a new group. */
export function groupNamed(displayName: string, memberIds: readonly string[] = []): JsonObject {
  return { schemas: [groupSchema], displayName, members: memberIds.map((value) => ({ value })) };
}

/** The target of a list by a filter. */
export function filtered(endpoint: '/Users' | '/Groups', filter: string): string {
  return `${endpoint}?filter=${encodeURIComponent(filter)}`;
}

/** A user as membership events show them. */
export function userReference(user: JsonObject): JsonObject {
  const { id, externalId, userName, email } = user;
  return { id, externalId, userName, email };
}

/** A group as membership events show it. */
export function groupReference(group: JsonObject): JsonObject {
  const { id, externalId, displayName } = group;
  return { id, externalId, displayName };
}

/** A tenant of no provider in particular; `directory.activated` is taken. */
export async function connectPlain(
  server: ServerAddress,
  mode: 'compat' | 'strict' = 'compat',
): Promise<Tenant> {
  return connectTenant(server, { provider: 'generic', identityProvider: plain }, async (tenant) => {
    await tenant.dirsync.directories.update(tenant.directoryId, { settings: { mode } });
    expect((await tenant.scim.get('/Users?count=0')).status).toBe(200);
  });
}
