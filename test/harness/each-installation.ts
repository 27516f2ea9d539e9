import { afterAll, beforeAll, describe } from 'vitest';
import { installEmbedded, installOnPostgres } from './installation.ts';
import type { Installation } from './installation.ts';

/**
 * Defines the same tests for an installation of their own on each kind of database: for tests that stop processes
 * or start them in another way. The tests end the processes that they start.
 */
export function describeEachInstallation(
  title: string,
  define: (installation: () => Installation) => void,
): void {
  describe(`${title} on the embedded database`, () => define(useInstallation(installEmbedded)));
  const adminUrl = process.env['DIRSYNC_TEST_DATABASE_URL'];
  const reason = adminUrl ? '' : ' (skipped: no PostgreSQL for this platform)';
  describe.skipIf(!adminUrl)(`${title} on PostgreSQL${reason}`, () =>
    define(useInstallation(() => installOnPostgres(adminUrl ?? ''))),
  );
}

function useInstallation(install: () => Promise<Installation>): () => Installation {
  let installed: Installation | undefined;
  beforeAll(async () => {
    installed = await install();
  });
  afterAll(() => installed?.remove());
  return () => {
    if (installed === undefined) throw new Error('The installation is there once the tests run.');
    return installed;
  };
}
