import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../harness/server-process.ts';
import { run } from './run.ts';

/** A package as it would be published. */
export interface PackedPackage {
  readonly tarball: string;
  /** Where it is installed. */
  readonly folder: string;
  /** What it holds, sorted; the hash in a chunk's name is `*`. */
  readonly files: readonly string[];
}

/** A project that has the packed packages installed, and nothing of this repository. */
export interface PackedProject extends AsyncDisposable {
  readonly folder: string;
  readonly packages: ReadonlyMap<string, PackedPackage>;
  /** Writes a file of the project. */
  write(name: string, text: string): Promise<void>;
}

/** Builds and packs packages, and installs the tarballs as a package manager would, without the registry. */
export async function createPackedProject(names: readonly string[]): Promise<PackedProject> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'dirsync-packaging-')));
  const packages = new Map<string, PackedPackage>();
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const sources = names.map((name) => ({ name, source: join(root, 'packages', name) }));
  await Promise.all(
    sources.map(({ source }) => run(join(source, 'node_modules/.bin/tsup'), ['--silent'], source)),
  );
  for (const { name, source } of sources) {
    const packed = JSON.parse(
      await run('pnpm', ['pack', '--json', '--pack-destination', folder], source),
    ) as {
      readonly filename: string;
    };
    const target = join(folder, 'node_modules/@dirsync', name);
    await mkdir(target, { recursive: true });
    await run('tar', ['-xzf', packed.filename, '-C', target, '--strip-components=1'], folder);
    await linkDependencies(source, folder);
    const entries = await readdir(target, { recursive: true, withFileTypes: true });
    packages.set(name, {
      tarball: packed.filename,
      folder: target,
      files: entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(target.length + 1))
        .map((path) => path.replace(/-[\w-]{8}(?=\.(?:js|cjs|d\.ts|d\.cts)(?:\.map)?$)/, '-*'))
        .toSorted(),
    });
  }
  return {
    folder,
    packages,
    write: (name, text) => writeFile(join(folder, name), text),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Other packages are links to what the repository has installed for the package; ours are the packed ones. */
async function linkDependencies(source: string, project: string): Promise<void> {
  const manifest = await readManifest(source);
  for (const dependency of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
    if (dependency.startsWith('@dirsync/')) continue;
    const link = join(project, 'node_modules', dependency);
    await mkdir(dirname(link), { recursive: true });
    if (!existsSync(link))
      await symlink(await realpath(join(source, 'node_modules', dependency)), link, 'dir');
  }
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
}
