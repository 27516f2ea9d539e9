import type { Queryable, Statement } from './database.ts';

const findNext: Statement = {
  name: 'purge.find-next',
  // `directory.deleted` is the last event of its log. An endpoint that is disabled, or refuses it, is not waited for.
  text: `select d.id from directories d join feeds f on f.directory_id = d.id
  where d.deleted_at is not null and f.stage = 'closed' and not exists (
    select from events e join webhook_endpoints w on w.environment_id = e.environment_id and w.state = 'enabled'
    where e.directory_id = d.id and e.sequence = f.last_sequence and (w.feed_position < e.position or exists (
      select from deliveries q
      where q.event_id = e.id and q.endpoint_id = w.id and q.state in ('waiting', 'ready')
    ))
  ) and (
    exists (select from users where directory_id = d.id) or exists (select from groups where directory_id = d.id)
    or exists (select from directory_tokens where directory_id = d.id)
    or not exists (select from events where directory_id = d.id)
  ) limit 1`,
};

/** A deleted directory of which something is left, and whose deletion everybody has been told of. */
export async function findDirectoryToPurge(tx: Queryable): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(findNext);
  return row?.id;
}

function removeFrom(table: string, key: string): Statement {
  return {
    name: `purge.${table}`,
    text: `delete from ${table} where directory_id = $1 and (${key}) in (
      select ${key} from ${table} where directory_id = $1 limit $2
    ) returning 1`,
  };
}

/** In this order, since what comes first refers to what follows. */
const contents: readonly Statement[] = [
  removeFrom('group_members', 'group_id, member_id'),
  removeFrom('groups', 'id'),
  removeFrom('users', 'id'),
  removeFrom('directory_tokens', 'id'),
];

const removeRest: Statement = {
  name: 'purge.rest',
  text: `with feed as (delete from feeds f where f.directory_id = $1
    and not exists (select from events e where e.directory_id = $1) returning directory_id)
  delete from directories d using feed f where d.id = f.directory_id`,
};

/**
 * Removes at most `limit` rows of a deleted directory. Its events stay for as long as they are kept; with the last of
 * them the directory itself goes.
 */
export async function purgeDirectory(tx: Queryable, directoryId: string, limit: number): Promise<void> {
  let left = limit;
  for (const statement of contents) {
    left -= (await tx.query(statement, [directoryId, left])).length;
    if (left <= 0) return;
  }
  await tx.query(removeRest, [directoryId]);
}
