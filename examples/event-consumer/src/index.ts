export { createEventHandler } from './audit.ts';
export { openDatabase, transaction } from './database.ts';
export { createMirrorStore } from './mirror-store.ts';
export { createSqlCursorStore } from './sql-cursor-store.ts';
