import { serverVersion } from './database.ts';
import { startPostgres } from './postgres.ts';

/**
 * Gives the tests a PostgreSQL in which they may make databases: `DIRSYNC_TEST_DATABASE_URL`, set here unless it
 * was set before. Several projects share one.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['DIRSYNC_TEST_DATABASE_URL']) return undefined;
  const postgres = await startPostgres();
  if (postgres === undefined) {
    console.warn(`No PostgreSQL for ${process.platform} ${process.arch}: its half of the tests is SKIPPED.`);
    return undefined;
  }
  console.log(`Testing on PostgreSQL ${await serverVersion(postgres.adminUrl)} too.`);
  process.env['DIRSYNC_TEST_DATABASE_URL'] = postgres.adminUrl;
  return () => postgres.stop();
}
