import type { Queryable, Statement } from './database.ts';

/** One condition of a search. `?` stands for its parameters, `text` differs only with the kind of condition. */
export interface Condition {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A condition that no row fulfils. */
export const nothing: Condition = { text: 'false', values: [] };

/** The rows of one directory in one table, always in the order of their ids. */
export interface SearchTable {
  readonly table: string;
  readonly alias: string;
  readonly columns: string;
}

export interface IndexPage<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

/** Past this a combination is too rare to keep prepared on every connection. */
const maxPreparedConditions = 3;

const namesOfTexts = new Map<string, string>();

/** PostgreSQL keeps 63 characters of a statement's name, so the text itself cannot be one. */
function statement(prefix: string, text: string, conditions: number): Statement {
  if (conditions > maxPreparedConditions) return { name: '', text };
  const name = namesOfTexts.get(text) ?? `${prefix}.${namesOfTexts.size}`;
  namesOfTexts.set(text, name);
  return { name, text };
}

interface Where {
  readonly text: string;
  readonly values: unknown[];
}

function whereOf(table: SearchTable, directoryId: string, conditions: readonly Condition[]): Where {
  const values: unknown[] = [directoryId];
  const parts = conditions.map((condition) => {
    let next = 0;
    return condition.text.replaceAll('?', () => {
      values.push(condition.values[next++]);
      return `$${values.length}`;
    });
  });
  return { text: [`${table.alias}.directory_id = $1`, ...parts].join(' and '), values };
}

/** A page by offset with the exact number of all that match. */
export async function searchByIndex<Row>(
  queryable: Queryable,
  table: SearchTable,
  directoryId: string,
  conditions: readonly Condition[],
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<IndexPage<Row>> {
  const where = whereOf(table, directoryId, conditions);
  const from = `from ${table.table} ${table.alias} where ${where.text}`;
  const { values } = where;
  if (limit > 0) {
    // The page is found on the index alone; only its own rows are read.
    const page = statement(
      `${table.table}.page`,
      `with page as (
        select ${table.alias}.id ${from} order by ${table.alias}.id limit $${values.length + 1} offset $${values.length + 2}
      )
      select ${table.columns}, (select count(*) ${from}) as total
      from page join ${table.table} ${table.alias} on ${table.alias}.directory_id = $1 and ${table.alias}.id = page.id
      order by ${table.alias}.id`,
      conditions.length,
    );
    const rows = await queryable.query<Row & { total: number }>(page, [...values, limit, offset]);
    if (rows[0] !== undefined) return { total: rows[0].total, rows };
  }
  const count = statement(`${table.table}.count`, `select count(*) as total ${from}`, conditions.length);
  const [counted] = await queryable.query<{ total: number }>(count, values);
  return { total: counted?.total ?? 0, rows: [] };
}

/** The rows after an id. */
export function searchAfter<Row>(
  queryable: Queryable,
  table: SearchTable,
  directoryId: string,
  conditions: readonly Condition[],
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<Row[]> {
  const { alias } = table;
  const keyset: Condition[] = after === undefined ? [] : [{ text: `${alias}.id > ?`, values: [after] }];
  const where = whereOf(table, directoryId, [...conditions, ...keyset]);
  const page = statement(
    `${table.table}.after`,
    `select ${table.columns} from ${table.table} ${alias} where ${where.text}
      order by ${alias}.id limit $${where.values.length + 1}`,
    conditions.length,
  );
  return queryable.query(page, [...where.values, limit]);
}
