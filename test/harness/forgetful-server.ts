// A server for which everything happened 31 days ago as soon as it is in the log. Run by tests.
import { readConfig, startServer } from '@dirsync/server';

const monthMs = 31 * 86_400_000;
const server = await startServer(readConfig(process.env), {
  upkeep: { pauseMs: 20, now: () => new Date(Date.now() + monthMs) },
});
console.log(`Serving on ${server.url}`);
process.once('SIGTERM', () => void server.close());
