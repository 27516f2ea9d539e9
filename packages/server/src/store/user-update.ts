import type { Queryable } from './database.ts';
import type { NewEvent } from './inbox-rows.ts';
import { askShared } from './shared-statement.ts';
import type { SharedStatement } from './shared-statement.ts';
import { isUniqueViolation } from './unique-violation.ts';
import { emailRows, eventRows, userParameters, userRows } from './user-columns.ts';
import type { UserChange } from './user-columns.ts';
import { stampColumns } from './users.ts';
import type { Stamp, UserDocument } from './users.ts';

/** `stale`: the version is not the expected one any more, or the user is gone. */
export type WriteOutcome = { readonly stamp: Stamp } | 'conflict' | 'stale';

interface UserUpdate extends UserChange {
  readonly expectedVersion: number;
}

/** Versions begin at 1. */
const never = 0;

/** Of a user whose version is the expected one; without a stamp their name is another's. */
type UpdateRow = { readonly n: number } & (Stamp | { readonly version: null });

const update: SharedStatement<UserUpdate, UpdateRow> = {
  name: 'users.update',
  // Every other part reads from guard: one that matches nothing does nothing. Rows are locked in the order of their ids,
  // so that two processes cannot wait for each other.
  text: `with guard as materialized (
    select i.*, u.hash from (select * from ${userRows({ expected_version: '$17::bigint[]' })} order by id) i
    cross join lateral (
      select jsonb_hash_extended(resource - 'active', 0) as hash from users
      where directory_id = i.directory_id and id = i.id and version = i.expected_version
      limit 1 for no key update
    ) u
  ), written as (
    update users u set resource = g.resource, user_name = g.user_name, user_name_folded = g.user_name_folded,
      external_id = g.external_id, display_name_folded = g.display_name_folded, email = g.email, active = g.active,
      resource_folded = g.resource_folded, version = u.version + 1, updated_at = clock_timestamp()
    from guard g
    where u.directory_id = g.directory_id and u.id = g.id and not exists (
      select from users o
      where o.directory_id = g.directory_id and o.user_name_folded = g.user_name_folded and o.id <> g.id
    )
    returning g.n, u.directory_id, u.id, u.version, u.created_at, u.updated_at, g.hash as hash_before,
      jsonb_hash_extended(g.resource - 'active', 0) as hash_after
  ), wanted as (
    select w.directory_id, w.id as user_id, e.value, e.type from written w join ${emailRows} on e.n = w.n
  ), dropped as (
    delete from user_emails e using written w
    where e.directory_id = w.directory_id and e.user_id = w.id
      and (e.user_id, e.value_folded, e.type_folded) not in (select user_id, value, type from wanted)
  ), added as (
    insert into user_emails (directory_id, user_id, value_folded, type_folded)
    select directory_id, user_id, value, type from wanted on conflict do nothing
  ), recorded as (
    insert into inbox (directory_id, type, data, version, created_at, updated_at, order_key, hash_before, hash_after)
    select w.directory_id, e.type, e.data, w.version, w.created_at, w.updated_at, w.id, w.hash_before, w.hash_after
    from written w join ${eventRows} on e.n = w.n
    order by e.place
  )
  select g.n, ${stampColumns} from guard g left join written w on w.n = g.n`,
  valuesOf: (users) => [...userParameters(users), expectedVersions(users)],
  isOf: ({ n }, _user, index) => n === index + 1,
};

/** Of two that would write over the same user only the first can: the other expects what is never there. */
function expectedVersions(users: readonly UserUpdate[]): readonly number[] {
  const taken = new Set<string>();
  return users.map(({ directoryId, id, expectedVersion }) => {
    const key = `${directoryId} ${id}`;
    if (taken.has(key)) return never;
    taken.add(key);
    return expectedVersion;
  });
}

/** Writes the user over version `expectedVersion`, with its events. */
export async function updateUser(
  queryable: Queryable,
  directoryId: string,
  id: string,
  expectedVersion: number,
  document: UserDocument,
  events: readonly NewEvent[],
): Promise<WriteOutcome> {
  try {
    const row = await askShared(queryable, update, { directoryId, id, expectedVersion, document, events });
    if (row === undefined) return 'stale';
    if (row.version === null) return 'conflict';
    const { version, createdAt, updatedAt } = row;
    return { stamp: { version, createdAt, updatedAt } };
  } catch (error) {
    if (isUniqueViolation(error)) return 'conflict';
    throw error;
  }
}
