/**
 * A store in PostgreSQL: what was handled is remembered in the transaction of your handlers.
 *
 * @packageDocumentation
 */
import type { EventStore, StoreOutcome } from '../event-store.ts';
import { checkWindow, defaultWindowSeconds } from './window.ts';

/**
 * What the store needs of a connection of `pg`.
 *
 * @example
 * ```ts
 * async function recordLeaver(client: PostgresClient, userId: string): Promise<void> {
 *   await client.query('insert into leavers (user_id) values ($1)', [userId]);
 * }
 * const store = createPostgresStore({ connect: () => pool.connect() });
 * createReceiver({ secrets, store }).on('user.deleted', ({ data }, client) => recordLeaver(client, data.user.id));
 * ```
 */
export interface PostgresClient {
  /** Runs a statement. */
  query(text: string, values?: unknown[]): Promise<{ readonly rows: unknown[] }>;
  /** Gives the connection back; with `true` it is closed. */
  release(isBroken?: boolean): void;
  /** Listens for the loss of the connection. */
  on(event: 'error', listener: (error: Error) => void): unknown;
  /** Ends that. */
  off(event: 'error', listener: (error: Error) => void): unknown;
}

/**
 * What the store needs of a driver that is not `pg`.
 *
 * @example
 * ```ts
 * const driver: PostgresDriver<TransactionSql> = {
 *   transaction: (work) => sql.begin(work),
 *   query: (transaction, text, values) => transaction.unsafe(text, values),
 * };
 * const store = createPostgresStore({ ...driver, tablePrefix: 'webhook' });
 * ```
 */
export interface PostgresDriver<Transaction> {
  /** Runs `work` in a transaction, commits it when `work` resolves, and rolls it back and rejects when `work` rejects. */
  readonly transaction: <Result>(work: (transaction: Transaction) => Promise<Result>) => Promise<Result>;
  /** Runs a statement with its values in a transaction and returns its rows. */
  readonly query: (transaction: Transaction, text: string, values: unknown[]) => Promise<readonly unknown[]>;
}

/**
 * How to remember.
 *
 * @example
 * ```ts
 * const options: PostgresStoreOptions = { tablePrefix: 'integrations.webhook', windowSeconds: 45 * 86_400 };
 * const store = createPostgresStore({ ...options, connect: () => pool.connect() });
 * ```
 */
export interface PostgresStoreOptions {
  /** For how long: 2592000 (30 days) by default, at least the 432000 (5 days) for which an event is tried. */
  readonly windowSeconds?: number;
  /**
   * What the names of the two tables begin with, with a schema if need be: `dirsync_webhook` by default, for
   * `dirsync_webhook_events` and `dirsync_webhook_versions`.
   */
  readonly tablePrefix?: string;
}

/**
 * A store in PostgreSQL.
 *
 * @example
 * ```ts
 * function pruneDaily<Transaction>(store: PostgresStore<Transaction>): void {
 *   setInterval(() => void store.prune().catch(console.error), 86_400_000);
 * }
 * pruneDaily(createPostgresStore({ connect: () => pool.connect() }));
 * ```
 */
export interface PostgresStore<Transaction> extends EventStore<Transaction> {
  /** Makes the tables unless they are there: the same as running {@link postgresTables} in a migration. */
  createTables(): Promise<void>;
  /** Removes what is older than the window. Call it once a day, say. */
  prune(): Promise<void>;
}

/**
 * Makes a store that remembers an event in the very transaction in which your handlers work: both are there or
 * neither, whatever crashes. Handlers get the transaction as their second argument; what they do elsewhere, such as
 * sending mail, is not undone.
 *
 * `connect` takes a connection of `pg` from your pool. For another driver give a {@link PostgresDriver}.
 *
 * @throws TypeError when the window is shorter than the time for which an event is tried.
 *
 * @example
 * ```ts
 * import { Pool } from 'pg';
 *
 * const pool = new Pool();
 * const store = createPostgresStore({ connect: () => pool.connect() });
 * await store.createTables();
 * const receiver = createReceiver({ secrets, store }).on('user.deactivated', async (event, client) => {
 *   await client.query('update people set active = false where id = $1', [event.data.user.id]);
 * });
 * ```
 *
 * @example With postgres.js
 * ```ts
 * const store = createPostgresStore({
 *   query: (transaction: TransactionSql, text, values) => transaction.unsafe(text, values),
 *   transaction: (work) => sql.begin(work),
 * });
 * ```
 */
