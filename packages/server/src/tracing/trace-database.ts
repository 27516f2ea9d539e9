import type { Database, Queryable } from '../store/database.ts';
import type { Tracing } from './tracing.ts';

/** A database whose statements are traced by their names, never with their values. */
export function traceDatabase(database: Database, { statement: trace }: Tracing): Database {
  const traced = (queryable: Queryable): Queryable => ({
    query: (statement, values) => trace(statement.name, () => queryable.query(statement, values)),
  });
  return {
    ...database,
    ...traced(database),
    transaction: (run) => database.transaction((tx) => run(traced(tx))),
  };
}
