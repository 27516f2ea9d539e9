import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { startServer } from '../server.ts';
import type { RunningServer } from '../server.ts';
import { createEmptyDatabase, postgresUrl } from '../store/testing/databases.ts';
import { runCommand } from './run-command.ts';

interface Ran {
  readonly code: number;
  readonly printed: readonly string[];
  readonly explained: readonly string[];
}

async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const printed: string[] = [];
  const explained: string[] = [];
  const print = (line: string): void => void printed.push(line);
  const explain = (line: string): void => void explained.push(line);
  return { code: await runCommand(args, { env, print, explain }), printed, explained };
}

async function statusWith(server: RunningServer, key: string | undefined): Promise<number> {
  return (await fetch(`${server.url}/v1/api-keys`, { headers: { authorization: `Bearer ${key}` } })).status;
}

test.each([[[]], [['help']], [['--help']], [['-h']]])('%j prints the commands', async (args) => {
  const { code, printed } = await run(args);
  expect(code).toBe(0);
  expect(printed.join('\n')).toMatch(/serve[^]*migrate[^]*environments create[^]*keys create/);
});

test('prints its version', async () => {
  expect(await run(['--version'])).toEqual({
    code: 0,
    printed: [expect.stringMatching(/^\d+\.\d+\.\d+/)],
    explained: [],
  });
});

test.each([
  [['start'], 'There is no command "start"; "dirsync help" shows those that there are.'],
  [['keys'], 'Expected "dirsync keys create", got nothing more.'],
  [['keys', 'list'], 'Expected "dirsync keys create", got "list".'],
  [['keys', 'create', '--env', 'live'], `Unknown option '--env'; see "dirsync help".`],
  [['keys', 'create', '--name', ''], 'Expected a name of 1 to 200 characters for the key.'],
  [['environments', 'create'], 'Expected 1 arguments, got 0; see "dirsync help".'],
  [
    ['environments', 'create', 'x'.repeat(201)],
    'Expected a name of 1 to 200 characters for the environment.',
  ],
  [['serve', 'now'], 'Expected 0 arguments, got 1; see "dirsync help".'],
  [['migrate', '--dry-run'], `Unknown option '--dry-run'; see "dirsync help".`],
])('%j is refused in one line', async (args, message) => {
  expect(await run(args)).toEqual({ code: 1, printed: [], explained: [`dirsync: ${message}`] });
});

test.each([['serve'], ['migrate'], ['keys', 'create'], ['environments', 'create', 'x']])(
  '%s tells of a wrong setting in one line',
  async (...args) => {
    const explained = ['dirsync: PORT: expected a port from 0 to 65535, got "x".'];
    expect(await run(args, { PORT: 'x' })).toEqual({ code: 1, printed: [], explained });
  },
);

describe('on the embedded database', () => {
  let folder = '';
  let env: Readonly<Record<string, string>> = {};
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dirsync-command-'));
    env = { DIRSYNC_DATA_DIR: join(folder, 'data'), HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent' };
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('makes no data directory by the way', async () => {
    const { code, explained } = await run(['keys', 'create'], env);
    expect(code).toBe(1);
    expect(explained).toEqual([expect.stringMatching(/There is no data in .*: run "dirsync serve" first/)]);
  });

  test('migrates a new data directory once', async () => {
    const first = await run(['migrate'], env);
    expect(first.printed).toContain('001.do.directories.sql');
    expect(await run(['migrate'], env)).toEqual({
      code: 0,
      printed: ['The schema is up to date.'],
      explained: [],
    });
  }, 120_000);

  test('asks the server while one runs, and opens the data directory while none does', async () => {
    const server = await startServer(readConfig(env));
    const whileItRuns = [
      await run(['environments', 'create', 'live/eu'], env),
      await run(['keys', 'create', '--environment', 'live/eu', '--name', 'back end'], env),
      await run(['keys', 'create'], env),
    ];
    for (const { code, printed } of whileItRuns) {
      expect(code).toBe(0);
      expect(printed).toEqual([expect.stringMatching(/^dsk_/)]);
      expect(await statusWith(server, printed[0])).toBe(200);
    }
    const taken = await run(['environments', 'create', 'live/eu'], env);
    expect(taken.explained).toEqual(['dirsync: There is an environment "live/eu" already.']);
    const missing = await run(['keys', 'create', '--environment', 'none'], env);
    expect(missing.explained).toEqual(['dirsync: There is no environment "none".']);
    expect((await run(['migrate'], env)).explained).toEqual([
      expect.stringMatching(/is in use by process \d+/),
    ]);
    await server.close();

    const stopped = await run(['keys', 'create', '--environment', 'live/eu'], env);
    expect(stopped.explained).toEqual(['The API key of the environment "live/eu" is shown only now:']);
    const again = await startServer(readConfig(env));
    expect(await statusWith(again, stopped.printed[0])).toBe(200);
    await again.close();
    expect((await run(['environments', 'create', 'live/eu'], env)).explained).toEqual(taken.explained);
    expect((await run(['keys', 'create', '--environment', 'none'], env)).explained).toEqual(
      missing.explained,
    );
  }, 120_000);
});

describe.skipIf(postgresUrl === undefined)('on PostgreSQL', () => {
  let env: Readonly<Record<string, string>> = {};
  let drop = async (): Promise<void> => undefined;
  beforeAll(async () => {
    const created = await createEmptyDatabase(postgresUrl ?? '');
    drop = created.drop;
    const own = { DATABASE_URL: created.url, DIRSYNC_SECRET_KEY: Buffer.alloc(32).toString('base64') };
    env = { ...own, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent' };
  });
  afterAll(() => drop());

  test('migrates, and makes environments and keys beside running servers', async () => {
    const early = await run(['environments', 'create', 'live'], env);
    expect(early.explained).toEqual([
      expect.stringMatching(/^dirsync: The database has version 0 of the schema/),
    ]);
    expect((await run(['migrate'], env)).printed).toContain('001.do.directories.sql');
    const server = await startServer(readConfig({ ...env, DIRSYNC_MIGRATE: 'off' }));
    for (const args of [
      ['environments', 'create', 'live'],
      ['keys', 'create', '--environment', 'live'],
      ['keys', 'create'],
    ]) {
      const { code, printed } = await run(args, env);
      expect(code).toBe(0);
      expect(await statusWith(server, printed[0])).toBe(200);
    }
    const taken = await run(['environments', 'create', 'live'], env);
    expect(taken.explained).toEqual(['dirsync: There is an environment "live" already.']);
    await server.close();
  });
});
