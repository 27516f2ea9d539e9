import type { Queryable } from './database.ts';
import type { NewEvent } from './inbox-rows.ts';
import { askShared } from './shared-statement.ts';
import type { SharedStatement } from './shared-statement.ts';
import { emailRows, eventRows, userParameters, userRows } from './user-columns.ts';
import type { UserChange } from './user-columns.ts';
import { stampColumns } from './users.ts';
import type { Stamp, UserDocument } from './users.ts';

const insert: SharedStatement<UserChange, Stamp & { readonly id: string }> = {
  name: 'users.insert',
  // In the order of their names, so that two processes cannot wait for each other.
  text: `with item as materialized (
    select * from ${userRows()}
  ), written as (
    insert into users (directory_id, id, resource, user_name, user_name_folded, external_id,
      display_name_folded, email, active, resource_folded, created_at, updated_at)
    select directory_id, id, resource, user_name, user_name_folded, external_id, display_name_folded, email, active,
      resource_folded, statement_timestamp(), statement_timestamp()
    from item order by directory_id, user_name_folded collate "C"
    on conflict (directory_id, user_name_folded) do nothing
    returning directory_id, id, version, created_at, updated_at
  ), numbered as (
    select i.n, w.* from written w join item i on i.id = w.id
  ), emails as (
    insert into user_emails (directory_id, user_id, value_folded, type_folded)
    select w.directory_id, w.id, e.value, e.type from ${emailRows} join numbered w on w.n = e.n
  ), recorded as (
    insert into inbox (directory_id, type, data, version, created_at, updated_at, order_key)
    select w.directory_id, e.type, e.data, w.version, w.created_at, w.updated_at, w.id
    from ${eventRows} join numbered w on w.n = e.n
    order by e.place
  )
  select id, ${stampColumns} from written`,
  valuesOf: userParameters,
  isOf: (row, { id }) => row.id === id,
  // To begin it costs PostgreSQL as much as three users do.
  enough: 16,
};

/** Creates the user with its events, or answers `conflict` when the userName is taken. */
export async function insertUser(
  queryable: Queryable,
  directoryId: string,
  id: string,
  document: UserDocument,
  events: readonly NewEvent[],
): Promise<Stamp | 'conflict'> {
  const written = await askShared(queryable, insert, { directoryId, id, document, events });
  if (written === undefined) return 'conflict';
  const { version, createdAt, updatedAt } = written;
  return { version, createdAt, updatedAt };
}
