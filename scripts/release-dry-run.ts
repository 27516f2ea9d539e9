/**
 * Shows what a release would publish, and publishes nothing: versions by the changesets, in a clone of what is committed;
 * builds and packs each package that gets a new one; checks the tarballs. It asks no registry: what the lockfile names
 * is taken from the store of pnpm.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly exports?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const root = fileURLToPath(new URL('../', import.meta.url));
const folders = ['openapi', ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`)];

const work = mkdtempSync(join(tmpdir(), 'dirsync-release-'));
const clone = join(work, 'repository');
try {
  dryRun();
} finally {
  rmSync(work, { recursive: true, force: true });
}

function dryRun(): void {
  run(root, 'git', 'clone', '--quiet', '--local', root, clone);
  const waiting = readdirSync(join(clone, '.changeset')).filter(
    (name) => name.endsWith('.md') && name !== 'README.md',
  );
  if (waiting.length === 0) {
    console.log('There are no changesets: a release would publish nothing.');
    return;
  }
  run(clone, 'pnpm', 'install', '--offline', '--frozen-lockfile', '--ignore-scripts');
  const before = readManifests(clone);
  run(clone, 'pnpm', 'exec', 'changeset', 'version');
  const after = readManifests(clone);

  for (const [folder, manifest] of after) {
    const { name, version } = manifest;
    const old = before.get(folder)?.version;
    if (manifest.private || version === old) {
      console.log(`${name} stays at ${version}.\n`);
      continue;
    }
    const path = join(clone, folder);
    if (manifest.scripts?.['build']) run(path, 'pnpm', 'run', 'build');
    const packed = JSON.parse(run(path, 'pnpm', 'pack', '--json', '--pack-destination', work)) as {
      readonly filename: string;
    };
    const tarball = packed.filename;
    const files = run(work, 'tar', '-tzf', tarball).trim().split('\n');
    check(tarball, files);
    console.log(`${name} ${old} → ${version}`);
    console.log(
      `  ${basename(tarball)}, ${(statSync(tarball).size / 1000).toFixed(1)} kB, ${files.length} files`,
    );
    console.log(changesOf(path, version).replaceAll(/^(?=.)/gm, '  '));
  }
  console.log(
    'Nothing was published. A release is `changeset version`, a commit of what that changes, then `pnpm release`.',
  );
}

/** Throws when a tarball lacks what its manifest promises, or names what no registry has. */
function check(tarball: string, files: readonly string[]): void {
  const text = run(work, 'tar', '-xzOf', tarball, 'package/package.json');
  const manifest = JSON.parse(text) as Manifest;
  for (const target of targetsOf(manifest.exports)) {
    if (!files.includes(`package/${target.slice(2)}`))
      throw new Error(`${manifest.name} exports ${target}, which is not packed.`);
  }
  for (const [name, range] of Object.entries(manifest.dependencies ?? {})) {
    if (/^(?:workspace|catalog|link|file):/.test(range))
      throw new Error(`${manifest.name} depends on ${name} by ${range}.`);
  }
  const bin = join(root, 'node_modules/.bin');
  run(work, join(bin, 'publint'), 'run', '--strict', tarball);
  // The contract is no code.
  if (manifest.name === '@dirsync/openapi') return;
  const profile = manifest.name === '@dirsync/server' ? 'esm-only' : 'node16';
  run(work, join(bin, 'attw'), '--profile', profile, tarball);
}

function targetsOf(exports: unknown): readonly string[] {
  if (typeof exports === 'string') return [exports];
  return Object.values(exports ?? {}).flatMap(targetsOf);
}

/** What the changelog of a package says about a version. */
function changesOf(folder: string, version: string): string {
  const changelog = readFileSync(join(folder, 'CHANGELOG.md'), 'utf8');
  return changelog.split(/^(?=## )/m).find((section) => section.startsWith(`## ${version}\n`)) ?? '';
}

function readManifests(repository: string): ReadonlyMap<string, Manifest> {
  return new Map(
    folders.map((folder) => [
      folder,
      JSON.parse(readFileSync(join(repository, folder, 'package.json'), 'utf8')) as Manifest,
    ]),
  );
}

/** Runs a program to its end and returns what it printed; its errors are shown. */
function run(cwd: string, program: string, ...args: readonly string[]): string {
  try {
    return execFileSync(program, args, {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 2 ** 26,
    });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { readonly stdout?: string; readonly stderr?: string };
    throw new Error(`${program} ${args.join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
  }
}
