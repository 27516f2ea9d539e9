import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClient } from '../harness/client.ts';
import { createDatabase, dropDatabase } from '../harness/database.ts';
import { createEventReader } from '../harness/events.ts';
import { freePort } from '../harness/free-port.ts';
import { okta } from '../harness/identity-providers.ts';
import { idOf } from '../harness/json.ts';
import { createScimClient } from '../harness/scim-client.ts';
import { patchRequest } from '../harness/scim-requests.ts';
import { groupSchema, userSchema } from '../harness/scim-schemas.ts';
import { root } from '../harness/server-process.ts';
import { readFencedBlocks } from './fenced-blocks.ts';
import { createShell } from './shell.ts';
import type { Shell, ShellRun } from './shell.ts';

// The README as a newcomer types it, from top to bottom, on a server of its own.

const readme = await readFile(join(root, 'README.md'), 'utf8');

/** What each block begins with. */
const beginnings = {
  picture: 'Okta, Entra ID',
  start: 'npx -y pnpm@12.21.0 start',
  printed: 'dirsync serves on',
  exports: 'export API_KEY',
  push: 'curl "$SCIM_BASE_URL/Users"',
  events: 'curl "http://127.0.0.1:8080/v1/events',
  /** Run by test/e2e/demo.test.ts. */
  demo: 'npx -y pnpm@12.21.0 demo',
  client: "import { createDirsync } from '@dirsync/client'",
  webhook: "import { createServer } from 'node:http'",
  runClient: 'npx -y pnpm@12.21.0 exec node --conditions=source examples/quickstart/src/client.ts',
  runWebhook: 'export WEBHOOK_SECRET',
  postgres: 'export DATABASE_URL',
  /** The command that is running now. */
  test: 'npx -y pnpm@12.21.0 test',
} as const;

const blocks = readFencedBlocks(readme);

function block(name: keyof typeof beginnings): string {
  const found = blocks.filter(({ text }) => text.startsWith(beginnings[name]));
  if (found.length !== 1 || found[0] === undefined) throw new Error(`Expected one block "${name}".`);
  return found[0].text;
}

/** What a newcomer copies from the output of `start`. */
function valuesIn(text: string) {
  const value = (pattern: RegExp): string => {
    const match = text.match(pattern)?.[1];
    if (match === undefined) throw new Error(`Expected ${pattern} in:\n${text}`);
    return match;
  };
  return {
    scimBaseUrl: value(/SCIM base URL +(\S+)/),
    scimToken: value(/SCIM token +(\S+)/),
    apiKey: value(/API key +(\S+)/),
    dataDirectory: value(/Data +(\S+)/),
    url: value(/serves on (\S+)/),
  } as const;
}

/** For blocks that start several processes one after the other. */
const timeoutMs = 120_000;

const shown = valuesIn(block('printed'));

let shell: Shell;
let start: ShellRun;
let printed: typeof shown;

/** The README's text with what was really printed. */
function withPrinted(text: string): string {
  return Object.entries(shown).reduce(
    (filled, [name, value]) => filled.replaceAll(value, printed[name as keyof typeof shown]),
    text,
  );
}

beforeAll(async () => {
  shell = await createShell();
  start = shell.run(block('start'), { PORT: '0', DIRSYNC_DATA_DIR: join(shell.folder, '.dirsync') });
  await start.line('Ctrl+C');
  printed = valuesIn(start.lines.join('\n'));
});

afterAll(async () => {
  await start.stop();
  await shell[Symbol.asyncDispose]();
});

it('has no block that is not tested here', () => {
  const unknown = blocks.filter(
    ({ text }) => !Object.values(beginnings).some((beginning) => text.startsWith(beginning)),
  );
  expect(unknown).toEqual([]);
  expect(blocks).toHaveLength(Object.keys(beginnings).length);
});

it('shows what start prints', () => {
  expect(start.lines.join('\n').trim()).toBe(withPrinted(block('printed')).trim());
});

const hasCurl = await new Promise((resolve) =>
  execFile('curl', ['--version'], (error) => resolve(error === null)),
);

