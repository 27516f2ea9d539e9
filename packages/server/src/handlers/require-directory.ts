import type { Principals } from '../http/principal.ts';
import { notFound } from '../http/problem.ts';
import { getDirectory } from '../store/directories.ts';
import type { DirectoryRow } from '../store/directories.ts';
import type { Services } from './services.ts';

/** The directory, if it belongs to the environment of the key; else 404. */
export async function requireDirectory(
  { database }: Services,
  { environmentId }: Principals['apiKey'],
  directoryId: string,
): Promise<DirectoryRow> {
  const directory = await getDirectory(database, environmentId, directoryId);
  if (directory === undefined) throw notFound('directory', directoryId);
  return directory;
}
