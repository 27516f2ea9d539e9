import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, dropDatabase } from './database.ts';
import { startServer } from './server-process.ts';
import type { ServerProcess, ServerProcessOptions } from './server-process.ts';

/** Where a server answers, and the key of its first environment. */
export interface ServerAddress {
  readonly url: string;
  readonly apiKey: string;
}

/** A server process that several tests share. */
export interface SharedServer extends ServerAddress {
  readonly pid: number;
  /** Its settings, with which commands reach its data. */
  readonly env: Readonly<Record<string, string>>;
}

/** The data of a server, which outlives its processes. */
export interface Installation {
  /** The settings that every process of it gets. */
  readonly env: Readonly<Record<string, string>>;
  /** Starts a process, with settings of its own besides. */
  start(options?: Partial<ServerProcessOptions>): Promise<ServerProcess & ServerAddress>;
  /** Call it when all processes have ended. */
  remove(): Promise<void>;
}

/** A new data directory of the embedded database. */
export async function installEmbedded(): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'dirsync-data-'));
  // The server makes the folder itself.
  return installation({ DIRSYNC_DATA_DIR: join(folder, 'data') }, () =>
    rm(folder, { recursive: true, force: true }),
  );
}

/** A new database on the PostgreSQL of the test run. */
export async function installOnPostgres(adminUrl: string): Promise<Installation> {
  const databaseUrl = await createDatabase(adminUrl);
  return installation(
    {
      DATABASE_URL: databaseUrl,
      DIRSYNC_SECRET_KEY: randomBytes(32).toString('base64'),
      DIRSYNC_ALLOW_PRIVATE_WEBHOOKS: '1',
    },
    () => dropDatabase(adminUrl, databaseUrl),
  );
}

/** A copy of the data of an installation on PostgreSQL, none of whose processes run. */
export async function copyOnPostgres(adminUrl: string, { env }: Installation): Promise<Installation> {
  const databaseUrl = await createDatabase(adminUrl, env['DATABASE_URL']);
  return installation({ ...env, DATABASE_URL: databaseUrl }, () => dropDatabase(adminUrl, databaseUrl));
}

/** Tests send as much as they can; those of the limits set their own. */
const withoutRateLimits = { DIRSYNC_SCIM_RATE_LIMIT: 'off', DIRSYNC_API_RATE_LIMIT: 'off' };

function installation(settings: Readonly<Record<string, string>>, remove: () => Promise<void>): Installation {
  const apiKey = settings['DIRSYNC_API_KEY'] ?? `test_${randomBytes(32).toString('base64url')}`;
  const env = { HOST: '127.0.0.1', DIRSYNC_API_KEY: apiKey, ...withoutRateLimits, ...settings };
  return {
    env,
    async start({ env: own, ...options } = {}) {
      return { ...(await startServer({ env: { ...env, ...own }, ...options })), apiKey };
    },
    remove,
  };
}
