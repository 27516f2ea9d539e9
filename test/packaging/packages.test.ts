import { existsSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { sign } from '@dirsync/webhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installEmbedded } from '../harness/installation.ts';
import { root } from '../harness/server-process.ts';
import { compile } from './compile.ts';
import type { CompilerOptions } from './compile.ts';
import { consumer, nodeConsumer, testingConsumer } from './consumer.ts';
import { findNodes } from './node-versions.ts';
import { createPackedProject } from './packed-project.ts';
import type { PackedPackage, PackedProject } from './packed-project.ts';
import { client, server, webhooks } from './published.ts';
import { run } from './run.ts';
import { webProbeResult } from './web-probe.ts';
import { probeWebGlobals, probeWorker } from './web-runtime.ts';

// What users get: the tarballs, installed in a project that has nothing of this repository.

const libraries = [client, webhooks];
const published = [...libraries, server];
const libraryEntries: typeof client.entries = { ...client.entries, ...webhooks.entries };

/** For what takes seconds when nothing else runs. */
const timeoutMs = 120_000;

let project: PackedProject;

beforeAll(async () => {
  project = await createPackedProject(published.map(({ name }) => name));
}, timeoutMs);

afterAll(() => project[Symbol.asyncDispose]());

function packed(name: string): PackedPackage {
  const found = project.packages.get(name);
  if (found === undefined) throw new Error(`Expected @dirsync/${name} to be packed.`);
  return found;
}

/** Runs a script of the project and returns what it printed as JSON. */
async function runScript(node: string, file: string, ...args: readonly string[]): Promise<unknown> {
  return JSON.parse(await run(node, [file, ...args], project.folder));
}

/** A script that prints the names of what each entry in its arguments exports. */
function namesScript(load: string): string {
  return `Promise.all(process.argv.slice(2).map(async (entry) => [entry, Object.keys(${load}).toSorted()]))
    .then((names) => console.log(JSON.stringify(Object.fromEntries(names))));`;
}

describe.for(published)('the tarball of @dirsync/$name', ({ name, files }) => {
  it('holds these files and no others', () => {
    expect(packed(name).files).toEqual(files);
  });

  it('satisfies publint', async () => {
    await run(join(root, 'node_modules/.bin/publint'), ['run', '--strict', packed(name).tarball], root);
  });

  it('has types that agree with the code in every way to import it', async () => {
    const profile = name === 'server' ? 'esm-only' : 'node16';
    await run(join(root, 'node_modules/.bin/attw'), ['--profile', profile, packed(name).tarball], root);
  });
});

it('the libraries import nothing of Node but what Node alone loads', async () => {
  const imports: string[] = [];
  for (const { name, files } of libraries) {
    for (const file of files.filter((path) => path.endsWith('.js') && !path.includes('*'))) {
      const code = await readFile(join(packed(name).folder, file), 'utf8');
      for (const [, module = ''] of code.matchAll(/\b(?:from|import)\s*\(?["']([^"']+)["']/g)) {
        if (!/^[.#]/.test(module)) imports.push(`${name}/${file}: ${module}`);
      }
    }
  }
  expect(imports).toEqual([
    'client/dist/index.js: openapi-fetch',
    'client/dist/testing.js: msw',
    'webhooks/dist/crypto-node.js: crypto',
  ]);
});

describe.for(findNodes())('on Node $version', ({ path }) => {
  it('import gives these names and no others', async () => {
    await project.write('names.mjs', namesScript('await import(entry)'));
    expect(await runScript(path, 'names.mjs', ...Object.keys(libraryEntries))).toEqual(libraryEntries);
  });

  it('require gives the same names', async () => {
    await project.write('names.cjs', namesScript('require(entry)'));
    expect(await runScript(path, 'names.cjs', ...Object.keys(libraryEntries))).toEqual(libraryEntries);
  });

  it.for([
    ['mjs', `import { createDirsync, ConnectionError } from '@dirsync/client';`],
    ['cjs', `const { createDirsync, ConnectionError } = require('@dirsync/client');`],
  ] as const)('the client calls, and says why it had no answer (%s)', async ([extension, load]) => {
    await project.write(
      `call.${extension}`,
      `${load}
       createDirsync({ apiKey: 'key', baseUrl: 'http://127.0.0.1:1', maxRetries: 0 }).directories.get('id').catch((error) =>
         console.log(JSON.stringify([error instanceof ConnectionError, error.name])));`,
    );
    expect(await runScript(path, `call.${extension}`)).toEqual([true, 'ConnectionError']);
  });

  it.for([
    ['mjs', `import * as webhooks from '@dirsync/webhooks';`],
    ['cjs', `const webhooks = require('@dirsync/webhooks');`],
  ] as const)('a webhook is verified and a changed one refused (%s)', async ([extension, load]) => {
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const body = JSON.stringify({ id: 'e-1', type: 'user.created', timestamp: '', data: {} });
    const timestamp = Math.floor(Date.now() / 1000);
    const headers = await sign({ id: 'e-1', timestamp, body }, { secrets: [secret] });
    await project.write(
      `verify.${extension}`,
      `${load}
       const [headers, body, secret] = process.argv.slice(2);
       const verify = (text) => webhooks.safeVerify({ headers: JSON.parse(headers), body: text }, { secrets: [secret] });
       Promise.all([verify(body), verify(body.replace('e-1', 'e-2'))]).then(([good, bad]) => console.log(
         JSON.stringify([good.event.type, bad.error instanceof webhooks.WebhookVerificationError, bad.error.code])));`,
    );
    const result = await runScript(path, `verify.${extension}`, JSON.stringify(headers), body, secret);
    expect(result).toEqual(['user.created', true, 'no_matching_signature']);
  });
});

it('@dirsync/server gives these names and no others', async () => {
  await project.write('names.mjs', namesScript('await import(entry)'));
  const names = await runScript(process.execPath, 'names.mjs', ...Object.keys(server.entries));
  expect(names).toEqual(server.entries);
});

it(
  'the packed command serves, with its migrations and its reference page',
  { timeout: timeoutMs },
  async () => {
    const { folder } = packed('server');
    const { bin } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      readonly bin: { readonly dirsync: string };
    };
    const installation = await installEmbedded();
    try {
      const running = await installation.start({ args: [join(folder, bin.dirsync), 'serve'] });
      for (const path of ['/readyz', '/openapi.json', '/docs', '/docs/redoc.standalone.js']) {
        expect([path, (await fetch(`${running.url}${path}`)).status]).toEqual([path, 200]);
      }
      await running.stop();
    } finally {
      await installation.remove();
    }
  },
);

describe('without Node', () => {
  it('the libraries work where there are the globals of the web and no others', async () => {
    expect(await probeWebGlobals(project)).toEqual(webProbeResult);
  });

  it('the libraries work in Cloudflare Workers', async () => {
    expect(await probeWorker(project)).toEqual(webProbeResult);
  });
});

describe.for(['typescript-5.9', 'typescript', 'typescript-7'])('the types, under %s', (compiler) => {
  beforeAll(async () => {
    const types = join(project.folder, 'node_modules/@types');
    if (!existsSync(types)) await symlink(join(root, 'node_modules/@types'), types);
    await Promise.all([
      project.write('consumer.mts', consumer),
      project.write('consumer.cts', consumer),
      project.write('bundled.ts', consumer),
      project.write('server.mts', nodeConsumer),
      project.write('mocked.mts', testingConsumer),
    ]);
  });

  const check = (files: readonly string[], options: CompilerOptions): Promise<void> =>
    compile(project, { compiler, files, options });

  it('hold under node16, for import and for require', { timeout: timeoutMs }, async () => {
    const options = { module: 'node16', lib: ['es2023'], types: ['node'] };
    await check(['consumer.mts', 'consumer.cts', 'server.mts'], options);
  });

  it('hold under a bundler, without the types of Node', { timeout: timeoutMs }, async () => {
    const options = { module: 'esnext', moduleResolution: 'bundler', lib: ['es2023', 'dom'], types: [] };
    await check(['bundled.ts'], options);
  });

  it('hold beside those of MSW', { timeout: timeoutMs }, async () => {
    // Those of MSW itself do not all hold.
    const options = { module: 'node16', lib: ['es2023', 'dom'], types: ['node'], skipLibCheck: true };
    await check(['mocked.mts'], options);
  });
});
