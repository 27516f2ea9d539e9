import { fileURLToPath } from 'node:url';
import Postgrator from 'postgrator';
import type { Database, Queryable, Statement } from './database.ts';

/** 'dirsync' in ASCII: every process takes the same lock. */
const lockKey = 0x64697273;
const lock: Statement = { name: 'migrate.lock', text: 'select pg_advisory_xact_lock($1)' };

/** Brings the schema up to date and answers the names of the migrations that ran; processes that start together wait in line. */
export async function migrate(database: Database): Promise<readonly string[]> {
  return database.transaction(async (tx) => {
    await tx.query(lock, [lockKey]);
    const applied = await postgrator(tx).migrate();
    return applied.map(({ filename }) => filename.replace(/^.*\//, ''));
  });
}

/** The last migration that ran on the database, and the last one that this program knows; 0 for none. */
export async function schemaVersions(
  queryable: Queryable,
): Promise<{ readonly actual: number; readonly expected: number }> {
  const migrations = postgrator(queryable);
  return { actual: await migrations.getDatabaseVersion(), expected: await migrations.getMaxVersion() };
}

function postgrator(queryable: Queryable): Postgrator {
  return new Postgrator({
    driver: 'pg',
    migrationPattern: `${asGlob(fileURLToPath(new URL('migrations', import.meta.url)))}/*.sql`,
    schemaTable: 'schema_migrations',
    // Each file has several statements, so it must not be prepared.
    execQuery: async (text: string) => ({ rows: await queryable.query({ name: '', text }) }),
  });
}

/** The path itself as a pattern, whatever characters it has. */
function asGlob(path: string): string {
  return path.replaceAll('\\', '/').replaceAll(/[?*()[\]]/g, '[$&]');
}
