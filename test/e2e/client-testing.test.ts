import { createDirsync } from '@dirsync/client';
import type { DirectoryEvent, Dirsync } from '@dirsync/client';
import { createMockDirsync } from '@dirsync/client/testing';
import { expect, inject, it } from 'vitest';
import { createContract, readContract } from '../harness/contract.ts';
import { okta } from '../harness/identity-providers.ts';
import { idOf } from '../harness/json.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { enterpriseSchema, groupSchema, userSchema } from '../harness/scim-schemas.ts';
import { createTenant } from '../harness/tenant.ts';

/** What the mock and the server are both told to do. */
interface IdentityProvider {
  readonly directoryId: string;
  readonly dirsync: Dirsync;
  createUser(user: { userName: string; email: string; department: string }): Promise<string>;
  retitle(userId: string, title: string, active: boolean): Promise<void>;
  deleteUser(userId: string): Promise<void>;
  createGroup(displayName: string, memberIds: readonly string[]): Promise<string>;
  renameGroup(groupId: string, displayName: string): Promise<void>;
  addMember(groupId: string, memberId: string): Promise<void>;
  removeMember(groupId: string, memberId: string): Promise<void>;
  deleteGroup(groupId: string): Promise<void>;
}

/** The mock; every answer is held against the contract. */
async function ofMock(): Promise<IdentityProvider> {
  const mock = createMockDirsync();
  const contract = createContract(await readContract(inject('servers').embedded.url));
  const dirsync = createDirsync({
    apiKey: 'any',
    baseUrl: mock.baseUrl,
    fetch: async (request) => {
      const { method, url } = request;
      const response = await mock.fetch(request);
      const { status } = response;
      const headers = Object.fromEntries(response.headers);
      contract.check({
        method,
        path: new URL(url).pathname,
        status,
        headers,
        body: await response.clone().text(),
      });
      return response;
    },
  });
  const { id: directoryId } = mock.directories.create({
    name: 'Acme',
    provider: 'okta',
    organizationId: 'org_42',
  });
  return {
    directoryId,
    dirsync,
    createUser: async (user) => mock.users.create(directoryId, user).id,
    retitle: async (userId, title, active) => void mock.users.update(userId, { title, active }),
    deleteUser: async (userId) => mock.users.delete(userId),
    createGroup: async (displayName, memberIds) =>
      mock.groups.create(directoryId, { displayName, memberIds }).id,
    renameGroup: async (groupId, displayName) => void mock.groups.update(groupId, { displayName }),
    addMember: async (groupId, memberId) => mock.groups.addMember(groupId, memberId),
    removeMember: async (groupId, memberId) => mock.groups.removeMember(groupId, memberId),
    deleteGroup: async (groupId) => mock.groups.delete(groupId),
  };
}

/** The server, over SCIM. */
async function ofServer(): Promise<IdentityProvider> {
  const tenant = await createTenant(inject('servers').embedded, { provider: 'okta', identityProvider: okta });
  const { scim, directoryId, dirsync } = tenant;
  const sent = async (answer: Promise<{ readonly status: number; readonly text: string }>): Promise<void> => {
    const { status, text } = await answer;
    expect(status, text).toBeLessThan(300);
  };
  const patchMembers = (groupId: string, operation: Readonly<Record<string, unknown>>) =>
    sent(scim.patch(`/Groups/${groupId}`, patchRequest(operation)));
  return {
    directoryId,
    dirsync,
    async createUser({ userName, email, department }) {
      const emails = [{ value: email, type: 'work', primary: true }];
      const schemas = [userSchema, enterpriseSchema];
      const user = { schemas, userName, emails, active: true, [enterpriseSchema]: { department } };
      return idOf(await scim.post('/Users', user));
    },
    retitle: (userId, title, active) =>
      sent(scim.patch(`/Users/${userId}`, patchRequest({ op: 'replace', value: { title, active } }))),
    deleteUser: (userId) => sent(scim.delete(`/Users/${userId}`)),
    async createGroup(displayName, memberIds) {
      const members = memberIds.map((value) => ({ value }));
      return idOf(await scim.post('/Groups', { schemas: [groupSchema], displayName, members }));
    },
    renameGroup: (groupId, displayName) => patchMembers(groupId, { op: 'replace', value: { displayName } }),
    addMember: (groupId, id) => patchMembers(groupId, { op: 'add', path: 'members', value: [{ value: id }] }),
    removeMember: (groupId, id) => patchMembers(groupId, { op: 'remove', path: `members[value eq "${id}"]` }),
    deleteGroup: (groupId) => sent(scim.delete(`/Groups/${groupId}`)),
  };
}

/** A text in which ids are numbered as they appear, and times are one. */
function normalize(value: unknown): unknown {
  const ids = new Map<string, string>();
  const text = JSON.stringify(value)
    .replaceAll(/"(?:http:[^"]*|org_[^"]*)"/g, '"its own"')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => {
      if (!ids.has(id)) ids.set(id, `id-${ids.size}`);
      return ids.get(id) ?? '';
    })
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'a time');
  return JSON.parse(text) as unknown;
}

