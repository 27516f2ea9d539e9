// A server whose deliveries go by a clock that tests put forward: the file TEST_CLOCK says by how many milliseconds.
import { readFileSync } from 'node:fs';
import { readConfig } from '@dirsync/server';
import { startStrictServer } from './strict.ts';

const { TEST_CLOCK: clock = '', ...env } = process.env;
const now = (): Date => new Date(Date.now() + Number(readFileSync(clock, 'utf8')));
const server = await startStrictServer(readConfig(env), { delivery: { now, pollMs: 50 } });
console.log(`Serving on ${server.url}`);
process.once('SIGTERM', () => void server.close());
