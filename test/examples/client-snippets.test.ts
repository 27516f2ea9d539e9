import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDirsync } from '@dirsync/client';
import { createMockDirsync } from '@dirsync/client/testing';
import { createFileCursorStore } from '@dirsync/example-snippets/file-cursor-store';
import { matchUsers } from '@dirsync/example-snippets/match-users';
import { moveCustomer } from '@dirsync/example-snippets/move-customer';
import { seeLeaver } from '@dirsync/example-snippets/test-consumer';
import { testSeats } from '@dirsync/example-snippets/test-with-mock';
import { expect, inject, it } from 'vitest';
import { createClient } from '../harness/client.ts';

// What the pages about the client show does what they say.

it('keeps a cursor in a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dirsync-cursor-'));
  const path = join(folder, 'cursor');
  expect(await createFileCursorStore(path).load()).toBeUndefined();
  await createFileCursorStore(path).save('first');
  await createFileCursorStore(path).save('second');
  expect(await createFileCursorStore(path).load()).toBe('second');
  await expect(stat(`${path}.new`)).rejects.toThrow('ENOENT');
  await expect(async () => createFileCursorStore(folder).load()).rejects.toThrow('EISDIR');
  await rm(folder, { recursive: true });
});

it('tests a product with the mock', testSeats);

it('tests a consumer with the mock', async () => {
  expect(await seeLeaver()).toEqual([
    'directory.activated',
    'user.created',
    'group.created',
    'group.user_added',
    'group.user_removed',
    'user.deactivated',
  ]);
});

it('moves a customer once, however often it is asked', async () => {
  const dirsync = createClient(inject('servers').embedded);
  const customer = { id: `org_${crypto.randomUUID()}`, name: 'Acme', provider: 'okta' } as const;
  const first = await moveCustomer(dirsync, customer);
  expect(await moveCustomer(dirsync, customer)).toEqual(first);
  const { data } = await dirsync.directories.list({ organizationId: customer.id });
  expect(data.map(({ id }) => id)).toEqual([first.directoryId]);
});

it('matches people by the id of their identity provider, else by name, and nobody twice', async () => {
  const mock = createMockDirsync();
  const dirsync = createDirsync({ apiKey: 'any', baseUrl: mock.baseUrl, fetch: mock.fetch });
  const { id: directoryId } = mock.directories.create({ name: 'Acme' });
  const ada = mock.users.create(directoryId, { userName: 'ada.new', externalId: '00u1' });
  const bob = mock.users.create(directoryId, { userName: 'BOB', externalId: '00u2' });
  const second = mock.users.create(directoryId, { userName: 'ada' });
  const people = [
    { id: 'p1', externalId: '00u1', userName: 'ada' },
    { id: 'p2', externalId: null, userName: 'bob' },
    { id: 'p3', externalId: '00u9', userName: 'carl' },
  ];
  expect(await matchUsers(dirsync, directoryId, people)).toMatchObject({
    pairs: [
      { personId: 'p1', user: { id: ada.id } },
      { personId: 'p2', user: { id: bob.id } },
    ],
    added: [{ id: second.id }],
    missing: [{ id: 'p3' }],
  });
});
