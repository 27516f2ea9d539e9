import { createDirsync } from '@dirsync/client';
import type { Dirsync } from '@dirsync/client';
import { installEmbedded, installOnPostgres } from '../harness/installation.ts';
import type { Installation } from '../harness/installation.ts';
import type { Postgres } from '../harness/postgres.ts';
import type { Table } from './table.ts';

/** What the suites have in common. */
export interface Bench {
  /** With `fsync` on. */
  readonly postgres: Postgres;
  /** The program, where it is installed. */
  readonly pgbench: string | undefined;
  /** How often each figure is taken. */
  readonly rounds: number;
  /** How long each round lasts. */
  readonly seconds: number;
  /** What a suite multiplies its large sizes with: 1, or less for a quick look. */
  readonly scale: number;
  readonly log: (line: string) => void;
}

export interface Suite {
  readonly name: string;
  readonly title: string;
  run(bench: Bench): Promise<readonly Table[]>;
}

/** A directory and all that requests to it need. */
export interface Directory {
  readonly id: string;
  readonly origin: string;
  /** The path of the SCIM base URL. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A server that is measured. */
export interface Target extends AsyncDisposable {
  readonly kind: 'PostgreSQL' | 'embedded';
  readonly url: string;
  readonly pid: number;
  readonly apiKey: string;
  readonly dirsync: Dirsync;
  /** On PostgreSQL. */
  readonly databaseUrl: string;
  createDirectory(): Promise<Directory>;
}

/** Settings that every measured server gets: it logs nothing but faults. */
const measuredSettings = { LOG_LEVEL: 'warn' };

export interface TargetOptions {
  /** Data that outlives the target; a new one when left out, removed with the target. */
  readonly installation?: Installation;
  /** Default `all`. */
  readonly role?: 'all' | 'api';
  /** Further settings. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Starts a server, of several processes on PostgreSQL if that is wanted; requests go to the first. `await using` ends
 * it.
 */
export async function startTarget(
  bench: Bench,
  kind: Target['kind'],
  processes = 1,
  { installation: given, role = 'all', env: further }: TargetOptions = {},
): Promise<Target> {
  const installation =
    given ??
    (kind === 'PostgreSQL' ? await installOnPostgres(bench.postgres.adminUrl) : await installEmbedded());
  const env = { ...measuredSettings, DIRSYNC_ROLE: role, ...further };
  const server = await installation.start({ env });
  const others: Awaited<ReturnType<Installation['start']>>[] = [];
  for (let n = 1; n < processes; n += 1) others.push(await installation.start({ env }));
  const dirsync = createDirsync({ apiKey: server.apiKey, baseUrl: server.url });
  return {
    kind,
    url: server.url,
    pid: server.pid,
    apiKey: server.apiKey,
    dirsync,
    databaseUrl: installation.env['DATABASE_URL'] ?? '',
    createDirectory: () => createDirectory(dirsync),
    async [Symbol.asyncDispose]() {
      for (const each of [server, ...others]) await each.stop();
      if (given === undefined) await installation.remove();
    },
  };
}

async function createDirectory(dirsync: Dirsync): Promise<Directory> {
  const { id, scim } = await dirsync.directories.create({ name: 'Acme' });
  const { token } = await dirsync.directories.tokens.create(id);
  const { origin, pathname } = new URL(scim.baseUrl);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' };
  return { id, origin, path: pathname, headers };
}
