import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';

const cli = fileURLToPath(new URL('cli.ts', import.meta.url));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dirsync-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

function dirsync(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcessByStdio<null, Readable, Readable> {
  const child = spawn(process.execPath, ['--conditions=source', cli, ...args], {
    env: { DIRSYNC_DATA_DIR: join(folder, 'data'), PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

test('serve prints the banner on standard output, logs JSON on standard error, and ends with 0 at SIGINT', async () => {
  const child = dirsync(['serve']);
  const logged = text(child.stderr);
  const printed: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    printed.push(line);
    if (line.includes('Ctrl+C')) child.kill('SIGINT');
  }
  if (child.exitCode === null) await once(child, 'exit');
  expect(child.exitCode).toBe(0);
  expect(printed.join('\n')).toMatch(
    /^dirsync serves on http:\/\/127\.0\.0\.1:\d+$[^]*dsk_[^]*\/scim\/v2\/[^]*dst_/m,
  );
  const lines = (await logged)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly msg: string });
  expect(lines.map(({ msg }) => msg)).toContain('serving');
  // Nothing else, such as a warning of Node.
  expect(await logged).not.toMatch(/dsk_|dst_|Warning/);
}, 120_000);

test('a second signal ends it at once, whatever still runs', async () => {
  const child = dirsync(['serve']);
  child.stderr.resume();
  let baseUrl = '';
  let token = '';
  for await (const line of createInterface({ input: child.stdout })) {
    baseUrl ||= line.match(/http:\S+\/scim\/v2\/\S+/)?.[0] ?? '';
    token ||= line.match(/dst_\S+/)?.[0] ?? '';
    if (line.includes('Ctrl+C')) break;
  }
  const url = new URL(baseUrl).origin;
  // The server waits for a body that never comes.
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': 10,
    expect: '100-continue',
  };
  const hanging = request(`${baseUrl}/Users`, { method: 'POST', headers });
  const hungUp = once(hanging, 'error');
  hanging.flushHeaders();
  await once(hanging, 'continue');
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  while ((await fetch(`${url}/healthz`).catch(() => undefined)) !== undefined);
  child.kill('SIGTERM');
  expect(await exit).toEqual([1, null]);
  await hungUp;
}, 120_000);

test('what is wrong is one line on standard error and exit code 1', async () => {
  const child = dirsync(['serve'], { DIRSYNC_MIGRATE: 'maybe' });
  const [printed, explained] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  expect(child.exitCode).toBe(1);
  expect(printed).toBe('');
  expect(explained).toBe('dirsync: DIRSYNC_MIGRATE: expected on or off, got "maybe".\n');
});
