/** A statement with the name under which the server keeps it prepared. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** What a store function needs: one connection, or one picked for the statement. */
export interface Queryable {
  /**
   * Each statement commits by itself, so that those of several callers may go together (see shared-statement.ts), and so
   * many of these may be under way at once. Undefined: none goes together with another.
   */
  readonly sharing?: number | undefined;
  /** Runs one statement. int8 arrives as number, timestamptz as ISO 8601 text in UTC, jsonb parsed, json as text. */
  query<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
}

/** PostgreSQL, or the PostgreSQL inside the process. */
export interface Database extends Queryable {
  readonly kind: 'postgres' | 'embedded';
  /**
   * Runs `run` inside one transaction; a throw rolls it back. Inside, only `tx` may be used: the embedded
   * database has one connection, and asking for another would wait for ever.
   */
  transaction<T>(run: (tx: Queryable) => Promise<T>): Promise<T>;
  /** Calls `onNotification` after each NOTIFY on one of `channels`, and after each reconnect, then without a payload. */
  listen(channels: readonly string[], onNotification: OnNotification): Promise<Listener>;
  /** Of this process, at this moment. */
  connections(): Connections;
  close(): Promise<void>;
}

export interface Connections {
  readonly busy: number;
  readonly idle: number;
  /** Statements that wait for a connection. */
  readonly waiting: number;
}

export type OnNotification = (channel: string, payload?: string) => void;

export interface Listener {
  close(): Promise<void>;
}

/**
 * A transaction as if it were the database, for what was written to run by itself: its own transactions become part
 * of this one, so that all of it commits or none.
 */
export function databaseWithin(database: Database, tx: Queryable): Database {
  return {
    ...database,
    sharing: undefined,
    query: (statement, values) => tx.query(statement, values),
    transaction: (run) => run(tx),
  };
}
