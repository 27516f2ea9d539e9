import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../harness/server-process.ts';
import { run } from './run.ts';

// What the whole dry run of a release shows is in `pnpm release:dry-run`, a part of `check`.

const folders = ['openapi', 'packages/client', 'packages/webhooks', 'packages/server'];

/** The versions after a release of these changesets, by the settings of this repository. */
async function release(changesets: readonly string[]): Promise<Record<string, string>> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'dirsync-versions-')));
  try {
    for (const path of ['package.json', 'pnpm-workspace.yaml', '.changeset/config.json']) {
      await cp(join(root, path), join(folder, path));
    }
    for (const path of folders)
      await cp(join(root, path, 'package.json'), join(folder, path, 'package.json'));
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    for (const [index, text] of changesets.entries()) {
      await writeFile(join(folder, '.changeset', `change-${index}.md`), text);
    }
    await run(join(root, 'node_modules/.bin/changeset'), ['version'], folder);
    const versions = folders.map(async (path) => {
      const text = await readFile(join(folder, path, 'package.json'), 'utf8');
      const { name, version } = JSON.parse(text) as { readonly name: string; readonly version: string };
      return [name, version] as const;
    });
    return Object.fromEntries(await Promise.all(versions));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const change = (name: string, bump: string): string => `---\n'${name}': ${bump}\n---\n\nA change.\n`;

it('a change of the client is a version of the client and of no other package', async () => {
  expect(await release([change('@dirsync/client', 'minor')])).toEqual({
    '@dirsync/openapi': '0.0.0',
    '@dirsync/client': '0.1.0',
    '@dirsync/webhooks': '0.0.0',
    '@dirsync/server': '0.0.0',
  });
});

it('a change of the webhook helper is one of the server too, which signs with it', async () => {
  expect(await release([change('@dirsync/webhooks', 'patch')])).toEqual({
    '@dirsync/openapi': '0.0.0',
    '@dirsync/client': '0.0.0',
    '@dirsync/webhooks': '0.0.1',
    '@dirsync/server': '0.0.1',
  });
});
