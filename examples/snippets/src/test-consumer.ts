import { createDirsync, memoryCursorStore } from '@dirsync/client';
import { createMockDirsync } from '@dirsync/client/testing';

/** Runs a consumer until it has seen somebody leave; without MSW, as the mock is a `fetch` too. */
export async function seeLeaver(): Promise<readonly string[]> {
  const mock = createMockDirsync();
  const dirsync = createDirsync({ apiKey: 'any', baseUrl: mock.baseUrl, fetch: mock.fetch });
  const { id: directoryId } = mock.directories.create({ name: 'Acme' });
  const ada = mock.users.create(directoryId, { userName: 'ada' });
  const group = mock.groups.create(directoryId, { displayName: 'Engineering', memberIds: [ada.id] });
  mock.groups.removeMember(group.id, ada.id);
  mock.users.deactivate(ada.id);

  const done = new AbortController();
  const seen: string[] = [];
  await dirsync.events.consume({
    cursorStore: memoryCursorStore(),
    signal: done.signal,
    handler: ({ type }) => {
      seen.push(type);
      if (type === 'user.deactivated') done.abort();
    },
  });
  return seen;
}
