import { okta } from './identity-providers.ts';
import { idOf } from './json.ts';
import { groupSchema, userSchema } from './scim-schemas.ts';
import type { ServerAddress } from './installation.ts';
import { createTenant } from './tenant.ts';
import type { Tenant } from './tenant.ts';

/** A tenant with Ada, Bob, and Ada's group; their events are taken. */
export interface Populated {
  readonly tenant: Tenant;
  readonly ada: string;
  readonly bob: string;
  readonly group: string;
}

/** Makes one; nobody else knows of it. */
export async function populate(server: ServerAddress): Promise<Populated> {
  const tenant = await createTenant(server, { provider: 'generic', identityProvider: okta });
  const create = async (userName: string): Promise<string> =>
    idOf(await tenant.scim.post('/Users', { schemas: [userSchema], userName, title: 'Engineer' }));
  const ada = await create('ada');
  const bob = await create('bob');
  const members = [{ value: ada }];
  const group = idOf(
    await tenant.scim.post('/Groups', { schemas: [groupSchema], displayName: 'All', members }),
  );
  await tenant.events.take(5);
  return { tenant, ada, bob, group };
}
