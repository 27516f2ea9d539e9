import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { keepCredentials, readCredentials } from './credentials.ts';
import type { Credentials, GivenSecrets } from './credentials.ts';
import { StartError } from './start-error.ts';

/** The process that has a data directory, as it tells the others. */
export interface Holder {
  readonly pid: number;
  /** Where it serves; null while it does not. */
  readonly url: string | null;
}

/** A data directory that belongs to this process until it is released. */
export interface DataDirectory {
  readonly path: string;
  /** The folder of the embedded database. */
  readonly databasePath: string;
  readonly credentials: Credentials;
  /** Tells other processes where this one serves. */
  announce(url: string): void;
  release(): void;
}

/** Another process has the data directory. */
export class DirectoryInUseError extends StartError {
  readonly holder: Holder | undefined;

  constructor(path: string, holder: Holder | undefined) {
    const process = holder ? `process ${holder.pid}` : 'another process';
    const place = holder?.url ? ` (${holder.url})` : '';
    super(`The data directory ${path} is in use by ${process}${place}: stop it, or set DIRSYNC_DATA_DIR.`);
    this.holder = holder;
  }
}

const holderSchema = z.object({ pid: z.int(), url: z.string().nullable() });

/**
 * Makes the data directory if need be and takes it for this process.
 *
 * @throws DirectoryInUseError when another process has it.
 */
export async function openDataDirectory(directory: string, given: GivenSecrets): Promise<DataDirectory> {
  const path = resolve(directory);
  const lock = await takeLock(path);
  try {
    writeHolder(path, { pid: process.pid, url: null });
    const databasePath = join(path, 'database');
    if (existsSync(databasePath) && readCredentials(path) === undefined) {
      throw new StartError(
        `${path} has a database but no credentials.json, with which its secrets are encrypted: restore the file, or remove the directory to start anew.`,
      );
    }
    const credentials = keepCredentials(path, given);
    mkdirSync(databasePath, { recursive: true, mode: 0o700 });
    return {
      path,
      databasePath,
      credentials,
      announce: (url) => writeHolder(path, { pid: process.pid, url }),
      release: () => release(path, lock),
    };
  } catch (error) {
    release(path, lock);
    throw error;
  }
}

/**
 * SQLite holds a lock of the operating system for the transaction that is never ended: exactly one process gets
 * it, and however that process ends, it is free again. Node itself has no locks of files.
 */
async function takeLock(path: string): Promise<DatabaseSync> {
  let lock: DatabaseSync | undefined;
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    lock = new DatabaseSync(join(path, 'lock.sqlite'));
    lock.exec('pragma locking_mode = exclusive; begin exclusive');
    return lock;
  } catch (cause) {
    lock?.close();
    if (isBusy(cause)) throw new DirectoryInUseError(path, await waitForHolder(path));
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(`The data directory ${path} cannot be used: ${reason}.`, { cause });
  }
}

/** SQLITE_BUSY */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}

function release(path: string, lock: DatabaseSync): void {
  // Under the lock: the next holder's file is not ours to remove.
  rmSync(holderFile(path), { force: true });
  lock.close();
}

function holderFile(path: string): string {
  return join(path, 'server.json');
}

function writeHolder(path: string, holder: Holder): void {
  const draft = `${holderFile(path)}.new`;
  writeFileSync(draft, JSON.stringify(holder));
  renameSync(draft, holderFile(path));
}

/** The holder may have the lock and not have written yet; a killed one has left what it wrote. */
async function waitForHolder(path: string): Promise<Holder | undefined> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const holder = readHolder(path);
    if (holder !== undefined && isAlive(holder.pid)) return holder;
    await pause(50);
  }
  return undefined;
}

function readHolder(path: string): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(holderFile(path), 'utf8')));
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
