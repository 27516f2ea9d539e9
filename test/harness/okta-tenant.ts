import { expect } from 'vitest';
import { okta } from './identity-providers.ts';
import type { IdentityProvider } from './identity-providers.ts';
import { idOf } from './json.ts';
import { list } from './scim-answers.ts';
import { groupSchema, userSchema } from './scim-schemas.ts';
import type { ServerAddress } from './installation.ts';
import { createTenant } from './tenant.ts';
import type { Tenant } from './tenant.ts';

/** A tenant of Okta whose connection was tested: its log begins with `directory.activated`. */
export async function connectOkta(
  server: ServerAddress,
  identityProvider: IdentityProvider = okta,
): Promise<Tenant> {
  const tenant = await createTenant(server, { provider: 'okta', identityProvider });
  expect(await tenant.scim.get('/Users?startIndex=1&count=2')).toMatchObject({ status: 200, body: list([]) });
  expect(await tenant.scim.get('/Groups?startIndex=1&count=100')).toMatchObject({
    status: 200,
    body: list([]),
  });
  const directory = await tenant.dirsync.directories.get(tenant.directoryId);
  expect(directory).toMatchObject({ provider: 'okta', state: 'active' });
  const [activated] = await tenant.events.take(1);
  const { lastRequestAt: _later, ...rest } = directory;
  expect(activated).toEqual(
    tenant.event(1, 'directory.activated', { directory: expect.objectContaining(rest) }),
  );
  return tenant;
}

/** Whom Okta assigns. */
export const profile = {
  userName: 'test.user@okta.local',
  name: { givenName: 'Test', familyName: 'User' },
  emails: [{ primary: true, value: 'test.user@okta.local', type: 'work' }],
  displayName: 'Test User',
  locale: 'en-US',
  externalId: '00ujl29u0le5T6Aj10h7',
};

/** The target by which Okta looks for somebody before it assigns them. */
export const match = (userName: string): string =>
  `/Users?filter=userName%20eq%20%22${encodeURIComponent(userName)}%22&startIndex=1&count=100`;

/** The body of an assignment. */
export const assignment = {
  schemas: [userSchema],
  ...profile,
  groups: [],
  password: '1mz050nq',
  active: true,
};

/** Assigns a user; their event is taken. */
export async function assign(tenant: Tenant, userName = profile.userName): Promise<string> {
  const emails = [{ primary: true, value: userName, type: 'work' }];
  const created = await tenant.scim.post('/Users', {
    ...assignment,
    userName,
    emails,
    externalId: `00u-${userName}`,
  });
  expect(created.status).toBe(201);
  await tenant.events.take(1);
  return idOf(created);
}

/** Pushes a group without members; its event is taken. */
export async function push(tenant: Tenant, displayName: string): Promise<string> {
  const created = await tenant.scim.post('/Groups', { schemas: [groupSchema], displayName, members: [] });
  expect(created.status).toBe(201);
  await tenant.events.take(1);
  return idOf(created);
}
