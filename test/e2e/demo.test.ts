import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { collectOutput } from '../harness/child-output.ts';
import type { ChildOutput } from '../harness/child-output.ts';
import { root } from '../harness/server-process.ts';

interface Demo extends AsyncDisposable {
  readonly process: ChildProcess;
  readonly output: ChildOutput;
  /** Waits for the end and returns the exit code. */
  end(): Promise<number | null>;
  /** What is left in the demo's folder for temporary files. */
  listLeftovers(): Promise<readonly string[]>;
}

/** Three processes one after the other, on a machine that may be busy with other tests. */
const timeoutMs = 120_000;

/** What `pnpm demo` runs, with a folder of its own for temporary files. */
async function startDemo(env: Readonly<Record<string, string>> = {}): Promise<Demo> {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: { readonly demo: string };
  };
  const [program, ...args] = scripts.demo.split(' ');
  expect(program).toBe('node');
  const folder = await mkdtemp(join(tmpdir(), 'dirsync-demo-test-'));
  const child = spawn(process.execPath, args, { cwd: root, env: { TMPDIR: folder, ...env } });
  const closed = once(child, 'close');
  // It stops its server then, too.
  const stop = (): void => void child.kill('SIGTERM');
  process.once('exit', stop);
  return {
    process: child,
    output: collectOutput(child, 'The demo'),
    async end() {
      await closed;
      return child.exitCode;
    },
    listLeftovers: () => readdir(folder),
    async [Symbol.asyncDispose]() {
      process.off('exit', stop);
      stop();
      await closed;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

it(
  'the demo ends with exit code 0 when the product holds what the tenants hold',
  { timeout: timeoutMs },
  async () => {
    await using demo = await startDemo();
    expect([await demo.end(), demo.output.lines.join('\n')]).toEqual([
      0,
      expect.stringContaining('Verdict: the product holds the same people and groups as the tenants.'),
    ]);
    const lines = demo.output.lines.map((line) => line.replaceAll(/ +/g, ' '));
    expect(lines).toContain('okta → POST /Users 201 ada@acme.example');
    expect(lines).toContain('product ← #2 user.created ada@acme.example');
    expect(lines).toContain('product ← #1 directory.activated Globex');
    expect(await demo.listLeftovers()).toEqual([]);
  },
);

it('the demo ends with exit code 1 when the product misses an event', { timeout: timeoutMs }, async () => {
  await using demo = await startDemo({ DEMO_MISS: 'user.deactivated' });
  expect([await demo.end(), demo.output.lines.at(-1)]).toEqual([
    1,
    'Verdict: the product differs from the tenants.',
  ]);
  expect(await demo.listLeftovers()).toEqual([]);
});

it('the demo that is stopped leaves neither a server nor files behind', { timeout: timeoutMs }, async () => {
  await using demo = await startDemo();
  const started = await demo.output.line((line) => line.includes('product ←'));
  expect(started).toContain('#1');
  demo.process.kill('SIGTERM');
  expect(await demo.end()).toBe(1);
  expect(await demo.listLeftovers()).toEqual([]);
});
