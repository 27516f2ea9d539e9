import { equal } from 'node:assert/strict';
import { createDirsync } from '@dirsync/client';
import { createMockDirsync } from '@dirsync/client/testing';
import { setupServer } from 'msw/node';
import { countSeats } from './seats.ts';

const mock = createMockDirsync();
const server = setupServer(...mock.handlers);
const dirsync = createDirsync({ apiKey: 'any', baseUrl: mock.baseUrl });

/** The body of a test, for whatever runs your tests. */
export async function testSeats(): Promise<void> {
  server.listen();
  try {
    const { id: directoryId } = mock.directories.create({ name: 'Acme', organizationId: 'org_42' });
    const ada = mock.users.create(directoryId, { userName: 'ada', email: 'ada@acme.example' });
    mock.users.create(directoryId, { userName: 'robot' });
    equal(await countSeats(dirsync, directoryId), 1);

    mock.users.deactivate(ada.id);
    equal(await countSeats(dirsync, directoryId), 0);
    equal(mock.events.at(-1)?.type, 'user.deactivated');

    mock.directories.delete(directoryId);
    equal(await countSeats(dirsync, directoryId), undefined);
  } finally {
    server.close();
    mock.reset();
  }
}