it.skipIf(!hasCurl)('pushes a user with curl and sees the event', async () => {
  const values = withPrinted(block('exports'));
  const pushed = await shell.run(values + block('push')).end();
  expect(pushed.join('\n')).toContain('"userName":"ada@acme.example"');

  const directoryId = printed.scimBaseUrl.split('/').at(-1) ?? '';
  await createEventReader(createClient(printed), directoryId).take(2);
  const events = await shell.run(values + withPrinted(block('events'))).end();
  expect(events.join('\n')).toMatch(/"type":"user\.created".*"email":"ada@acme\.example"/s);
});

it('shows examples/quickstart to the letter', async () => {
  for (const name of ['client', 'webhook'] as const) {
    expect(block(name)).toBe(await readFile(join(root, `examples/quickstart/src/${name}.ts`), 'utf8'));
  }
});

it(
  'connects a customer with the client and learns of changes by webhook',
  { timeout: timeoutMs },
  async () => {
    const port = String(await freePort());
    const client = await shell
      .run(block('runClient'), {
        API_KEY: printed.apiKey,
        BASE_URL: printed.url,
        HOOK_URL: `http://127.0.0.1:${port}`,
      })
      .end();
    const printedByClient = (pattern: RegExp): string => client.join('\n').match(pattern)?.[0] ?? '';
    const secret = printedByClient(/whsec_[\w+/=]+/);
    const baseUrl = printedByClient(/http[^']+\/scim\/v2\/[^']+/);
    const token = printedByClient(/dst_[\w-]+/);

    const webhook = shell.run(block('runWebhook').replace(/whsec_\S+/, secret), { PORT: port });
    try {
      await webhook.line('waiting for webhooks');
      const scim = createScimClient({ baseUrl, token, identityProvider: okta });
      const emails = [{ value: 'grace@acme.example', primary: true }];
      const user = await scim.post('/Users', { schemas: [userSchema], userName: 'grace', emails });
      await webhook.line('invite grace@acme.example');
      const members = [{ value: idOf(user) }];
      await scim.post('/Groups', { schemas: [groupSchema], displayName: 'Engineering', members });
      await webhook.line('let grace@acme.example into Engineering');
      await scim.patch(`/Users/${idOf(user)}`, patchRequest({ op: 'replace', value: { active: false } }));
      await webhook.line('end the sessions of grace@acme.example');
    } finally {
      await webhook.stop();
    }
  },
);

const adminUrl = process.env['DIRSYNC_TEST_DATABASE_URL'];

it.skipIf(adminUrl === undefined)(
  'sets up PostgreSQL, an environment and a key, and serves',
  { timeout: timeoutMs },
  async () => {
    const databaseUrl = await createDatabase(adminUrl ?? '');
    const script = block('postgres').replace(/(?<=DATABASE_URL=)\S+/, databaseUrl);
    const server = shell.run(script, { PORT: '0' });
    try {
      const url = /http\S+/.exec(await server.line('dirsync serves on'))?.[0];
      const keys = server.lines.filter((line) => /^dsk_\S+$/.test(line));
      expect(keys).toHaveLength(2);
      for (const key of keys) {
        const response = await fetch(`${url}/v1/directories`, {
          headers: { Authorization: `Bearer ${key}` },
        });
        expect([response.status, await response.json()]).toEqual([200, { data: [], nextCursor: null }]);
      }
    } finally {
      await server.stop();
      await dropDatabase(adminUrl ?? '', databaseUrl);
    }
  },
);

it('names every setting that there is', async () => {
  // An unknown setting is answered with the list of those that there are.
  const refusal = await shell.run(block('start'), { DIRSYNC_NONE: '1' }).line('DIRSYNC_NONE');
  const settings = refusal.match(/\b(?:PORT|HOST|[A-Z]+(?:_[A-Z]+)+)\b/g) ?? [];
  const cells = [...readme.matchAll(/^\| ((?:`[A-Z_]+`(?:, )?)+) +\|/gm)].map((match) => match[1] ?? '');
  const named = cells.flatMap((cell) => cell.match(/[A-Z_]+/g) ?? []);
  expect(named.toSorted()).toEqual(settings.filter((name) => name !== 'DIRSYNC_NONE').toSorted());
});

it('links to nothing that is not there', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1] ?? '');
  expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
});
