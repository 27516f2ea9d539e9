import pg from 'pg';
import type { Database, Listener, OnNotification } from './database.ts';
import { createPgDatabase } from './pg-database.ts';

export interface PostgresOptions {
  readonly connectionString: string;
  /** Connections of this process. Default 8: more was not faster. */
  readonly maxConnections?: number;
  readonly onConnectionError?: (error: Error) => void;
}

const reconnectDelayMs = 1000;
/** A request that cannot have a connection by then is told so. */
const connectionTimeoutMillis = 10_000;

/** Opens a pool on a PostgreSQL server, 15 or later. Connects lazily: the first statement fails when it is down. */
export function openPostgres(options: PostgresOptions): Database {
  const { connectionString, maxConnections = 8, onConnectionError } = options;
  return createPgDatabase({
    kind: 'postgres',
    // One is at work in the database while the next is made up and answered.
    sharing: 2,
    pool: { connectionString, max: maxConnections, connectionTimeoutMillis },
    listen: (channels, onNotification) =>
      listen(connectionString, channels, onNotification, onConnectionError),
    ...(onConnectionError && { onConnectionError }),
  });
}

/** Keeps one connection of its own that listens, and makes a new one when it breaks. */
async function listen(
  connectionString: string,
  channels: readonly string[],
  onNotification: OnNotification,
  onConnectionError: ((error: Error) => void) | undefined,
): Promise<Listener> {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString, connectionTimeoutMillis });
    next.on('notification', ({ channel, payload }) => onNotification(channel, payload));
    next.on('error', (error) => onConnectionError?.(error));
    next.on('end', () => {
      if (next === client) reconnectLater();
    });
    try {
      await next.connect();
      for (const channel of channels) await next.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    if (closed) await next.end();
    else client = next;
  }

  function reconnectLater(): void {
    client = undefined;
    if (closed) return;
    timer = setTimeout(() => {
      connect().then(
        () => {
          // What was notified meanwhile was missed.
          for (const channel of channels) onNotification(channel);
        },
        () => reconnectLater(),
      );
    }, reconnectDelayMs);
  }

  await connect();
  return {
    async close(): Promise<void> {
      closed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
