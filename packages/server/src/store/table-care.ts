import type { Database, Statement } from './database.ts';

const due: Statement = {
  name: 'table-care.due',
  text: `select quote_ident(s.relname) as name from pg_stat_user_tables s join pg_class c on c.oid = s.relid
  where s.schemaname = current_schema() and pg_has_role(c.relowner, 'usage') and (
    n_mod_since_analyze > 300 + 0.5 * n_live_tup
    or $1::boolean and greatest(n_dead_tup, n_ins_since_vacuum) > 500 + 0.2 * n_live_tup
  ) order by s.relname`,
};

/**
 * The tables that have changed so much that the planner knows them no more, as they are written in SQL. Those of other
 * owners are theirs to care for.
 */
export async function tablesDue(database: Database): Promise<readonly string[]> {
  const rows = await database.query<{ name: string }>(due, [database.kind === 'embedded']);
  return rows.map(({ name }) => name);
}

/**
 * Counts a table anew for the planner. The embedded database has nothing that takes its dead rows away by itself: there
 * that is done too.
 */
export async function careForTable(database: Database, name: string): Promise<void> {
  const command = database.kind === 'embedded' ? 'vacuum (analyze)' : 'analyze';
  await database.query({ name: `table-care.${name}`, text: `${command} ${name}` });
}
