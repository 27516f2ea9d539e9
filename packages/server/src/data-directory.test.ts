import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { ConfigError } from './config.ts';
import { DirectoryInUseError, openDataDirectory } from './data-directory.ts';
import { StartError } from './start-error.ts';

const nothing = { apiKey: undefined, secretKey: undefined };

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dirsync-data-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'data');
}

async function modeOf(path: string): Promise<number> {
  return (await stat(path)).mode & 0o777;
}

const program = `
import { openDataDirectory } from ${JSON.stringify(new URL('data-directory.ts', import.meta.url))};
try {
  const directory = await openDataDirectory(process.argv[1], { apiKey: undefined, secretKey: undefined });
  directory.announce('http://127.0.0.1:1234');
  console.log('got it');
  process.stdin.resume();
} catch (error) {
  console.log(error.message);
}`;

const children = new Set<ChildProcess>();
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
});

/** A process that tries to take the directory, and says how that went. */
async function start(path: string): Promise<{ readonly child: ChildProcess; readonly said: string }> {
  const child = spawn(process.execPath, ['--conditions=source', '--input-type=module', '-e', program, path], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.add(child);
  const [said] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, said: String(said) };
}

test('makes the directory and its secrets for the owner only, and keeps them', async () => {
  const path = await makeFolder();
  const first = await openDataDirectory(path, nothing);
  expect(await modeOf(path)).toBe(0o700);
  expect(await modeOf(join(path, 'credentials.json'))).toBe(0o600);
  expect(JSON.parse(await readFile(join(path, 'credentials.json'), 'utf8'))).toEqual(first.credentials);
  expect(first.credentials.apiKey).toMatch(/^dsk_/);
  expect(first.credentials.demo.token).toMatch(/^dst_/);
  expect(Buffer.from(first.credentials.secretKey, 'base64')).toHaveLength(32);
  first.release();
  const second = await openDataDirectory(path, nothing);
  expect(second.credentials).toEqual(first.credentials);
  second.release();
});

test('keeps the secrets that it is given; another API key replaces the kept one, another secret key is refused', async () => {
  const path = await makeFolder();
  const secretKey = Buffer.alloc(32, 7);
  const first = await openDataDirectory(path, { apiKey: 'first', secretKey });
  expect(first.credentials).toMatchObject({ apiKey: 'first', secretKey: secretKey.toString('base64') });
  first.release();
  const second = await openDataDirectory(path, { apiKey: 'second', secretKey: undefined });
  expect(second.credentials).toEqual({ ...first.credentials, apiKey: 'second' });
  expect(await modeOf(join(path, 'credentials.json'))).toBe(0o600);
  second.release();
  const other = openDataDirectory(path, { apiKey: undefined, secretKey: Buffer.alloc(32, 8) });
  await expect(other).rejects.toThrow(ConfigError);
});

test('refuses a database whose secrets are gone, and secrets that cannot be read', async () => {
  const path = await makeFolder();
  await mkdir(join(path, 'database'), { recursive: true });
  await expect(openDataDirectory(path, nothing)).rejects.toThrow(/has a database but no credentials\.json/);
  await writeFile(join(path, 'credentials.json'), '{"apiKey":"dsk_secret"');
  const refusal = await openDataDirectory(path, nothing).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StartError);
  expect(String(refusal)).toContain('credentials.json, got something else');
  expect(String(refusal)).not.toContain('dsk_secret');
});

test('says in one line why a directory cannot be used', async () => {
  const path = await makeFolder();
  await mkdir(path, { recursive: true });
  const file = join(path, 'file');
  await writeFile(file, '');
  await expect(openDataDirectory(join(file, 'data'), nothing)).rejects.toThrow(
    /cannot be used: .*ENOTDIR.*\.$/,
  );
});

test('a second process is refused with the pid and the address of the first, until that one is killed', async () => {
  const path = await makeFolder();
  const { child, said } = await start(path);
  expect(said).toBe('got it');
  const refusal = await openDataDirectory(path, nothing).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(DirectoryInUseError);
  expect(refusal).toMatchObject({
    message: `The data directory ${path} is in use by process ${child.pid} (http://127.0.0.1:1234): stop it, or set DIRSYNC_DATA_DIR.`,
    holder: { pid: child.pid, url: 'http://127.0.0.1:1234' },
  });
  child.kill('SIGKILL');
  await once(child, 'close');
  const next = await openDataDirectory(path, nothing);
  const own = await openDataDirectory(path, nothing).catch((error: unknown) => error);
  expect(own).toMatchObject({ holder: { pid: process.pid, url: null } });
  next.release();
});

test('of four processes that start at once one gets the directory; the others name it', async () => {
  const path = await makeFolder();
  const started = await Promise.all([1, 2, 3, 4].map(() => start(path)));
  const winners = started.filter(({ said }) => said === 'got it');
  expect(winners).toHaveLength(1);
  const losers = started.filter(({ said }) => said.includes(`in use by process ${winners[0]?.child.pid}`));
  expect(losers).toHaveLength(3);
});
