import type { DatabaseSync } from 'node:sqlite';
import type { CursorStore } from '@dirsync/client';
import { loadText, saveText } from './database.ts';

/** Keeps how far a consumer is in the database that its handler writes to. */
export function createSqlCursorStore(database: DatabaseSync, name: string): CursorStore {
  return {
    load: () => loadText(database, name),
    save: (cursor) => saveText(database, name, cursor),
  };
}
