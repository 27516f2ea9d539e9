import pg from 'pg';
import type { PoolClient, PoolConfig } from 'pg';
import type { Database, Queryable, Statement } from './database.ts';

const { Pool, types } = pg;

/** Object identifiers of PostgreSQL's built-in types (pg_type.dat). */
const oid = { int8: 20, json: 114, timestamptz: 1184 };

/** As PostgreSQL writes a time to a session whose time zone is UTC. */
const utcTime = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3})\d*)?\+00$/;

/** A `Date` in between costs five times as much: it was a thirtieth of what the server does to create a user. */
function isoTime(text: string): string {
  const parts = utcTime.exec(text);
  if (parts === null) return new Date(text).toISOString();
  const [, day, time, fraction = ''] = parts;
  return `${day}T${time}.${fraction.padEnd(3, '0')}Z`;
}

const parsers = new Map<number, (text: string) => unknown>([
  // Counters and versions stay far below 2^53.
  [oid.int8, Number],
  [oid.json, (text) => text],
  [oid.timestamptz, isoTime],
]);

/** Reads rows as the store expects them. */
export const typeParsers: NonNullable<PoolConfig['types']> = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    parsers.get(id) ?? types.getTypeParser(id, format)) as typeof types.getTypeParser,
};

/** PostgreSQL asks for a retry: serialization failure, deadlock. Nothing of the transaction was kept. */
const retryable = new Set(['40001', '40P01']);
const maxTransactionAttempts = 5;

function isRetryable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && retryable.has(String(error.code));
}

function onConnection(client: PoolClient): Queryable {
  return {
    async query<Row>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
      const result = await client.query({ name: statement.name, text: statement.text, values: [...values] });
      // The statement's author names the row type; the driver knows only the text.
      return result.rows as Row[];
    },
  };
}

/** What differs between a server and the embedded database. */
export interface PgDatabaseOptions {
  readonly kind: Database['kind'];
  readonly sharing: number;
  readonly pool: PoolConfig;
  readonly listen: Database['listen'];
  readonly afterClose?: () => Promise<void>;
  /** Told of connections that the server dropped while they were idle. */
  readonly onConnectionError?: (error: Error) => void;
}

/** The one driver, `pg`, over a socket or over the embedded database's adapter. */
export function createPgDatabase(options: PgDatabaseOptions): Database {
  const pool = new Pool({ ...options.pool, types: typeParsers });
  pool.on('error', (error) => options.onConnectionError?.(error));

  // `pool.query` would drop the connection after any SQL error, and break the embedded adapter.
  async function withConnection<T>(
    run: (queryable: Queryable, client: PoolClient) => Promise<T>,
  ): Promise<T> {
    const client = await pool.connect();
    let broken: Error | undefined;
    const onError = (error: Error): void => {
      broken = error;
    };
    client.on('error', onError);
    try {
      return await run(onConnection(client), client);
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }

  async function transactionOnce<T>(run: (tx: Queryable) => Promise<T>): Promise<T> {
    return withConnection(async (tx, client) => {
      await client.query('begin');
      try {
        const result = await run(tx);
        await client.query('commit');
        return result;
      } catch (error) {
        // A lost connection has rolled back already; the first error is the one to report.
        await client.query('rollback').catch(() => undefined);
        throw error;
      }
    });
  }

  return {
    kind: options.kind,
    sharing: options.sharing,
    async query<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row[]> {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await withConnection((queryable) => queryable.query<Row>(statement, values));
        } catch (error) {
          if (attempt === maxTransactionAttempts || !isRetryable(error)) throw error;
        }
      }
    },
    async transaction<T>(run: (tx: Queryable) => Promise<T>): Promise<T> {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await transactionOnce(run);
        } catch (error) {
          if (attempt === maxTransactionAttempts || !isRetryable(error)) throw error;
        }
      }
    },
    listen: options.listen,
    connections: () => ({
      busy: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    async close(): Promise<void> {
      await pool.end();
      await options.afterClose?.();
    },
  };
}
