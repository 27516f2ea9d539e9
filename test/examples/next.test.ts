import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createEvent, signEvent, testSecret } from '@dirsync/webhooks/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collectOutput } from '../harness/child-output.ts';
import type { ChildOutput } from '../harness/child-output.ts';
import { root } from '../harness/server-process.ts';
import { run } from '../packaging/run.ts';

// The example built and served by Next itself, with the package as it is published. Below the repository, since Next
// bundles nothing from outside the folder of the lockfile.

const example = join(root, 'examples/next');
const webhooks = join(root, 'packages/webhooks');
const next = join(example, 'node_modules/next/dist/bin/next');

let folder: string;
let server: ChildProcess;
let output: ChildOutput;
let url: string;

beforeAll(async () => {
  await mkdir(join(root, 'test/.tmp'), { recursive: true });
  folder = await mkdtemp(join(root, 'test/.tmp/next-'));
  await cp(example, folder, { recursive: true, filter: (path) => !/node_modules|\.next/.test(path) });
  await Promise.all([linkDependencies(), buildPackage()]);
  // As a user has it: without what this repository needs to read the package from its sources.
  const tsconfig = await readFile(join(folder, 'tsconfig.json'), 'utf8');
  await writeFile(join(folder, 'tsconfig.json'), tsconfig.replace('"customConditions": ["source"],', ''));
  await writeMistakes();
  const { WEBHOOK_SECRET: _secret, NODE_OPTIONS: _options, NODE_ENV: _env, ...env } = process.env;
  const nextEnv = { ...env, NEXT_TELEMETRY_DISABLED: '1' };
  await run(process.execPath, [next, 'build'], folder, nextEnv);
  server = spawn(process.execPath, [next, 'start', '--port', '0', '--hostname', '127.0.0.1'], {
    cwd: folder,
    env: { ...nextEnv, WEBHOOK_SECRET: testSecret },
  });
  output = collectOutput(server, 'next start');
  const line = await output.line((text) => text.includes('http://127.0.0.1:'));
  url = line.match(/http:\/\/127\.0\.0\.1:\d+/)?.[0] ?? '';
}, 180_000);

afterAll(async () => {
  const ended = server && once(server, 'close');
  server?.kill();
  await ended;
  await rm(folder, { recursive: true });
});

async function linkDependencies(): Promise<void> {
  const modules = join(example, 'node_modules');
  const names = await Promise.all(
    (await readdir(modules)).map(async (name) =>
      name === '@types' ? (await readdir(join(modules, name))).map((type) => `${name}/${type}`) : name,
    ),
  );
  await mkdir(join(folder, 'node_modules/@types'), { recursive: true });
  for (const name of names.flat()) {
    if (/^(\.|@dirsync)/.test(name)) continue;
    await symlink(await realpath(join(modules, name)), join(folder, 'node_modules', name));
  }
}

/** The package beside its published manifest; not in its own `dist`, which another test may be building. */
async function buildPackage(): Promise<void> {
  const target = join(folder, 'node_modules/@dirsync/webhooks');
  await mkdir(target, { recursive: true });
  const { publishConfig, ...manifest } = JSON.parse(
    await readFile(join(webhooks, 'package.json'), 'utf8'),
  ) as { readonly publishConfig: object };
  await writeFile(join(target, 'package.json'), JSON.stringify({ ...manifest, ...publishConfig }));
  const tsup = join(webhooks, 'node_modules/.bin/tsup');
  await run(tsup, ['--silent', '--format', 'esm', '--out-dir', join(target, 'dist')], webhooks);
}

/** What people get wrong, beside what the example gets right. */
async function writeMistakes(): Promise<void> {
  await mkdir(join(folder, 'app/read-before'));
  await writeFile(
    join(folder, 'app/read-before/route.ts'),
    `import { toNextRoute } from '@dirsync/webhooks/next';
     import { createWebhooks } from '../../lib/webhooks';

     export async function POST(request: Request) {
       console.log('read before', await request.json());
       return toNextRoute(createWebhooks)(request);
     }`,
  );
  await writeFile(
    join(folder, 'pages/api/parsed.ts'),
    `import { toNextApiRoute } from '@dirsync/webhooks/next';
     import { createWebhooks } from '../../lib/webhooks';

     export default toNextApiRoute(createWebhooks);`,
  );
}

async function post(path: string, webhook: { headers: object; body: string }) {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: webhook.headers as Record<string, string>,
    body: webhook.body,
  });
  return [response.status, await response.text()];
}

it.each(['/webhooks', '/api/webhooks'])('takes a webhook and refuses a forgery at %s', async (path) => {
  const email = `zoë${path.replaceAll('/', '-')}@acme.example`;
  const webhook = await signEvent(createEvent('user.created', { data: { user: { email } } }));
  expect(await post(path, webhook)).toEqual([204, '']);
  expect(await output.line((line) => line.includes(email))).toBe(`invite ${email}`);
  const forged = { ...webhook, body: webhook.body.replace('acme', 'evil') };
  expect(await post(path, forged)).toEqual([401, '{"code":"no_matching_signature"}']);
});

it.each([
  ['/read-before', 'body_already_read', 'request.clone()'],
  ['/api/parsed', 'body_not_raw', 'export const config = { api: { bodyParser: false } }'],
])('answers 500 at %s with %s, and the log names the fix', async (path, code, fix) => {
  const webhook = await signEvent(createEvent('user.created'));
  expect(await post(path, webhook)).toEqual([500, JSON.stringify({ code })]);
  await output.line((line) => line.includes(code) && line.includes(fix));
});
