import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectOutput } from './child-output.ts';
import { freePort } from './free-port.ts';
import { findPostgresBinaries } from './postgres-binaries.ts';

/** A PostgreSQL server for the time of a test run. */
export interface Postgres {
  /** Of a user who may create databases. */
  readonly adminUrl: string;
  /** What it logged until now. */
  readonly lines: readonly string[];
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Wait for the disk on every commit, as in production. Default false. */
  readonly fsync?: boolean;
}

/** `nobody` on Linux; any user who owns nothing would do. */
const unprivilegedUser = 65534;

/**
 * The PostgreSQL of `DATABASE_URL`, else a new one, in a folder of its own, that `stop` removes. Undefined where
 * the platform has no binaries.
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<Postgres | undefined> {
  const given = process.env['DATABASE_URL'];
  if (given) return { adminUrl: given, lines: [], stop: async () => undefined };

  // PostgreSQL refuses to run as root.
  const user = process.getuid?.() === 0 ? unprivilegedUser : undefined;
  const folder = await mkdtemp(join(tmpdir(), 'dirsync-postgres-'));
  const removeFolder = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    if (user !== undefined) await chown(folder, user, user);
    const binaries = await findPostgresBinaries(user === undefined ? undefined : join(folder, 'native'));
    if (binaries === undefined) {
      await removeFolder();
      return undefined;
    }
    const spawnOptions = { cwd: folder, ...(user !== undefined && { uid: user, gid: user }) };
    const password = randomBytes(16).toString('hex');
    const passwordFile = join(folder, 'password');
    await writeFile(passwordFile, password);
    await initialise(binaries, join(folder, 'data'), passwordFile, spawnOptions);
    const port = await freePort();
    const { server, lines } = await serve(binaries, folder, port, options, spawnOptions);
    return {
      lines,
      adminUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
      async stop(): Promise<void> {
        await end(server);
        await removeFolder();
      },
    };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

async function initialise(
  binaries: string,
  data: string,
  passwordFile: string,
  spawnOptions: SpawnOptions,
): Promise<void> {
  const initdb = spawn(
    join(binaries, 'initdb'),
    [
      ...['--pgdata', data, '--username', 'postgres', '--pwfile', passwordFile],
      ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--no-sync'],
      // A collation unlike the embedded database's: a forgotten `collate "C"` shows.
      ...['--locale', 'C', '--locale-provider', 'icu', '--icu-locale', 'en-US'],
    ],
    { ...spawnOptions, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const { lines } = collectOutput(initdb, 'initdb');
  const [code] = await once(initdb, 'close');
  if (code !== 0) throw new Error(`initdb ended with ${code}:\n${lines.join('\n')}`);
}

async function serve(
  binaries: string,
  folder: string,
  port: number,
  { fsync = false }: PostgresOptions,
  spawnOptions: SpawnOptions,
): Promise<{ readonly server: ChildProcess; readonly lines: readonly string[] }> {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: process.platform === 'win32' ? '' : folder,
    fsync: fsync ? 'on' : 'off',
    max_connections: 200,
    // Unlike the embedded database's: a time that is not written in UTC shows.
    timezone: 'Asia/Kolkata',
    log_timezone: 'UTC',
  };
  const server = spawn(
    join(binaries, 'postgres'),
    [
      '-D',
      join(folder, 'data'),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...spawnOptions, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  // SIGQUIT: at once. Nothing asynchronous runs any more.
  const killAtExit = (): void => void server.kill('SIGQUIT');
  process.once('exit', killAtExit);
  server.once('close', () => process.off('exit', killAtExit));
  const output = collectOutput(server, 'postgres');
  await output.line((line) => line.includes('ready to accept connections'));
  return { server, lines: output.lines };
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const closed = once(server, 'close');
  // Fast shutdown: whoever is still connected is disconnected.
  server.kill('SIGINT');
  await closed;
}
