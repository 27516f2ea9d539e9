import { randomUUID } from 'node:crypto';
import { enterpriseSchema, groupSchema, userSchema } from './scim.ts';
import { entry } from './tenant.ts';
import type { LastChange, Tenant } from './tenant.ts';

// What Entra sends without the flag aadOptscim062020: capitalised operations, one for each attribute, texts for
// booleans. It deactivates first and deletes about thirty days later.

/** Plays the life of a small company at Entra. */
export async function playEntra(tenant: Tenant): Promise<LastChange> {
  await testConnection(tenant);
  const katherine = await create(tenant, 'Katherine', 'Johnson', 'katherine@globex.example');
  const mary = await create(tenant, 'Mary', 'Winston', 'mary@globex.example');
  const dorothy = await create(tenant, 'Dorothy', 'Vaughan', 'dorothy@globex.example');
  await marry(tenant, mary, 'Jackson', 'mary.jackson@globex.example');
  await moveTo(tenant, katherine, 'Flight Research');

  const computing = await createGroup(tenant, 'West Area Computing');
  await addMembers(tenant, computing, [katherine, mary, dorothy]);
  await removeMember(tenant, computing, katherine);
  await renameGroup(tenant, computing, 'Analysis and Computation');
  const pool = await createGroup(tenant, 'Typing Pool');
  await addMembers(tenant, pool, [dorothy]);
  await deleteGroup(tenant, pool);

  await setActive(tenant, katherine, false);
  await setActive(tenant, katherine, true);
  await setActive(tenant, dorothy, false);
  return deleteUser(tenant, dorothy);
}

/** Asks for a user and a group that cannot exist. */
async function testConnection({ scim }: Tenant): Promise<void> {
  await scim.get(`/Users?filter=userName+eq+%22${randomUUID()}%22`);
  await scim.get(`/Groups?excludedAttributes=members&filter=displayName+eq+%22${randomUUID()}%22`);
}

async function create(
  { scim, users }: Tenant,
  givenName: string,
  familyName: string,
  userName: string,
): Promise<string> {
  await scim.get(`/Users?filter=${encodeURIComponent(`userName eq "${userName}"`)}`);
  const displayName = `${givenName} ${familyName}`;
  const body = {
    schemas: [userSchema, enterpriseSchema],
    externalId: randomUUID(),
    userName,
    active: true,
    displayName,
    emails: [{ primary: true, type: 'work', value: userName }],
    meta: { resourceType: 'User' },
    name: { formatted: displayName, familyName, givenName },
    roles: [],
    [enterpriseSchema]: { department: 'Computing' },
  };
  const id = await scim.post('/Users', body, userName);
  users.set(id, {
    ...{ userName, displayName, email: userName },
    ...{ department: 'Computing', title: null, active: true },
  });
  return id;
}

/** Changes a name and an address: a filter in one path, a dot in the other. */
async function marry({ scim, users }: Tenant, id: string, familyName: string, email: string): Promise<void> {
  const account = entry(users, id);
  const displayName = account.displayName.replace(/\S+$/, familyName);
  const operations = [
    { op: 'Replace', path: 'emails[type eq "work"].value', value: email },
    { op: 'Replace', path: 'name.familyName', value: familyName },
    { op: 'Replace', path: 'displayName', value: displayName },
  ];
  await scim.patch(`/Users/${id}`, operations, displayName);
  Object.assign(account, { email, displayName });
}

async function moveTo({ scim, users }: Tenant, id: string, department: string): Promise<void> {
  const path = `${enterpriseSchema}:department`;
  await scim.patch(`/Users/${id}`, [{ op: 'Add', path, value: department }], department);
  entry(users, id).department = department;
}

async function setActive({ scim, users }: Tenant, id: string, active: boolean): Promise<void> {
  const value = active ? 'True' : 'False';
  await scim.patch(`/Users/${id}`, [{ op: 'Replace', path: 'active', value }], `active "${value}"`);
  entry(users, id).active = active;
}

async function deleteUser({ scim, users, groups }: Tenant, id: string): Promise<LastChange> {
  await scim.delete(`/Users/${id}`);
  users.delete(id);
  for (const { memberIds } of groups.values()) memberIds.delete(id);
  return { type: 'user.deleted', id };
}

async function createGroup({ scim, groups }: Tenant, displayName: string): Promise<string> {
  const filter = encodeURIComponent(`displayName eq "${displayName}"`);
  await scim.get(`/Groups?excludedAttributes=members&filter=${filter}`);
  const body = {
    schemas: [groupSchema, 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
    externalId: randomUUID(),
    displayName,
    meta: { resourceType: 'Group' },
  };
  const id = await scim.post('/Groups', body, displayName);
  await scim.get(`/Groups/${id}?excludedAttributes=members`);
  groups.set(id, { displayName, memberIds: new Set() });
  return id;
}

async function addMembers({ scim, groups }: Tenant, id: string, userIds: readonly string[]): Promise<void> {
  const value = userIds.map((userId) => ({ $ref: null, value: userId }));
  await scim.patch(`/Groups/${id}`, [{ op: 'Add', path: 'members', value }], `members +${userIds.length}`);
  for (const userId of userIds) entry(groups, id).memberIds.add(userId);
}

/** Names the one to remove in a value: the others stay. */
async function removeMember({ scim, groups }: Tenant, id: string, userId: string): Promise<void> {
  const value = [{ $ref: null, value: userId }];
  await scim.patch(`/Groups/${id}`, [{ op: 'Remove', path: 'members', value }], 'members -1');
  entry(groups, id).memberIds.delete(userId);
}

async function renameGroup({ scim, groups }: Tenant, id: string, displayName: string): Promise<void> {
  const operations = [{ op: 'Replace', path: 'displayName', value: displayName }];
  await scim.patch(`/Groups/${id}`, operations, `now ${displayName}`);
  entry(groups, id).displayName = displayName;
}

async function deleteGroup({ scim, groups }: Tenant, id: string): Promise<void> {
  await scim.delete(`/Groups/${id}`);
  groups.delete(id);
}
