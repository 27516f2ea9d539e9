import type { Bind, Condition } from './condition.ts';
import type { Queryable, Statement } from './database.ts';
import type { AttributeSources } from './filter/attribute-sources.ts';

/** The rows of one directory in one table. */
export interface SearchTable extends AttributeSources {
  readonly table: string;
  /** What is read of a row. */
  readonly columns: string;
}

export interface IndexPage<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

/** Past this a combination is too rare to keep prepared on every connection. */
const maxPreparedConditions = 3;
/** How many texts are kept prepared; each connection holds them all. */
const maxPreparedTexts = 256;

const namesOfTexts = new Map<string, string>();

/** PostgreSQL keeps 63 characters of a statement's name, so the text itself cannot be one. */
function statement(prefix: string, text: string, conditions: readonly Condition[]): Statement {
  const isCommon =
    conditions.length <= maxPreparedConditions && conditions.every((condition) => condition.isCommon);
  const known = namesOfTexts.get(text);
  if (!isCommon || (known === undefined && namesOfTexts.size === maxPreparedTexts)) return { name: '', text };
  const name = known ?? `${prefix}.${namesOfTexts.size}`;
  namesOfTexts.set(text, name);
  return { name, text };
}

interface Where {
  readonly text: string;
  readonly bind: Bind;
  readonly values: readonly unknown[];
}

function whereOf(table: SearchTable, directoryId: string, conditions: readonly Condition[]): Where {
  const values: unknown[] = [directoryId];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const parts = conditions.map((condition) => condition.write(bind));
  return { text: [`${table.alias}.directory_id = $1`, ...parts].join(' and '), bind, values };
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
  const { values, bind } = where;
  if (limit > 0) {
    // The page is found on the index alone; only its own rows are read.
    const countValues = [...values];
    const page = statement(
      `${table.table}.page`,
      `with page as (
        select ${table.alias}.id ${from} order by ${table.alias}.id limit ${bind(limit)} offset ${bind(offset)}
      )
      select ${table.columns}, (select count(*) ${from}) as total
      from page join ${table.table} ${table.alias} on ${table.alias}.directory_id = $1 and ${table.alias}.id = page.id
      order by ${table.alias}.id`,
      conditions,
    );
    const rows = await queryable.query<Row & { total: number }>(page, values);
    if (rows[0] !== undefined) return { total: rows[0].total, rows };
    return { total: await count(countValues), rows: [] };
  }
  return { total: await count(values), rows: [] };

  async function count(parameters: readonly unknown[]): Promise<number> {
    const text = `select count(*) as total ${from}`;
    const [counted] = await queryable.query<{ total: number }>(
      statement(`${table.table}.count`, text, conditions),
      parameters,
    );
    return counted?.total ?? 0;
  }
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
  const keyset: Condition[] =
    after === undefined ? [] : [{ write: (bind) => `${alias}.id > ${bind(after)}`, isCommon: true }];
  const { text, bind, values } = whereOf(table, directoryId, [...conditions, ...keyset]);
  const page = statement(
    `${table.table}.after`,
    `select ${table.columns} from ${table.table} ${alias} where ${text}
      order by ${alias}.id limit ${bind(limit)}`,
    conditions,
  );
  return queryable.query(page, values);
}
