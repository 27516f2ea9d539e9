import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createDirsync, memoryCursorStore } from '../index.ts';
import type { Dirsync } from '../index.ts';
import { createMockDirsync } from './index.ts';

const mock = createMockDirsync({ apiKey: 'dsk_test' });
const server = setupServer(...mock.handlers);
const dirsync = createDirsync({ apiKey: 'dsk_test', baseUrl: mock.baseUrl, sleep: async () => undefined });

beforeAll(() => server.listen());
afterEach(() => mock.reset());
afterAll(() => server.close());

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const types = (): readonly string[] => mock.events.map(({ type }) => type);

describe('the mock', () => {
  it('answers what the test did as the identity provider', async () => {
    const { id: directoryId } = mock.directories.create({ name: 'Acme', organizationId: 'org_42' });
    const ada = mock.users.create(directoryId, {
      userName: 'ada',
      email: 'ada@acme.example',
      department: 'R&D',
    });
    const group = mock.groups.create(directoryId, { displayName: 'Engineering', memberIds: [ada.id] });

    expect(await collect(dirsync.directories.list({ organizationId: 'org_42' }))).toMatchObject([
      { id: directoryId, state: 'active', scim: { baseUrl: `http://dirsync.test/scim/v2/${directoryId}` } },
    ]);
    expect(await dirsync.users.get({ directoryId, userId: ada.id })).toMatchObject({
      email: 'ada@acme.example',
      emails: [{ value: 'ada@acme.example', primary: true }],
      raw: {
        userName: 'ada',
        emails: [{ value: 'ada@acme.example' }],
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: 'R&D' },
      },
    });
    expect(await collect(dirsync.users.list({ directoryId, email: 'ADA@acme.example' }))).toHaveLength(1);
    expect(await collect(dirsync.users.list({ directoryId, active: false }))).toHaveLength(0);
    expect(await collect(dirsync.groups.listMembers({ directoryId, groupId: group.id }))).toMatchObject([
      { id: ada.id, type: 'user', userName: 'ada' },
    ]);
    expect(await collect(dirsync.users.listGroups({ directoryId, userId: ada.id }))).toMatchObject([
      { displayName: 'Engineering', memberCount: 1 },
    ]);
  });

  it('makes the events of each change, numbered by directory', async () => {
    const { id: directoryId } = mock.directories.create({ name: 'Acme' });
    const ada = mock.users.create(directoryId, { userName: 'ada' });
    const group = mock.groups.create(directoryId, { displayName: 'Engineering', memberIds: [ada.id] });
    mock.users.update(ada.id, { title: 'Analyst', active: false });
    mock.users.update(ada.id, { title: 'Analyst' });
    mock.groups.update(group.id, { displayName: 'Research' });
    mock.users.delete(ada.id);
    mock.groups.delete(group.id);
    mock.directories.setHeld(directoryId, true);
    mock.directories.delete(directoryId);
    expect(types()).toStrictEqual([
      'directory.activated',
      'user.created',
      'group.created',
      'group.user_added',
      'user.deactivated',
      'user.updated',
      'group.updated',
      'group.user_removed',
      'user.deleted',
      'group.deleted',
      'directory.held',
      'directory.deleted',
    ]);
    expect(mock.events.map(({ sequence }) => sequence)).toStrictEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
    expect(mock.events[5]).toMatchObject({ data: { user: { title: 'Analyst' }, previous: { title: null } } });
    expect(await collect(dirsync.events.list({ directoryId, types: ['user.deleted'] }))).toHaveLength(1);
  });

  it('wakes whoever waits for an event', async () => {
    const { id: directoryId } = mock.directories.create({ name: 'Acme' });
    const controller = new AbortController();
    const seen: string[] = [];
    const consumed = dirsync.events.consume({
      cursorStore: memoryCursorStore((await dirsync.users.list({ directoryId })).eventCursor),
      signal: controller.signal,
      handler: ({ type }) => {
        seen.push(type);
        controller.abort();
      },
    });
    mock.users.create(directoryId, { userName: 'ada' });
    await consumed;
    expect(seen).toStrictEqual(['user.created']);
  });

  it('pages as the server does', async () => {
    const { id: directoryId } = mock.directories.create({ name: 'Acme' });
    for (let count = 0; count < 5; count++) mock.users.create(directoryId, { userName: `u${count}` });
    const pages = await collect(dirsync.users.list({ directoryId, limit: 2 }).pages());
    expect(pages.map(({ data }) => data.map(({ userName }) => userName))).toStrictEqual([
      ['u0', 'u1'],
      ['u2', 'u3'],
      ['u4'],
    ]);
    expect(new Set(pages.map(({ eventCursor }) => eventCursor)).size).toBe(1);
  });

  it('keeps what the product does by the API', async () => {
    const directory = await dirsync.directories.create({ name: 'Acme', provider: 'okta' });
    expect(directory).toMatchObject({ state: 'pending', provider: 'okta', organizationId: null });
    const { token, id: tokenId } = await dirsync.directories.tokens.create(directory.id);
    expect(token).toContain(tokenId);
    await dirsync.directories.tokens.revoke({ directoryId: directory.id, tokenId });
    const endpoint = await dirsync.webhookEndpoints.create({
      url: 'https://a.example/',
      eventTypes: ['user.created'],
    });
    await dirsync.webhookEndpoints.update(endpoint.id, { description: 'ours' });
    mock.users.create(directory.id, { userName: 'ada' });
    expect(await collect(dirsync.deliveries.list({ endpointId: endpoint.id }))).toMatchObject([
      { eventType: 'user.created', state: 'pending', sequence: 1 },
    ]);
    await dirsync.webhookEndpoints.delete(endpoint.id);
    expect(await collect(dirsync.deliveries.list())).toHaveLength(0);
    await dirsync.directories.delete(directory.id);
    await expect(dirsync.directories.get(directory.id)).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('erases the texts of a person that is gone, in the log and nowhere else', async () => {
    const { id: directoryId } = mock.directories.create({ name: 'Acme' });
    const ada = mock.users.create(directoryId, { userName: 'ada', email: 'ada@acme.example' });
    await dirsync.users.eraseData({ directoryId, userId: ada.id });
    expect(JSON.stringify(mock.events)).toContain('ada@acme.example');
    mock.users.delete(ada.id);
    await dirsync.users.eraseData({ directoryId, userId: ada.id });
    expect(JSON.stringify(mock.events)).not.toContain('ada@acme.example');
    expect(mock.events.at(-1)?.data).toMatchObject({
      user: { id: ada.id, userName: `erased-${ada.id}`, emails: [] },
    });
  });

  it('says what it does not have', async () => {
    const answer = await fetch(`${mock.baseUrl}/v1/nothing`, {
      headers: { authorization: 'Bearer dsk_test' },
    });
    expect(answer.status).toBe(501);
    expect(await answer.json()).toMatchObject({
      detail: 'The mock of @dirsync/client/testing does not have GET /v1/nothing.',
    });
    await expect(dirsync.users.get({ directoryId: 'd1', userId: 'u1' })).rejects.toThrow(
      'There is no directory "d1"',
    );
    await expect(dirsync.events.list({ after: 'nonsense' })).rejects.toMatchObject({
      code: 'cursor_invalid',
    });
    const { id: directoryId } = mock.directories.create({ name: 'Acme' });
    const group = mock.groups.create(directoryId, { displayName: 'Engineering' });
    expect(() => mock.groups.addMember(group.id, 'u1')).toThrow('There is no user or group "u1"');
  });

  it('lets in nobody without the key', async () => {
    const stranger: Dirsync = createDirsync({ apiKey: 'dsk_other', baseUrl: mock.baseUrl });
    await expect(stranger.directories.list()).rejects.toMatchObject({ name: 'AuthenticationError' });
  });

  it('is the same in every run, and works without MSW', async () => {
    const make = async () => {
      const other = createMockDirsync({ baseUrl: 'https://other.example/sync/', now: () => new Date(0) });
      const directory = other.directories.create({ name: 'Acme' });
      other.users.create(directory.id, { userName: 'ada' });
      const client = createDirsync({ apiKey: 'any', baseUrl: other.baseUrl, fetch: other.fetch });
      return [await client.users.list({ directoryId: directory.id }), await client.events.list()];
    };
    expect(await make()).toStrictEqual(await make());
  });
});
