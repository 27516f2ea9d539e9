import { DatabaseSync } from 'node:sqlite';
import type { EventGroup, EventUser } from '@dirsync/webhooks';

/** A customer of the product. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  /** The directory that dirsync keeps for this customer. */
  readonly directoryId: string;
  /** Whether its identity provider has called. */
  readonly isConnected: boolean;
}

/** What the product knows of a person: as much as it needs, and no more. */
export interface Person {
  readonly userName: string;
  readonly displayName: string | null;
  readonly email: string | null;
  readonly department: string | null;
  readonly title: string | null;
  readonly active: boolean;
}

/** A group with the userNames of its members. */
export interface Team {
  readonly displayName: string;
  readonly members: readonly string[];
}

/** Everybody of one customer, sorted by name. */
export interface People {
  readonly users: readonly Person[];
  readonly groups: readonly Team[];
}

const tables = `
  create table if not exists customers (
    id text primary key, name text not null, directory_id text not null unique, is_connected integer not null default 0
  ) strict;
  create table if not exists users (
    id text primary key, directory_id text not null, version integer not null, user_name text not null,
    display_name text, email text, department text, title text, active integer not null
  ) strict;
  create table if not exists groups (
    id text primary key, directory_id text not null, version integer not null, display_name text not null
  ) strict;
  create table if not exists memberships (
    group_id text not null, user_id text not null, directory_id text not null, primary key (group_id, user_id)
  ) strict;
  create table if not exists applied_events (id text primary key) strict;
  create table if not exists webhook_secrets (url text primary key, secret text not null) strict;
`;

/** The product's own tables. */
export type Store = ReturnType<typeof openStore>;

/** Opens the tables in a file, or in memory. */
export function openStore(path = ':memory:') {
  const database = new DatabaseSync(path);
  database.exec(tables);
  const run = (sql: string, ...values: readonly (string | number | null)[]): void =>
    void database.prepare(sql).run(...values);

  return {
    /**
     * Applies an event unless it was applied before. A webhook comes at least once, so its id is kept in the
     * transaction that makes the change: after a crash between the two, neither has happened.
     */
    once(event: { readonly id: string; readonly type: string }, change: () => void): void {
      database.exec('begin');
      try {
        const { changes } = database
          .prepare('insert into applied_events (id) values (?) on conflict do nothing')
          .run(event.id);
        if (changes > 0) change();
        database.exec('commit');
      } catch (error) {
        database.exec('rollback');
        throw error;
      }
    },

    /** Takes the state of a user, unless a newer one is here already. */
    saveUser(user: EventUser): void {
      run(
        `insert into users values (?, ?, ?, ?, ?, ?, ?, ?, ?)
         on conflict (id) do update set version = excluded.version, user_name = excluded.user_name,
           display_name = excluded.display_name, email = excluded.email, department = excluded.department,
           title = excluded.title, active = excluded.active
         where excluded.version > users.version`,
        ...[user.id, user.directoryId, user.version, user.userName],
        ...[user.displayName, user.email, user.department, user.title, Number(user.active)],
      );
    },

    removeUser(id: string): void {
      run('delete from memberships where user_id = ?', id);
      run('delete from users where id = ?', id);
    },

    /** Takes the state of a group, unless a newer one is here already. */
    saveGroup(group: EventGroup): void {
      run(
        `insert into groups values (?, ?, ?, ?)
         on conflict (id) do update set version = excluded.version, display_name = excluded.display_name
         where excluded.version > groups.version`,
        ...[group.id, group.directoryId, group.version, group.displayName],
      );
    },

    removeGroup(id: string): void {
      run('delete from memberships where group_id = ?', id);
      run('delete from groups where id = ?', id);
    },

    addMember(directoryId: string, groupId: string, userId: string): void {
      run('insert into memberships values (?, ?, ?) on conflict do nothing', groupId, userId, directoryId);
    },

    removeMember(groupId: string, userId: string): void {
      run('delete from memberships where group_id = ? and user_id = ?', groupId, userId);
    },

    markConnected(directoryId: string): void {
      run('update customers set is_connected = 1 where directory_id = ?', directoryId);
    },

    removeDirectory(directoryId: string): void {
      for (const table of ['memberships', 'groups', 'users', 'customers']) {
        run(`delete from ${table} where directory_id = ?`, directoryId);
      }
    },

    addCustomer({ id, name, directoryId }: Omit<Customer, 'isConnected'>): void {
      run('insert into customers (id, name, directory_id) values (?, ?, ?)', id, name, directoryId);
    },

    findCustomer(id: string): Customer | undefined {
      const row = database.prepare('select * from customers where id = ?').get(id);
      if (row === undefined) return undefined;
      return {
        id,
        name: String(row['name']),
        directoryId: String(row['directory_id']),
        isConnected: row['is_connected'] === 1,
      };
    },

    listPeople(directoryId: string): People {
      const users = database
        .prepare('select * from users where directory_id = ? order by user_name')
        .all(directoryId);
      const groups = database
        .prepare('select id, display_name from groups where directory_id = ? order by display_name')
        .all(directoryId);
      const members = database.prepare(
        'select user_name from memberships join users on users.id = user_id where group_id = ? order by user_name',
      );
      return {
        users: users.map((row) => ({
          userName: String(row['user_name']),
          displayName: text(row['display_name']),
          email: text(row['email']),
          department: text(row['department']),
          title: text(row['title']),
          active: row['active'] === 1,
        })),
        groups: groups.map((row) => ({
          displayName: String(row['display_name']),
          members: members.all(String(row['id'])).map((member) => String(member['user_name'])),
        })),
      };
    },

    saveWebhookSecret(url: string, secret: string): void {
      run('insert into webhook_secrets values (?, ?)', url, secret);
    },

    findWebhookSecret(url: string): string | undefined {
      const row = database.prepare('select secret from webhook_secrets where url = ?').get(url);
      return row && String(row['secret']);
    },

    close: (): void => database.close(),
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
