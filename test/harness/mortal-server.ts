// A server whose work is soon taken over when it is killed: short leases, and retries after 50 ms. Run by tests.
import { readConfig, startServer } from '@dirsync/server';

const server = await startServer(readConfig(process.env), {
  delivery: { timeoutMs: 1000, leaseMs: 2500, scheduleMs: Array<number>(1000).fill(50), pollMs: 50 },
});
console.log(`Serving on ${server.url}`);
process.once('SIGTERM', () => void server.close());
