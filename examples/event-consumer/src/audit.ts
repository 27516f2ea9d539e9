import type { DatabaseSync } from 'node:sqlite';
import type { DirectoryEvent } from '@dirsync/client';

/** Writes down who came and who left. An event comes at least once, so its id is the key of its line. */
export function createEventHandler(
  database: DatabaseSync,
  print: (line: string) => void,
): (event: DirectoryEvent) => void {
  const insert = database.prepare('insert into audit values (?, ?, ?) on conflict do nothing');
  return (event) => {
    const what = describe(event);
    if (what === undefined) return;
    const { changes } = insert.run(event.id, event.directoryId, what);
    if (changes > 0) print(what);
  };
}

function describe(event: DirectoryEvent): string | undefined {
  switch (event.type) {
    case 'user.created':
      return `${event.data.user.userName} joined`;
    // A real product also ends the sessions of this person.
    case 'user.deactivated':
    case 'user.deleted':
      return `${event.data.user.userName} left`;
    case 'group.user_added':
      return `${event.data.user.userName} is in ${event.data.group.displayName}`;
    case 'group.user_removed':
      return `${event.data.user.userName} is no longer in ${event.data.group.displayName}`;
    default:
      return undefined;
  }
}
