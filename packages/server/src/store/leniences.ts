import type { Lenience } from '../scim/mode.ts';
import type { Queryable, Statement } from './database.ts';

/** Requests of one directory that leaned on one lenience, since the last time. */
export interface LenienceUse {
  readonly directoryId: string;
  readonly name: Lenience;
  readonly requestCount: number;
}

const add: Statement = {
  name: 'leniences.add',
  // In one order, so that two processes never wait for each other; not of directories that were purged meanwhile.
  text: `insert into directory_leniences as l (directory_id, name, request_count, last_used_at)
  select u.directory_id, u.name, u.request_count, clock_timestamp()
  from unnest($1::uuid[], $2::text[], $3::bigint[]) as u (directory_id, name, request_count)
  join directories d on d.id = u.directory_id
  order by u.directory_id, u.name
  on conflict (directory_id, name) do update
    set request_count = l.request_count + excluded.request_count, last_used_at = excluded.last_used_at`,
};

/** Adds to what was counted before. */
export async function addLenienceUses(queryable: Queryable, uses: readonly LenienceUse[]): Promise<void> {
  await queryable.query(add, [
    uses.map(({ directoryId }) => directoryId),
    uses.map(({ name }) => name),
    uses.map(({ requestCount }) => requestCount),
  ]);
}

export interface LenienceRow {
  readonly name: Lenience;
  readonly requestCount: number;
  readonly firstUsedAt: string;
  readonly lastUsedAt: string;
}

const list: Statement = {
  name: 'leniences.list',
  text: `select name, request_count as "requestCount", first_used_at as "firstUsedAt", last_used_at as "lastUsedAt"
  from directory_leniences where directory_id = $1 order by name`,
};

/** What a directory has leaned on, by name. */
export function listLeniences(queryable: Queryable, directoryId: string): Promise<readonly LenienceRow[]> {
  return queryable.query<LenienceRow>(list, [directoryId]);
}
