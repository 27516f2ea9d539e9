import type { DatabaseSync } from 'node:sqlite';
import type { MirrorChange, MirrorStore } from '@dirsync/client/mirror';
import { loadText, saveText, transaction } from './database.ts';

/** The tables that `dirsync.mirror` keeps equal to the directories. */
export function createMirrorStore(database: DatabaseSync): MirrorStore {
  return {
    load: () => loadText(database, 'mirror'),
    apply: (changes, state) =>
      transaction(database, () => {
        for (const change of changes) applyChange(database, change);
        saveText(database, 'mirror', state);
      }),
  };
}

function applyChange(database: DatabaseSync, change: MirrorChange): void {
  const run = (sql: string, ...values: readonly (string | number | null)[]): void =>
    void database.prepare(sql).run(...values);

  switch (change.type) {
    case 'user.saved': {
      const { id, directoryId, version, userName, email, displayName, active } = change.user;
      return run(
        `insert into users values (?, ?, ?, ?, ?, ?, ?)
         on conflict (id) do update set version = excluded.version, user_name = excluded.user_name,
           email = excluded.email, display_name = excluded.display_name, active = excluded.active
         where excluded.version > users.version`,
        ...[id, directoryId, version, userName, email, displayName, Number(active)],
      );
    }
    case 'user.removed':
      run('delete from memberships where member_id = ?', change.userId);
      return run('delete from users where id = ?', change.userId);
    case 'group.saved': {
      const { id, directoryId, version, displayName } = change.group;
      return run(
        `insert into groups values (?, ?, ?, ?)
         on conflict (id) do update set version = excluded.version, display_name = excluded.display_name
         where excluded.version > groups.version`,
        ...[id, directoryId, version, displayName],
      );
    }
    case 'group.removed':
      run('delete from memberships where group_id = ? or member_id = ?', change.groupId, change.groupId);
      return run('delete from groups where id = ?', change.groupId);
    case 'member.added':
      return run(
        'insert into memberships values (?, ?, ?, ?) on conflict do nothing',
        ...[change.groupId, change.memberId, change.memberType, change.directoryId],
      );
    case 'member.removed':
      return run(
        'delete from memberships where group_id = ? and member_id = ?',
        ...[change.groupId, change.memberId],
      );
    case 'directory.removed':
      for (const table of ['users', 'groups', 'memberships']) {
        run(`delete from ${table} where directory_id = ?`, change.directoryId);
      }
      return;
    default:
      return removeWhatIsGone(database, change);
  }
}

const gone = (column: string): string =>
  `${column} > ? and ${column} <= ? and ${column} not in (select value from json_each(?))`;

/** What a snapshot does not name in the range that it has read is gone. */
function removeWhatIsGone(
  database: DatabaseSync,
  change: Extract<MirrorChange, { readonly ids: readonly string[] }>,
): void {
  const { after, through, ids } = change;
  const range = [after, through, JSON.stringify(ids)];
  const find = (sql: string, ...values: readonly string[]): readonly string[] =>
    database
      .prepare(sql)
      .all(...values)
      .map((row) => String(row['id']));

  switch (change.type) {
    case 'directories.kept': {
      const known = `select directory_id as id from users union select directory_id from groups`;
      for (const directoryId of find(`select id from (${known}) where ${gone('id')}`, ...range)) {
        applyChange(database, { type: 'directory.removed', directoryId });
      }
      return;
    }
    case 'users.kept': {
      const { directoryId } = change;
      const sql = `select id from users where directory_id = ? and ${gone('id')}`;
      for (const userId of find(sql, directoryId, ...range)) {
        applyChange(database, { type: 'user.removed', directoryId, userId });
      }
      return;
    }
    case 'groups.kept': {
      const { directoryId } = change;
      const sql = `select id from groups where directory_id = ? and ${gone('id')}`;
      for (const groupId of find(sql, directoryId, ...range)) {
        applyChange(database, { type: 'group.removed', directoryId, groupId });
      }
      return;
    }
    case 'members.kept':
      database
        .prepare(`delete from memberships where group_id = ? and ${gone('member_id')}`)
        .run(change.groupId, ...range);
  }
}
