import { createDirsync } from '@dirsync/client';
import { mirror } from '@dirsync/client/mirror';
import { createEventHandler } from './audit.ts';
import { openDatabase } from './database.ts';
import { createMirrorStore } from './mirror-store.ts';
import { createSqlCursorStore } from './sql-cursor-store.ts';

const { DIRSYNC_API_KEY = '', DIRSYNC_URL = 'http://127.0.0.1:8080', DATABASE = 'consumer.db' } = process.env;
const dirsync = createDirsync({ apiKey: DIRSYNC_API_KEY, baseUrl: DIRSYNC_URL });
const database = openDatabase(DATABASE);

const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
process.once('SIGINT', () => stop.abort());
const { signal } = stop;

await Promise.all([
  mirror(dirsync, {
    store: createMirrorStore(database),
    signal,
    onSnapshot: () => console.log('The tables are complete.'),
  }),
  dirsync.events.consume({
    cursorStore: createSqlCursorStore(database, 'audit'),
    handler: createEventHandler(database, console.log),
    signal,
  }),
]);
database.close();
console.log('Stopped.');
