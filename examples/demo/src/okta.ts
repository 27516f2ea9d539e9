import { groupSchema, userSchema } from './scim.ts';
import { entry } from './tenant.ts';
import type { Account, LastChange, Tenant } from './tenant.ts';

// What an app of Okta's integration network sends: profiles by PUT, the rest by PATCH. It deletes groups, never users.

/** Plays the life of a small company at Okta. */
export async function playOkta(tenant: Tenant): Promise<LastChange> {
  await testConnection(tenant);
  const ada = await assign(tenant, 'Ada Lovelace', 'ada@acme.example');
  const grace = await assign(tenant, 'Grace Hopper', 'grace@acme.example');
  const alan = await assign(tenant, 'Alan Turing', 'alan@acme.example');
  await updateProfile(tenant, ada, { title: 'Head of Analysis' });

  const engineering = await pushGroup(tenant, 'Engineering');
  await changeMembers(tenant, engineering, { add: [ada, grace, alan] });
  const visitors = await pushGroup(tenant, 'Visitors');
  await changeMembers(tenant, visitors, { add: [grace] });
  await changeMembers(tenant, engineering, { add: [], remove: [alan] });
  await renameGroup(tenant, engineering, 'Platform');

  await setActive(tenant, grace, false);
  await setActive(tenant, alan, false);
  await assignAgain(tenant, grace, { title: 'Rear Admiral' });
  await synchronisePassword(tenant, ada);
  return deleteGroup(tenant, visitors);
}

async function testConnection({ scim }: Tenant): Promise<void> {
  await scim.get('/Users?startIndex=1&count=2');
  await scim.get('/Groups?startIndex=1&count=100');
}

async function assign(tenant: Tenant, displayName: string, userName: string): Promise<string> {
  const { scim, users } = tenant;
  await findUser(tenant, userName);
  const account = { userName, displayName, email: userName, department: null, title: null, active: true };
  const body = { schemas: [userSchema], ...profile(account), groups: [], password: '1mz050nq', active: true };
  const id = await scim.post('/Users', body, userName);
  users.set(id, account);
  return id;
}

/** Okta finds the user who is there already, takes over the profile, then reactivates. */
async function assignAgain(tenant: Tenant, id: string, changes: Partial<Account>): Promise<void> {
  await findUser(tenant, entry(tenant.users, id).userName);
  await updateProfile(tenant, id, changes);
  await setActive(tenant, id, true);
}

async function findUser({ scim }: Tenant, userName: string): Promise<void> {
  const filter = encodeURIComponent(`userName eq "${userName}"`);
  await scim.get(`/Users?filter=${filter}&startIndex=1&count=100`);
}

async function updateProfile({ scim, users }: Tenant, id: string, changes: Partial<Account>): Promise<void> {
  const before = await scim.get(`/Users/${id}`);
  const account = Object.assign(entry(users, id), changes);
  const body = { ...before, ...profile(account), id, groups: [], meta: { resourceType: 'User' } };
  await scim.put(`/Users/${id}`, body, `title ${account.title}`);
}

async function setActive({ scim, users }: Tenant, id: string, active: boolean): Promise<void> {
  const remark = active ? 'reactivated' : 'deactivated';
  await scim.patch(`/Users/${id}`, [{ op: 'replace', value: { active } }], remark);
  entry(users, id).active = active;
}

/** Nothing of it is kept, and the product hears nothing of it. */
async function synchronisePassword({ scim }: Tenant, id: string): Promise<void> {
  await scim.patch(`/Users/${id}`, [{ op: 'replace', value: { password: '4nother1' } }], 'password');
}

async function pushGroup({ scim, groups }: Tenant, displayName: string): Promise<string> {
  const filter = encodeURIComponent(`displayName eq "${displayName}"`);
  await scim.get(`/Groups?filter=${filter}&startIndex=1&count=100`);
  const id = await scim.post('/Groups', { schemas: [groupSchema], displayName, members: [] }, displayName);
  groups.set(id, { displayName, memberIds: new Set() });
  return id;
}

async function changeMembers(
  { scim, users, groups }: Tenant,
  id: string,
  { add, remove = [] }: { readonly add: readonly string[]; readonly remove?: readonly string[] },
): Promise<void> {
  const { memberIds } = entry(groups, id);
  const added = add.map((value) => ({ value, display: entry(users, value).userName }));
  const operations = [
    ...remove.map((value) => ({ op: 'remove', path: `members[value eq "${value}"]` })),
    ...(added.length > 0 ? [{ op: 'add', path: 'members', value: added }] : []),
  ];
  await scim.patch(`/Groups/${id}`, operations, `members +${add.length} -${remove.length}`);
  for (const member of add) memberIds.add(member);
  for (const member of remove) memberIds.delete(member);
}

async function renameGroup({ scim, groups }: Tenant, id: string, displayName: string): Promise<void> {
  // With the read-only id in the value.
  await scim.patch(`/Groups/${id}`, [{ op: 'replace', value: { id, displayName } }], `now ${displayName}`);
  entry(groups, id).displayName = displayName;
}

async function deleteGroup({ scim, groups }: Tenant, id: string): Promise<LastChange> {
  await scim.delete(`/Groups/${id}`);
  groups.delete(id);
  return { type: 'group.deleted', id };
}

function profile({ userName, displayName, email, title }: Account): Record<string, unknown> {
  const [givenName, familyName] = displayName.split(' ');
  return {
    userName,
    name: { givenName, familyName },
    emails: [{ primary: true, value: email, type: 'work' }],
    displayName,
    locale: 'en-US',
    externalId: `00u-${userName}`,
    ...(title !== null && { title }),
  };
}
