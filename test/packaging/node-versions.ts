import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A Node to try the packages on. */
export interface NodeVersion {
  /** Such as `v20.20.2`. */
  readonly version: string;
  readonly path: string;
}

/**
 * The Node of this repository, the machine's own, and those that `pnpm test:node-versions` names in `DIRSYNC_TEST_NODES`:
 * one of each version that the packages promise to run on (20 or later).
 */
export function findNodes(): readonly NodeVersion[] {
  const executable = process.platform === 'win32' ? 'node.exe' : 'node';
  const named = (process.env['DIRSYNC_TEST_NODES'] ?? '').split(delimiter).filter(Boolean);
  const hosts = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .map((folder) => join(folder, executable))
    .filter((path) => existsSync(path));
  const found = new Map<string, string>();
  for (const path of [process.execPath, ...named, ...hosts]) {
    const version = execFileSync(path, ['--version'], { encoding: 'utf8' }).trim();
    if (Number(version.slice(1).split('.')[0]) >= 20 && !found.has(version)) found.set(version, path);
  }
  return [...found].map(([version, path]) => ({ version, path }));
}
