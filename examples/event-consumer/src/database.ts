import { DatabaseSync } from 'node:sqlite';

// No foreign keys and no unique names: while a snapshot is taken, states of different moments stand side by side.
const tables = `
  create table if not exists users (
    id text primary key, directory_id text not null, version integer not null, user_name text not null,
    email text, display_name text, active integer not null
  ) strict;
  create index if not exists users_by_directory on users (directory_id, id);
  create table if not exists groups (
    id text primary key, directory_id text not null, version integer not null, display_name text not null
  ) strict;
  create index if not exists groups_by_directory on groups (directory_id, id);
  create table if not exists memberships (
    group_id text not null, member_id text not null, member_type text not null, directory_id text not null,
    primary key (group_id, member_id)
  ) strict;
  create index if not exists memberships_by_member on memberships (member_id);
  create index if not exists memberships_by_directory on memberships (directory_id);
  create table if not exists kept_texts (name text primary key, text text not null) strict;
  create table if not exists audit (event_id text primary key, directory_id text not null, what text not null) strict;
`;

/** Opens the tables of this product, in a file or in memory. */
export function openDatabase(path = ':memory:'): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 5000 });
  // Readers and the one writer do not wait for each other.
  database.exec(`pragma journal_mode = wal; ${tables}`);
  return database;
}

/** Makes all of the changes, or none. */
export function transaction(database: DatabaseSync, change: () => void): void {
  database.exec('begin immediate');
  try {
    change();
    database.exec('commit');
  } catch (error) {
    database.exec('rollback');
    throw error;
  }
}

/** What was kept by a name: how far a consumer is, or a mirror. */
export function loadText(database: DatabaseSync, name: string): string | undefined {
  const row = database.prepare('select text from kept_texts where name = ?').get(name);
  return row && String(row['text']);
}

export function saveText(database: DatabaseSync, name: string, text: string): void {
  database
    .prepare('insert into kept_texts values (?, ?) on conflict (name) do update set text = excluded.text')
    .run(name, text);
}
