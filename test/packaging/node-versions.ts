import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A Node to try the packages on. */
export interface NodeVersion {
  /** Such as `v20.20.2`. */
  readonly version: string;
  readonly path: string;
}

/** The Node of this repository, and the machine's own where the packages promise to run on it (20 or later). */
export function findNodes(): readonly NodeVersion[] {
  const own = { version: process.version, path: process.execPath };
  const hosts = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .map((folder) => join(folder, process.platform === 'win32' ? 'node.exe' : 'node'))
    .filter((path) => existsSync(path))
    .map((path) => ({ version: execFileSync(path, ['--version'], { encoding: 'utf8' }).trim(), path }));
  const host = hosts.find(
    ({ version }) => version !== own.version && Number(version.slice(1).split('.')[0]) >= 20,
  );
  return host === undefined ? [own] : [own, host];
}
