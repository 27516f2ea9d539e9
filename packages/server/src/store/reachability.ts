import type { Queryable, Statement } from './database.ts';

const ask: Statement = { name: 'reachability.ask', text: 'select 1' };

/** Whether the database answers. */
export async function isReachable(queryable: Queryable): Promise<boolean> {
  try {
    await queryable.query(ask);
    return true;
  } catch {
    return false;
  }
}
