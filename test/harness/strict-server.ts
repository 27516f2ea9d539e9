// `dirsync serve`, in which an answer that the contract does not allow becomes a 500. Run by tests.
import { readConfig } from '@dirsync/server';
import { startStrictServer } from './strict.ts';

const server = await startStrictServer(readConfig(process.env));
console.log(`Serving on ${server.url}`);
process.once('SIGTERM', () => void server.close());
