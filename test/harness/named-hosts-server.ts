// A server that finds special addresses behind the names of `special-addresses.ts`. Run by tests.
import { isIPv6 } from 'node:net';
import { readConfig } from '@dirsync/server';
import { specialAddresses } from './special-addresses.ts';
import { startStrictServer } from './strict.ts';

async function resolve(hostname: string) {
  const [, beside, number] = /^(alone|beside)-(\d+)\.example$/.exec(hostname) ?? [];
  const address = specialAddresses[Number(number)];
  if (address === undefined) throw Object.assign(new Error('unknown'), { code: 'ENOTFOUND' });
  const addresses = beside === 'beside' ? ['8.8.8.8', address] : [address];
  return addresses.map((one) => ({ address: one, family: isIPv6(one) ? 6 : 4 }));
}

const server = await startStrictServer(readConfig(process.env), { delivery: { resolve, pollMs: 50 } });
console.log(`Serving on ${server.url}`);
process.once('SIGTERM', () => void server.close());
