import type { Database, Statement } from './database.ts';
import { userColumns } from './users.ts';
import type { UserRow } from './users.ts';
import { isUuid } from './uuid-text.ts';

const lockForDelete: Statement = {
  name: 'users.lock-for-delete',
  // The groups first and in the order of their ids, as every other writer of memberships takes them.
  text: `with affected as materialized (
    select g.id from groups g where g.directory_id = $1
      and g.id in (select group_id from group_members where directory_id = $1 and member_id = $2)
    order by g.id for no key update
  )
  select ${userColumns} from users u
  where u.directory_id = $1 and u.id = $2 and (select count(*) from affected) >= 0
  for update`,
};

const remove: Statement = {
  name: 'users.delete',
  text: `with memberships as (
    delete from group_members where directory_id = $1 and member_id = $2 returning group_id
  ), touched as (
    update groups g set member_count = g.member_count - 1, version = g.version + 1, updated_at = clock_timestamp()
    from memberships m where g.directory_id = $1 and g.id = m.group_id
    returning g.id, g.external_id, g.display_name
  ), gone as (
    delete from users where directory_id = $1 and id = $2
    returning directory_id, id, external_id, user_name, email, version, created_at
  )
  insert into inbox (directory_id, type, data, version, created_at, updated_at, order_key, second_order_key)
  select directory_id, type, data, version, created_at, updated_at, order_key, second_order_key from (
    select 0 as part, u.directory_id, 'group.user_removed' as type,
      json_build_object(
        'group', json_build_object('id', g.id, 'externalId', g.external_id, 'displayName', g.display_name),
        'user', json_build_object('id', u.id, 'externalId', u.external_id, 'userName', u.user_name, 'email', u.email)
      ) as data,
      null::bigint as version, null::timestamptz as created_at, null::timestamptz as updated_at,
      g.id as order_key, u.id as second_order_key
    from gone u cross join touched g
    union all
    select 1, u.directory_id, 'user.deleted', $3::json, u.version + 1, u.created_at, clock_timestamp(), u.id, null
    from gone u
  ) as e order by e.part, e.order_key`,
};

/**
 * Deletes the user, its memberships before it; `toEventData` makes the data of `user.deleted` from its last
 * state. Locks in one statement and acts in a second: one that waited for a lock still sees its old snapshot.
 */
export async function deleteUser(
  database: Database,
  directoryId: string,
  id: string,
  toEventData: (last: UserRow) => object,
): Promise<boolean> {
  if (!isUuid(id)) return false;
  return database.transaction(async (tx) => {
    const [last] = await tx.query<UserRow>(lockForDelete, [directoryId, id]);
    if (last === undefined) return false;
    await tx.query(remove, [directoryId, id, JSON.stringify(toEventData(last))]);
    return true;
  });
}
