import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

type PackageName = 'client' | 'webhooks' | 'server';

/** A module that a package publishes. */
export interface Entry {
  /** What is written in an import, such as `@dirsync/client/testing`. */
  readonly specifier: string;
  readonly source: string;
}

export interface DocumentedPackage {
  readonly name: PackageName;
  readonly entries: readonly Entry[];
}

export const root: string = fileURLToPath(new URL('../../', import.meta.url));

/** Packages with the entries that their manifests name. */
export function readPackages(names: readonly PackageName[]): readonly DocumentedPackage[] {
  return names.map((name) => {
    const folder = join(root, 'packages', name);
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      readonly name: string;
      readonly exports: Readonly<Record<string, { readonly source?: string } | string>>;
    };
    const entries = Object.entries(manifest.exports).flatMap(([path, target]) =>
      typeof target === 'object' && target.source !== undefined
        ? [{ specifier: join(manifest.name, path), source: join(folder, target.source) }]
        : [],
    );
    return { name, entries };
  });
}
