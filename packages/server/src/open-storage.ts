import type { Config } from './config.ts';
import { openDataDirectory } from './data-directory.ts';
import type { DataDirectory } from './data-directory.ts';
import { StartError } from './start-error.ts';
import type { Database } from './store/database.ts';
import { openEmbedded } from './store/embedded.ts';
import { migrate, schemaVersions } from './store/migrate.ts';
import { openPostgres } from './store/postgres.ts';

/** The database with what belongs to it. */
export interface Storage {
  readonly database: Database;
  /** Encrypts the webhook secrets that the database holds. */
  readonly secretKey: Uint8Array;
  /** Of the embedded database; undefined on PostgreSQL. */
  readonly dataDirectory: DataDirectory | undefined;
  close(): Promise<void>;
}

export type StorageOptions = Pick<Config, 'storage' | 'apiKey'>;

/** Opens the database that the settings name. */
export async function openStorage(
  { storage, apiKey }: StorageOptions,
  onConnectionError?: (error: Error) => void,
): Promise<Storage> {
  if (storage.kind === 'postgres') {
    const { databaseUrl: connectionString, secretKey } = storage;
    const database = openPostgres({ connectionString, ...(onConnectionError && { onConnectionError }) });
    return { database, secretKey, dataDirectory: undefined, close: () => database.close() };
  }
  const given = { apiKey, secretKey: storage.secretKey };
  const dataDirectory = await openDataDirectory(storage.dataDirectory, given);
  try {
    const database = await openEmbedded(dataDirectory.databasePath);
    const secretKey = Buffer.from(dataDirectory.credentials.secretKey, 'base64');
    const close = async (): Promise<void> => {
      await database.close();
      dataDirectory.release();
    };
    return { database, secretKey, dataDirectory, close };
  } catch (error) {
    dataDirectory.release();
    throw error;
  }
}

/**
 * Brings the schema up to date, or checks that somebody has.
 *
 * @returns the names of the migrations that ran.
 */
export async function prepareSchema(
  database: Database,
  { migrate: isMigrating }: Pick<Config, 'migrate'>,
): Promise<readonly string[]> {
  const { actual, expected } = await schemaVersions(database).catch((cause: unknown) => {
    throw new StartError(`The database cannot be used: ${reasonOf(cause)}.`, { cause });
  });
  if (isMigrating) return migrate(database);
  if (actual >= expected) return [];
  throw new StartError(
    `The database has version ${actual} of the schema and ${expected} is needed: run "dirsync migrate", or do without DIRSYNC_MIGRATE=off.`,
  );
}

/** When a host has several addresses, the error of all of them has no message of its own. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}
