import type { Bind, Condition } from './condition.ts';
import type { Queryable, Statement } from './database.ts';
import type { AttributeSources } from './filter/attribute-sources.ts';

/** The rows of one directory in one table. */
export interface SearchTable extends AttributeSources {
  readonly table: string;
  /** What is read of a row. */
  readonly columns: string;
}

/** Past this a combination is too rare to keep prepared on every connection. */
const maxPreparedConditions = 3;
/** How many texts are kept prepared; each connection holds them all. */
const maxPreparedTexts = 256;

const namesOfTexts = new Map<string, string>();

/** Whether so few and such frequent conditions are asked that their statement is worth keeping prepared. */
export function areCommon(conditions: readonly Condition[]): boolean {
  return conditions.length <= maxPreparedConditions && conditions.every(({ isCommon }) => isCommon);
}

/** PostgreSQL keeps 63 characters of a statement's name, so the text itself cannot be one. */
export function statement(prefix: string, text: string, isCommon: boolean): Statement {
  const known = namesOfTexts.get(text);
  if (!isCommon || (known === undefined && namesOfTexts.size === maxPreparedTexts)) return { name: '', text };
  const name = known ?? `${prefix}.${namesOfTexts.size}`;
  namesOfTexts.set(text, name);
  return { name, text };
}

/** The rows after an id. */
export function searchAfter<Row>(
  queryable: Queryable,
  table: SearchTable,
  directoryId: string,
  conditions: readonly Condition[],
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<Row[]> {
  const values: unknown[] = [directoryId];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const { alias } = table;
  const where = [`${alias}.directory_id = $1`, ...conditions.map((condition) => condition.write(bind))];
  if (after !== undefined) where.push(`${alias}.id > ${bind(after)}`);
  const text = `select ${table.columns} from ${table.table} ${alias} where ${where.join(' and ')}
    order by ${alias}.id limit ${bind(limit)}`;
  return queryable.query(statement(`${table.table}.after`, text, areCommon(conditions)), values);
}
