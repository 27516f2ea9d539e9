import { execFile } from 'node:child_process';
import { access, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { PgbenchScript } from './recorded-statement.ts';

const execute = promisify(execFile);

/** Its values are long: only what it says itself is an error's message. */
async function run(program: string, args: readonly string[]): Promise<string> {
  try {
    return (await execute(program, args)).stdout;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new Error(`pgbench failed: ${said.slice(0, 2000)}`); // eslint-disable-line preserve-caught-error -- it holds all values
  }
}

/** `pgbench` on the PATH or in a Debian PostgreSQL; undefined where there is none. */
export async function findPgbench(): Promise<string | undefined> {
  const debian = '/usr/lib/postgresql';
  const versions = await readdir(debian).catch(() => []);
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...versions
      .toSorted()
      .toReversed()
      .map((version) => join(debian, version, 'bin')),
  ];
  for (const folder of folders) {
    const file = join(folder, 'pgbench');
    if (
      await access(file).then(
        () => true,
        () => false,
      )
    )
      return file;
  }
  return undefined;
}

export interface PgbenchOptions {
  readonly pgbench: string;
  readonly databaseUrl: string;
  readonly clients: number;
  readonly seconds: number;
  readonly script: PgbenchScript;
}

/** Transactions per second of one statement, prepared. */
export async function pgbenchRate(options: PgbenchOptions): Promise<number> {
  const { pgbench, databaseUrl, clients, seconds, script } = options;
  const folder = await mkdtemp(join(tmpdir(), 'dirsync-pgbench-'));
  try {
    const file = join(folder, 'script.sql');
    await writeFile(file, script.text);
    const variables = [...script.variables].flatMap(([name, value]) => ['-D', `${name}=${value}`]);
    const load = ['-c', String(clients), '-j', String(Math.min(clients, 2)), '-T', String(seconds)];
    const stdout = await run(pgbench, [
      '-n',
      '-M',
      'prepared',
      ...variables,
      ...load,
      '-f',
      file,
      databaseUrl,
    ]);
    const rate = /tps = ([\d.]+) \(without initial connection time\)/.exec(stdout)?.[1];
    if (rate === undefined) throw new Error(`Expected a rate from pgbench, got:\n${stdout}`);
    return Number(rate);
  } finally {
    await rm(folder, { recursive: true });
  }
}
