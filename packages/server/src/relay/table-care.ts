import type { Database } from '../store/database.ts';
import { careForTable, tablesDue } from '../store/table-care.ts';
import { createBackgroundLoop } from './background-loop.ts';
import type { BackgroundLogger, BackgroundTask } from './background-loop.ts';

export interface TableCareOptions {
  readonly database: Database;
  readonly logger: BackgroundLogger;
  /** Between two looks. Default 5 seconds. */
  readonly pauseMs?: number;
}

/**
 * Keeps the planner's knowledge of the tables up to date. PostgreSQL's autovacuum looks once a minute, in which a first
 * sync writes tens of thousands of users under plans that were made for none, and the embedded database has no such thing.
 */
export function createTableCare({ database, logger, pauseMs = 5000 }: TableCareOptions): BackgroundTask {
  async function step(): Promise<number> {
    for (const table of await tablesDue(database)) await careForTable(database, table);
    return pauseMs;
  }
  return createBackgroundLoop({ name: 'table care', step, logger });
}