/** The same story, and what the client sees of it. */
async function tell(provider: IdentityProvider): Promise<Record<string, unknown>> {
  const { dirsync, directoryId } = provider;
  const ada = await provider.createUser({ userName: 'ada', email: 'ada@acme.example', department: 'R&D' });
  const bob = await provider.createUser({ userName: 'bob', email: 'bob@acme.example', department: 'R&D' });
  const group = await provider.createGroup('Engineering', [ada]);
  const parent = await provider.createGroup('Everybody', []);
  await provider.addMember(group, bob);
  await provider.addMember(group, bob);
  await provider.addMember(parent, group);
  await provider.retitle(ada, 'Analyst', false);
  await provider.retitle(ada, 'Analyst', true);
  await provider.renameGroup(group, 'Research');
  const seen = {
    directory: await dirsync.directories.get(directoryId),
    users: (await dirsync.users.list({ directoryId })).data,
    user: await dirsync.users.get({ directoryId, userId: ada }),
    groups: (await dirsync.groups.list({ directoryId })).data,
    members: (await dirsync.groups.listMembers({ directoryId, groupId: group })).data,
    nested: (await dirsync.groups.listMembers({ directoryId, groupId: parent })).data,
    groupsOfBob: (await dirsync.users.listGroups({ directoryId, userId: bob })).data,
    byGroup: (await dirsync.users.list({ directoryId, groupId: group, active: true })).data,
  };
  await provider.removeMember(group, ada);
  await provider.deleteUser(bob);
  await provider.deleteGroup(group);
  const last = await provider.createUser({ userName: 'last', email: 'last@acme.example', department: 'R&D' });

  const events: DirectoryEvent[] = [];
  let after: string | undefined;
  while (!events.some((event) => event.type === 'user.created' && event.data.user.id === last)) {
    const page = await dirsync.events.list({
      directoryId,
      waitSeconds: 10,
      ...(after !== undefined && { after }),
    });
    expect(page.data).not.toHaveLength(0);
    events.push(...page.data);
    after = page.nextCursor;
  }
  const missing = await dirsync.users.get({ directoryId, userId: bob }).catch((error: unknown) => error);
  return { ...seen, events, missing: (missing as Error).name };
}

it('the mock of the client answers as the server does', async () => {
  const [mocked, real] = [await tell(await ofMock()), await tell(await ofServer())];
  for (const [name, value] of Object.entries(real))
    expect([name, normalize(mocked[name])]).toEqual([name, normalize(value)]);
});

it('all other answers of the mock are those of the contract', async () => {
  const { dirsync, directoryId, ...provider } = await ofMock();
  const { id: endpointId } = await dirsync.webhookEndpoints.create({
    url: 'https://a.example/',
    description: 'a',
  });
  const userId = await provider.createUser({ userName: 'ada', email: 'ada@acme.example', department: 'R&D' });
  const groupId = await provider.createGroup('Engineering', [userId]);
  const { id: tokenId } = await dirsync.directories.tokens.create(directoryId, { name: 'first' });
  const { id: apiKeyId } = await dirsync.apiKeys.create({ name: 'worker' });
  const { data: deliveries } = await dirsync.deliveries.list({ endpointId });
  const { data: events } = await dirsync.events.list();
  for (const call of [
    () =>
      dirsync.directories.create({ name: 'Globex', settings: { mode: 'strict' }, metadata: { plan: 'pro' } }),
    () => dirsync.directories.list(),
    () => dirsync.directories.update(directoryId, { name: 'Acme Inc.', settings: { mode: 'strict' } }),
    () => expect(dirsync.directories.release(directoryId, { mode: 'settle' })).rejects.toThrow('conflict'),
    () => dirsync.directories.listLeniences(directoryId),
    () => dirsync.directories.tokens.list({ directoryId }),
    () => dirsync.directories.tokens.revoke({ directoryId, tokenId }),
    () => dirsync.groups.get({ directoryId, groupId }),
    () => dirsync.events.get(events[0]?.id ?? ''),
    () => dirsync.webhookEndpoints.list(),
    () => dirsync.webhookEndpoints.get(endpointId),
    () => dirsync.webhookEndpoints.update(endpointId, { eventTypes: ['user.created'], state: 'disabled' }),
    () => dirsync.webhookEndpoints.rotateSecret(endpointId, { overlapSeconds: 60 }),
    () => dirsync.deliveries.get(deliveries[0]?.id ?? ''),
    () => expect(dirsync.deliveries.retry(deliveries[0]?.id ?? '')).rejects.toThrow('conflict'),
    () => dirsync.webhookEndpoints.update(endpointId, { state: 'enabled' }),
    () => dirsync.webhookEndpoints.test(endpointId),
    async () => {
      const { eventCursor } = await dirsync.users.list({ directoryId });
      await dirsync.webhookEndpoints.replay(endpointId, { after: eventCursor });
    },
    () => dirsync.apiKeys.list(),
    () => dirsync.apiKeys.revoke(apiKeyId),
    () => dirsync.webhookEndpoints.delete(endpointId),
    () => dirsync.users.eraseData({ directoryId, userId }),
    () => dirsync.directories.delete(directoryId),
    () => expect(dirsync.directories.get(directoryId)).rejects.toThrow('not_found'),
    () => expect(dirsync.events.list({ after: 'nonsense' })).rejects.toThrow('cursor_invalid'),
    () => dirsync.events.list(),
  ]) {
    await call();
  }
});
