import type { AttributeTarget, ResourceType } from '../scim/schema.ts';
import type { Bind, Condition } from './condition.ts';
import type { Queryable } from './database.ts';
import type { Writing } from './filter/attribute-sources.ts';
import { areCommon, statement } from './search.ts';
import type { SearchTable } from './search.ts';
import { behindSql, orderSql } from './sort/keyset.ts';
import type { Position } from './sort/keyset.ts';
import { noKey, sortKeysOf } from './sort/sort-keys.ts';
import type { SortKey } from './sort/sort-keys.ts';
import { groupsOfUser } from './users.ts';
import type { UserRow } from './users.ts';

/** The resources of one type that a search is for. */
export interface SearchSource {
  readonly type: ResourceType['name'];
  readonly table: SearchTable;
  readonly conditions: readonly Condition[];
  /** What they are ordered by, before their ids. */
  readonly sortBy: AttributeTarget | undefined;
  /** Of users: with the groups that they are in. Default false. */
  readonly withGroups?: boolean;
}

export interface ResourceSearch {
  readonly directoryId: string;
  /** Of the directory's SCIM endpoints, without a slash at its end. */
  readonly baseUrl: string;
  /** At least one. */
  readonly sources: readonly SearchSource[];
  readonly isDescending: boolean;
  readonly limit: number;
  /** How many match, when it is known: then they are not counted. */
  readonly total?: number;
  /** How many to pass over, or the position behind which to begin. */
  readonly start: number | Position;
}

/** A resource of either type. */
export interface FoundResource extends UserRow {
  readonly type: ResourceType['name'];
  readonly position: Position;
}

export interface FoundPage {
  /** How many match in all. */
  readonly total: number;
  readonly resources: readonly FoundResource[];
}

interface FoundRow extends Omit<UserRow, 'id' | 'groups'> {
  readonly total: number;
  readonly type: ResourceType['name'];
  readonly id: string | null;
  readonly groups: UserRow['groups'] | null;
  readonly k0?: string | boolean | null;
  readonly k1?: string | boolean | null;
}

/**
 * One page of all that matches, in one statement: the page is found first, on the indexes alone where they suffice, and
 * only its own rows are read.
 */
export async function searchResources(queryable: Queryable, search: ResourceSearch): Promise<FoundPage> {
  const { directoryId, baseUrl, sources, isDescending, limit, start, total } = search;
  const values: unknown[] = [directoryId];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const keys = alignedKeys(sources, { bind, baseUrl });
  const keyColumns = (keys[0] ?? []).map(({ type }, index) => ({
    ...{ sql: `r.k${index}`, type },
    isNullable: keys.some((ofSource) => ofSource[index]?.isNullable === true),
  }));
  const columns = [...keyColumns, { sql: 'r.id', type: 'uuid', isNullable: false }];
  const parts = sources.map((source, index) => matching(source, keys[index] ?? [], bind));
  const begin = typeof start === 'number' ? '' : `where ${behindSql(columns, start, isDescending, bind)}`;
  const offset = typeof start === 'number' ? `offset ${bind(start)}` : '';
  const counted =
    total === undefined ? parts.map(({ count }) => count).join(' + ') : `${bind(total)}::bigint`;
  const text = `with page as (
      select r.* from (${parts.map(({ rows }) => rows).join(' union all ')}) r
      ${begin} order by ${orderSql(columns, isDescending)} limit ${bind(limit)} ${offset}
    )
    select t.total, p.*, d.directory_id as "directoryId", d.resource, d.version, d.groups,
      d.created_at as "createdAt", d.updated_at as "updatedAt"
    from (select ${counted} as total) t
    left join page p on true
    left join lateral (${sources.map(documentsSql).join(' union all ')}) d on true
    order by ${orderSql(columns, isDescending).replaceAll('r.', 'p.')}`;
  const isCommon = keyColumns.length === 0 && areCommon(sources.flatMap(({ conditions }) => conditions));
  const rows = await queryable.query<FoundRow>(statement('search', text, isCommon), values);
  return {
    total: rows[0]?.total ?? 0,
    resources: rows.flatMap((row) => toResource(row, keyColumns.length)),
  };
}

/** The keys of each source: as many and of the same types, since they are ordered together. */
function alignedKeys(sources: readonly SearchSource[], writing: Writing): readonly (readonly SortKey[])[] {
  const describing = sources.find(({ sortBy }) => sortBy?.attribute !== undefined);
  if (describing?.sortBy === undefined) {
    const keys = sources.map(({ table, sortBy }) =>
      sortBy === undefined ? [] : sortKeysOf(table, sortBy, writing),
    );
    // An extension that one type does not describe may be a misspelt one to another, which has nothing there then.
    const shape = keys.reduce((one, other) => (other.length > one.length ? other : one), []);
    return keys.map((own) => (own.length < shape.length ? shape.map(({ type }) => noKey(type)) : own));
  }
  // Where no schema describes what a schema of another type does, there is nothing of its type.
  const shape = sortKeysOf(describing.table, describing.sortBy, writing);
  return sources.map((source) => {
    const { table, sortBy } = source;
    if (source === describing) return shape;
    return sortBy?.attribute === undefined
      ? shape.map(({ type }) => noKey(type))
      : sortKeysOf(table, sortBy, writing);
  });
}

/** The ids and keys of what matches in one table, and how many there are. */
function matching(
  { type, table: { table, alias }, conditions }: SearchSource,
  keys: readonly SortKey[],
  bind: Bind,
): { readonly rows: string; readonly count: string } {
  const where = [`${alias}.directory_id = $1`, ...conditions.map((condition) => condition.write(bind))];
  const from = `from ${table} ${alias} where ${where.join(' and ')}`;
  const columns = [
    `'${type}' as type`,
    `${alias}.id`,
    ...keys.map(({ sql }, index) => `${sql} as k${index}`),
  ];
  return { rows: `select ${columns.join(', ')} ${from}`, count: `(select count(*) ${from})` };
}

function documentsSql({ type, table: { table, alias }, withGroups }: SearchSource): string {
  const columns = ['directory_id', 'resource', 'version', 'created_at', 'updated_at'];
  const groups = type === 'User' && withGroups === true ? groupsOfUser : 'null::jsonb';
  return `select ${columns.map((column) => `${alias}.${column}`).join(', ')}, ${groups} as groups from ${table} ${alias}
    where p.type = '${type}' and ${alias}.directory_id = $1 and ${alias}.id = p.id`;
}

/** Nothing of the row that carries the total when the page is empty. */
function toResource(row: FoundRow, keys: number): FoundResource[] {
  const { total: _total, k0 = null, k1 = null, groups, id, ...rest } = row;
  if (id === null) return [];
  const position = [...[k0, k1].slice(0, keys), id];
  return [{ ...rest, id, position, ...(groups && { groups }) }];
}
