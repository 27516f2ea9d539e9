import type { components } from '../generated/api.ts';
import type { Wake } from '../relay/wake.ts';
import type { Database, Queryable } from '../store/database.ts';
import {
  activateDirectory,
  insertDirectory,
  markDirectoryDeleted,
  releaseDirectory as markReleased,
  touchDirectory,
} from '../store/directories.ts';
import type { DirectoryRow } from '../store/directories.ts';
import { revokeDirectoryTokens } from '../store/directory-tokens.ts';
import type { AuthenticatedDirectory } from '../store/directory-tokens.ts';
import { recordDirectoryEvent } from '../store/inbox.ts';
import { askForRelease } from '../store/feeds.ts';
import type { ReleaseMode, Safeguard } from '../store/feeds.ts';
import { newId } from '../store/new-id.ts';
import { toDirectory } from './directory-view.ts';

export type DirectoryInput = components['schemas']['DirectoryInput'];

/** What changes of directories themselves need. */
export interface DirectoriesContext {
  readonly database: Database;
  readonly wake: Wake;
  readonly publicUrl: string;
}

/** Against a wrong click at the identity provider, which would take a whole company's access away. */
const defaultSafeguard: Safeguard = { enabled: true, users: 50, percent: 20, windowMinutes: 60 };

/** Makes a directory; it is pending until its identity provider sends the first request. */
export function createDirectory(
  queryable: Queryable,
  environmentId: string,
  { name, provider = 'generic', organizationId = null, settings, metadata = {} }: DirectoryInput,
  id: string = newId(),
): Promise<DirectoryRow> {
  return insertDirectory(queryable, {
    id,
    environmentId,
    name,
    provider,
    organizationId,
    metadata,
    settings: {
      mode: 'compat',
      ...settings,
      safeguard: { ...defaultSafeguard, ...settings?.safeguard },
    },
  });
}

/** Deletes a directory: its tokens stop at once. False when the environment has none with this id. */
export async function deleteDirectory(
  { database, wake, publicUrl }: DirectoriesContext,
  environmentId: string,
  id: string,
): Promise<boolean> {
  const isDeleted = await database.transaction(async (tx) => {
    const row = await markDirectoryDeleted(tx, environmentId, id);
    if (row === undefined) return false;
    await revokeDirectoryTokens(tx, row.id);
    const data = { directory: toDirectory(row, publicUrl) };
    await recordDirectoryEvent(tx, row.id, { type: 'directory.deleted', data });
    return true;
  });
  if (isDeleted) wake.notify('dirsync_inbox');
  return isDeleted;
}

/** Lets the events of a held directory go on; undefined when the environment has no such directory that is held. */
export async function releaseDirectory(
  { database, wake, publicUrl }: DirectoriesContext,
  environmentId: string,
  id: string,
  mode: ReleaseMode,
): Promise<DirectoryRow | undefined> {
  const released = await database.transaction(async (tx) => {
    const row = await markReleased(tx, environmentId, id);
    if (row === undefined) return undefined;
    await askForRelease(tx, row.id, mode);
    const data = { directory: toDirectory(row, publicUrl) };
    await recordDirectoryEvent(tx, row.id, { type: 'directory.released', data });
    return row;
  });
  if (released !== undefined) wake.notify('dirsync_inbox');
  return released;
}

/**
 * Notes an authenticated request of an identity provider: the first one makes the directory active, before
 * anything that the request does; later ones only move `lastRequestAt`.
 */
export async function recordRequest(
  { database, wake, publicUrl }: DirectoriesContext,
  directory: AuthenticatedDirectory,
): Promise<void> {
  if (directory.state !== 'pending') {
    if (directory.isTouchDue) await touchDirectory(database, directory.id);
    return;
  }
  await database.transaction(async (tx) => {
    const row = await activateDirectory(tx, directory.id);
    if (row === undefined) return;
    const data = { directory: toDirectory(row, publicUrl) };
    await recordDirectoryEvent(tx, row.id, { type: 'directory.activated', data });
  });
  wake.notify('dirsync_inbox');
}