export function createPostgresStore<Client extends PostgresClient>(
  options: PostgresStoreOptions & { readonly connect: () => Promise<Client> },
): PostgresStore<Client>;
export function createPostgresStore<Transaction>(
  options: PostgresStoreOptions & PostgresDriver<Transaction>,
): PostgresStore<Transaction>;
export function createPostgresStore(
  options: PostgresStoreOptions &
    ({ readonly connect: () => Promise<PostgresClient> } | PostgresDriver<unknown>),
): PostgresStore<PostgresClient> | PostgresStore<unknown> {
  return 'connect' in options
    ? createStore(pgDriver(options.connect), options)
    : createStore(options, options);
}

function createStore<Transaction>(
  { transaction, query }: PostgresDriver<Transaction>,
  { windowSeconds = defaultWindowSeconds, tablePrefix }: PostgresStoreOptions,
): PostgresStore<Transaction> {
  checkWindow(windowSeconds);
  const { remember, prune, create } = statements(tablePrefix);

  async function runAll(texts: readonly string[], values: unknown[]): Promise<void> {
    await transaction(async (tx) => {
      for (const text of texts) await query(tx, text, values);
    });
  }

  return {
    run: ({ id, state }, handle) =>
      transaction(async (tx) => {
        const [row] = await query(tx, remember, [id, state?.resource ?? null, state?.version ?? null]);
        // What the statement selects.
        const { outcome } = row as { readonly outcome: StoreOutcome };
        if (outcome === 'handled') await handle(tx);
        return outcome;
      }),
    createTables: () => runAll(create, []),
    prune: () => runAll(prune, [windowSeconds]),
  };
}

/**
 * The statements that make the tables, for your own migrations.
 *
 * @example
 * ```ts
 * for (const statement of postgresTables()) await migration.query(statement);
 * ```
 */
export function postgresTables(tablePrefix?: string): readonly string[] {
  return statements(tablePrefix).create;
}

function statements(prefix = 'dirsync_webhook') {
  // It becomes part of the statements.
  if (!/^([a-z_]\w*\.)?[a-z_]\w*$/.test(prefix))
    throw new TypeError(`tablePrefix: expected a name in lower case, got ${JSON.stringify(prefix)}`);
  const events = `${prefix}_events`;
  const versions = `${prefix}_versions`;
  return {
    create: [
      `create table if not exists ${events} (id text primary key, handled_at timestamptz not null default now())`,
      `create index if not exists ${events.replace(/^.*\./, '')}_handled_at on ${events} (handled_at)`,
      `create table if not exists ${versions} (resource text primary key, version bigint not null, handled_at timestamptz not null default now())`,
    ],
    // Another transaction with the same event or resource waits here until this one is over. An event that comes
    // with an older version is remembered too: it is done with.
    remember: `with event as (
      insert into ${events} (id) values ($1) on conflict do nothing returning id
    ), newest as (
      insert into ${versions} as known (resource, version) select $2::text, $3::bigint from event where $2::text is not null
      on conflict (resource) do update set version = excluded.version, handled_at = now() where known.version <= excluded.version
      returning resource
    )
    select case
      when not exists (select from event) then 'duplicate'
      when $2::text is not null and not exists (select from newest) then 'outdated'
      else 'handled' end as outcome`,
    prune: [events, versions].map(
      (table) => `delete from ${table} where handled_at < now() - make_interval(secs => $1)`,
    ),
  };
}

/** Transactions on connections that `connect` takes from a pool. */
function pgDriver(connect: () => Promise<PostgresClient>): PostgresDriver<PostgresClient> {
  return {
    async transaction(work) {
      const client = await connect();
      // `pg` emits what breaks between two statements, and an error that nobody listens to ends the process. The next
      // statement rejects all the same.
      client.on('error', ignore);
      let isBroken = true;
      try {
        await client.query('begin');
        try {
          const result = await work(client);
          await client.query('commit');
          isBroken = false;
          return result;
        } catch (error) {
          // A connection on which not even this works is of no more use.
          await client.query('rollback').then(
            () => (isBroken = false),
            () => undefined,
          );
          throw error;
        }
      } finally {
        client.off('error', ignore);
        client.release(isBroken);
      }
    },
    query: async (client, text, values) => (await client.query(text, values)).rows,
  };
}

function ignore(): void {}
