import type { Database, Statement } from './database.ts';
import { groupColumns } from './groups.ts';
import type { GroupRow } from './groups.ts';
import { isUuid } from './uuid-text.ts';

const lockForDelete: Statement = {
  name: 'groups.lock-for-delete',
  // With the groups that it is nested in, in the order of their ids as every other writer takes them.
  text: `select ${groupColumns} from groups g
  where g.directory_id = $1 and (g.id = $2
    or g.id in (select group_id from group_members where directory_id = $1 and member_id = $2))
  order by g.id for update`,
};

const remove: Statement = {
  name: 'groups.delete',
  text: `with members as (
    delete from group_members where directory_id = $1 and group_id = $2
  ), memberships as (
    delete from group_members where directory_id = $1 and member_id = $2 returning group_id
  ), touched as (
    update groups g set member_count = g.member_count - 1, version = g.version + 1, updated_at = clock_timestamp()
    from memberships m where g.directory_id = $1 and g.id = m.group_id
    returning g.id, g.external_id, g.display_name
  ), gone as (
    delete from groups where directory_id = $1 and id = $2
    returning directory_id, id, external_id, display_name, member_count, version, created_at
  )
  insert into inbox (directory_id, type, data, version, member_count, created_at, updated_at, order_key, second_order_key)
  select directory_id, type, data, version, member_count, created_at, updated_at, order_key, second_order_key from (
    select 0 as part, n.directory_id, 'group.group_removed' as type,
      json_build_object(
        'group', json_build_object('id', g.id, 'externalId', g.external_id, 'displayName', g.display_name),
        'memberGroup', json_build_object('id', n.id, 'externalId', n.external_id, 'displayName', n.display_name)
      ) as data,
      null::bigint as version, null::integer as member_count, null::timestamptz as created_at,
      null::timestamptz as updated_at, g.id as order_key, n.id as second_order_key
    from gone n cross join touched g
    union all
    select 1, n.directory_id, 'group.deleted', $3::json, n.version + 1, n.member_count, n.created_at,
      clock_timestamp(), n.id, null
    from gone n
  ) as e order by e.part, e.order_key`,
};

/** Deletes the group and its memberships; `toEventData` makes the data of `group.deleted` from its last state. */
export async function deleteGroup(
  database: Database,
  directoryId: string,
  id: string,
  toEventData: (last: GroupRow) => object,
): Promise<boolean> {
  if (!isUuid(id)) return false;
  return database.transaction(async (tx) => {
    const locked = await tx.query<GroupRow>(lockForDelete, [directoryId, id]);
    const last = locked.find((row) => row.id === id.toLowerCase());
    if (last === undefined) return false;
    await tx.query(remove, [directoryId, id, JSON.stringify(toEventData(last))]);
    return true;
  });
}
