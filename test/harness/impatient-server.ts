// A server that tries a failed delivery again after 50 ms and waits for an answer for one second. Run by tests.
import { readConfig } from '@dirsync/server';
import { startStrictServer } from './strict.ts';

const server = await startStrictServer(readConfig(process.env), {
  delivery: { timeoutMs: 1000, scheduleMs: Array<number>(1000).fill(50), pollMs: 50 },
});
console.log(`Serving on ${server.url}`);
process.once('SIGTERM', () => void server.close());
