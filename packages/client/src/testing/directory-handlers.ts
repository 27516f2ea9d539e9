import { addDirectory, deleteDirectory, findDirectory, mergeSettings, setHeld } from './directories.ts';
import { found, MockFailure } from './failure.ts';
import { pageOf } from './page.ts';
import type { MockHandlers } from './request.ts';
import type { State } from './state.ts';

type DirectoryOperation =
  | 'createDirectory'
  | 'listDirectories'
  | 'getDirectory'
  | 'updateDirectory'
  | 'deleteDirectory'
  | 'releaseDirectory'
  | 'listDirectoryLeniences'
  | 'createDirectoryToken'
  | 'listDirectoryTokens'
  | 'revokeDirectoryToken';

export function directoryHandlers(state: State): MockHandlers<DirectoryOperation> {
  return {
    createDirectory: ({ body }) => addDirectory(state, body).directory,
    listDirectories({ query }) {
      const all = [...state.directories.values()].map(({ directory }) => directory);
      const { organizationId } = query;
      return pageOf(
        all.filter(
          (directory) => organizationId === undefined || directory.organizationId === organizationId,
        ),
        query,
      );
    },
    getDirectory: ({ path }) => findDirectory(state, path.directoryId).directory,
    updateDirectory({ path, body }) {
      const of = findDirectory(state, path.directoryId);
      const { settings, ...changes } = body;
      of.directory = {
        ...of.directory,
        ...changes,
        settings: mergeSettings(of.directory.settings, settings),
        updatedAt: state.now(),
      };
      return of.directory;
    },
    deleteDirectory: ({ path }) => deleteDirectory(state, findDirectory(state, path.directoryId)),
    releaseDirectory({ path }) {
      const of = findDirectory(state, path.directoryId);
      if (of.directory.state === 'held') return setHeld(state, of, false);
      throw new MockFailure(409, 'conflict', 'The directory is not held.');
    },
    listDirectoryLeniences({ path }) {
      findDirectory(state, path.directoryId);
      // The mock takes no SCIM requests, so there is none that was wrong.
      return { data: [], nextCursor: null };
    },

    createDirectoryToken({ path, body }) {
      const { tokens } = findDirectory(state, path.directoryId);
      const id = state.nextId();
      const shared = { id, createdAt: state.now(), expiresAt: body?.expiresAt ?? null };
      tokens.set(id, { ...shared, name: body?.name ?? null, revokedAt: null });
      return { ...shared, token: `dst_mock-${id}` };
    },
    listDirectoryTokens: ({ path, query }) =>
      pageOf(findDirectory(state, path.directoryId).tokens.values(), query),
    revokeDirectoryToken({ path }) {
      const { tokens } = findDirectory(state, path.directoryId);
      const token = found(tokens.get(path.tokenId), 'token', path.tokenId);
      tokens.set(token.id, { ...token, revokedAt: token.revokedAt ?? state.now() });
    },
  };
}
