import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import type { PoolConfig } from 'pg';
import type { Database } from './database.ts';
import { createPgDatabase } from './pg-database.ts';

/**
 * Opens the PostgreSQL that runs inside this process. `directory` must be locked by the caller: two processes
 * on one directory lose rows. Survives `kill -9`; a loss of power it may not, since it does not call fsync.
 */
export async function openEmbedded(directory: string): Promise<Database> {
  const pglite = await PGlite.create(directory);
  const { connection, user, password, database, host, port } = createPgConfig(pglite);
  // The driver's types do not name `connection`, which it takes in place of a socket.
  const adapter: PoolConfig = { user, password, database, host, port, ...{ connection } };
  return createPgDatabase({
    kind: 'embedded',
    sharing: 1,
    // Two clients at once break the protocol of the adapter.
    pool: { ...adapter, max: 1 },
    // One process only: whoever changes something wakes the rest of it directly.
    listen: async () => ({ close: async () => undefined }),
    afterClose: () => pglite.close(),
  });
}
