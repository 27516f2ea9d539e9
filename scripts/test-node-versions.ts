/**
 * Runs the tests of the packed packages on every Node that they promise. Those that are not the repository's own are
 * installed beside its packages, which stay small without them.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// 26 is the repository's own.
const nodes = ['20.20.2', '22.23.3', '24.21.0'];

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, 'node_modules/.cache/node-versions');
if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
  console.log('Skipped: the registry has the older versions of Node for Linux on x64 and arm64 only.');
  process.exit(0);
}

const manifest = JSON.stringify({
  private: true,
  dependencies: Object.fromEntries(
    nodes.map((version) => [`node-${version}`, `npm:node-linux-${process.arch}@${version}`]),
  ),
});
const manifestPath = join(folder, 'package.json');
if (!existsSync(manifestPath) || readFileSync(manifestPath, 'utf8') !== manifest) {
  mkdirSync(folder, { recursive: true });
  execFileSync('pnpm', ['init', '--bare'], { cwd: folder, stdio: 'ignore' });
  writeFileSync(join(folder, 'pnpm-workspace.yaml'), 'packages: []\n');
  writeFileSync(manifestPath, manifest);
  execFileSync('pnpm', ['install', '--ignore-scripts'], { cwd: folder, stdio: 'inherit' });
}

const { status } = spawnSync(
  'pnpm',
  [
    'exec',
    'vitest',
    'run',
    'test/packaging',
    '-t',
    '^on Node',
    '--outputFile.json=node_modules/.vitest/report-node-versions.json',
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      DIRSYNC_TEST_NODES: nodes
        .map((version) => join(folder, 'node_modules', `node-${version}`, 'bin/node'))
        .join(delimiter),
    },
  },
);
process.exit(status ?? 1);
