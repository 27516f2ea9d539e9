import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { createApiClient } from '../harness/api-client.ts';
import { okta } from '../harness/identity-providers.ts';
import { installEmbedded } from '../harness/installation.ts';
import { createScimClient } from '../harness/scim-client.ts';
import { root, runToEnd, startServer } from '../harness/server-process.ts';

/** What `pnpm start` runs, without the name of the program. */
async function startCommand(): Promise<readonly string[]> {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: { readonly start: string };
  };
  const [program, ...args] = scripts.start.split(' ');
  expect(program).toBe('node');
  return args;
}

/** The first match of `pattern` in what was printed. */
function printed(lines: readonly string[], pattern: RegExp): string {
  const match = lines.join('\n').match(pattern);
  if (match === null) throw new Error(`Expected ${pattern} in:\n${lines.join('\n')}`);
  return match[0];
}

/** Processes start slowly on a busy machine. */
const timeout = 120_000;

it('pnpm start serves in a fresh data directory and prints what a newcomer needs', { timeout }, async () => {
  const installation = await installEmbedded();
  const { DIRSYNC_DATA_DIR: dataFolder = '' } = installation.env;
  const env = { DIRSYNC_DATA_DIR: dataFolder };
  const args = await startCommand();
  try {
    // Resolves when /readyz answers 200.
    const server = await startServer({ env, args });
    const apiKey = printed(server.lines, /dsk_[\w-]+/);
    const token = printed(server.lines, /dst_[\w-]+/);
    const baseUrl = printed(server.lines, /http:\/\/127\.0\.0\.1:\d+\/scim\/v2\/[\w-]+/);
    expect(baseUrl.startsWith(server.url)).toBe(true);

    const scim = createScimClient({ baseUrl, token, identityProvider: okta });
    expect(await scim.get('/Users')).toMatchObject({ status: 200, body: { totalResults: 0 } });
    const api = createApiClient({ url: server.url, apiKey });
    expect(await api.send('GET', '/v1/directories')).toMatchObject({
      status: 200,
      body: { data: [{ scim: { baseUrl } }] },
    });
    expect((await stat(dataFolder)).mode & 0o077).toBe(0);
    await server.stop();

    const again = await startServer({ env, args });
    expect(printed(again.lines, /dsk_[\w-]+/)).toBe(apiKey);
    expect(printed(again.lines, /scim\/v2\/[\w-]+/)).toBe(printed(server.lines, /scim\/v2\/[\w-]+/));
    await again.stop();
  } finally {
    await installation.remove();
  }
});

it('a second process on an embedded database is refused and told the pid of the first', async () => {
  const { pid, url, env } = inject('servers').embedded;
  const { code, lines } = await runToEnd({ env });
  expect(code).toBe(1);
  expect(lines.join('\n')).toMatch(new RegExp(`\\b${pid}\\b`));
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
});

it.for([
  ['an unknown setting', { DIRSYNC_DATADIR: '/tmp' }, 'DIRSYNC_DATADIR'],
  ['a wrong port', { PORT: 'eighty' }, 'PORT'],
  ['DATABASE_URL without a secret key', { DATABASE_URL: 'postgres://localhost/none' }, 'DIRSYNC_SECRET_KEY'],
] as const)('%s is one clear line and exit code 1', async ([, env, name]) => {
  const { code, lines } = await runToEnd({ env });
  expect(code).toBe(1);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(name);
});
