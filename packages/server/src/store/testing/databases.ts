import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../database.ts';
import { openEmbedded } from '../embedded.ts';
import { migrate } from '../migrate.ts';
import { openPostgres } from '../postgres.ts';

/** Of a server on which the tests may create databases. Without it only the embedded database is tested. */
export const postgresUrl: string | undefined = process.env['DIRSYNC_TEST_DATABASE_URL'];

/** A new database with the schema, for the tests of one file. */
export interface TestDatabase {
  readonly database: Database;
  /** Another process's view of the same database. The embedded one has no other process, so it is the same. */
  connectAgain(): Database;
}

/** Defines the same tests for the embedded database and for PostgreSQL. */
export function onEachDatabase(define: (test: TestDatabase) => void): void {
  describe('embedded', () => define(useDatabase(openInMemory)));
  onPostgres(define);
}

/** Defines tests that need several connections at once. */
export function onPostgres(define: (test: TestDatabase) => void): void {
  describe.skipIf(postgresUrl === undefined)('PostgreSQL', () => {
    define(useDatabase(() => createDatabase(postgresUrl ?? '')));
  });
}

interface Opened {
  readonly database: Database;
  readonly connectAgain: () => Database;
  readonly remove: () => Promise<void>;
}

function useDatabase(open: () => Promise<Opened>): TestDatabase {
  let opened: Opened | undefined;
  const get = (): Opened => {
    if (opened === undefined) throw new Error('The database is there once the tests run.');
    return opened;
  };
  beforeAll(async () => {
    opened = await open();
    await migrate(opened.database);
  });
  afterAll(async () => {
    await opened?.remove();
  });
  return {
    get database() {
      return get().database;
    },
    connectAgain: () => get().connectAgain(),
  };
}

async function openInMemory(): Promise<Opened> {
  const database = await openEmbedded('memory://');
  return { database, connectAgain: () => database, remove: () => database.close() };
}

async function createDatabase(adminUrl: string): Promise<Opened> {
  const { url: connectionString, drop } = await createEmptyDatabase(adminUrl);
  const databases: Database[] = [];
  const connectAgain = (): Database => {
    const database = openPostgres({ connectionString });
    databases.push(database);
    return database;
  };
  return {
    database: connectAgain(),
    connectAgain,
    async remove() {
      await Promise.all(databases.map((database) => database.close()));
      await drop();
    },
  };
}

/** A database without the schema, for tests that open it themselves. */
export async function createEmptyDatabase(
  adminUrl: string,
): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const name = `dirsync_test_${randomUUID().replaceAll('-', '')}`;
  await administer(adminUrl, `create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(adminUrl, `drop database ${name} with (force)`) };
}

async function administer(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
