import type { Credentials } from './credentials.ts';
import { createDirectory } from './directory/directories.ts';
import { createEnvironment } from './directory/environments.ts';
import { hashSecret } from './directory/secrets.ts';
import { ensureApiKey } from './store/api-keys.ts';
import type { Database, Queryable } from './store/database.ts';
import { insertDirectoryToken } from './store/directory-tokens.ts';
import { findEnvironment } from './store/environments.ts';
import { newId } from './store/new-id.ts';

/** The environment that the first start makes. */
export const firstEnvironment = 'default';

export interface BootstrapOptions {
  /** A key of the environment `default`; without one the first start makes one up. */
  readonly apiKey?: string | undefined;
  /** A directory to begin with, made at the first start. */
  readonly demo?: Credentials['demo'];
}

/**
 * Makes what must be there before the first request; processes that start together make it once.
 *
 * @returns the first API key, when this was the first start.
 */
export async function bootstrap(
  database: Database,
  { apiKey, demo }: BootstrapOptions,
): Promise<string | undefined> {
  return database.transaction(async (tx) => {
    const created = await createEnvironment(tx, firstEnvironment, apiKey);
    if (created === 'conflict') {
      if (apiKey !== undefined) await ensureFirstKey(tx, apiKey);
      return undefined;
    }
    if (demo !== undefined) await createDemo(tx, created.environment.id, demo);
    return created.apiKey.key;
  });
}

async function ensureFirstKey(tx: Queryable, apiKey: string): Promise<void> {
  const environment = await findEnvironment(tx, firstEnvironment);
  if (environment === undefined) throw new Error(`Expected the environment "${firstEnvironment}".`);
  const hash = hashSecret(apiKey);
  await ensureApiKey(tx, { id: newId(), environmentId: environment.id, name: 'DIRSYNC_API_KEY', hash });
}

async function createDemo(tx: Queryable, environmentId: string, demo: Credentials['demo']): Promise<void> {
  const { directoryId, token } = demo;
  await createDirectory(tx, environmentId, { name: 'Demo' }, directoryId);
  const hash = hashSecret(token);
  await insertDirectoryToken(tx, { environmentId, directoryId, id: newId(), name: 'demo', hash });
}
