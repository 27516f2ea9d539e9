import type { Bench, Target } from '../bench.ts';
import { cpuUsOf, cpuUsOfAll } from '../cpu-time.ts';
import { load } from '../http-load.ts';
import type { LoadRequest } from '../http-load.ts';
import { pgbenchRate } from '../pgbench.ts';
import type { PgbenchScript } from '../recorded-statement.ts';
import { number } from '../table.ts';
import type { Table } from '../table.ts';
import type { Population, WriteOperation } from './write-scripts.ts';

const connections = 16;

/** Which process a request costs how much of: on a machine that is busy this, and no wait, bounds the rate. */
export async function cpuAccount(
  bench: Bench,
  target: Target,
  population: Population,
  operations: readonly WriteOperation[],
  requestsOf: (operation: WriteOperation, population: Population) => (n: number) => LoadRequest,
  scripts: Record<WriteOperation, PgbenchScript>,
): Promise<Table> {
  const rows: (readonly string[])[] = [];
  for (const operation of operations) {
    bench.log(`processor time of ${operation}`);
    const { origin, headers } = population.directory;
    const server = await cpuUsOf(target.pid);
    const postgres = await cpuUsOfAll('postgres');
    const own = process.cpuUsage();
    const durationMs = bench.seconds * 1000;
    const options = { origin, headers, connections, durationMs };
    const { requests } = await load({ ...options, request: requestsOf(operation, population) });
    const { user, system } = process.cpuUsage(own);
    const spent = [
      (await cpuUsOf(target.pid)) - server,
      (await cpuUsOfAll('postgres')) - postgres,
      user + system,
    ];
    const alone = await postgresAlone(bench, target, scripts[operation]);
    rows.push([operation, ...spent.map((us) => number(us / requests)), number(alone)]);
  }
  return {
    title: `Microseconds of processor time per request, ${connections} connections`,
    columns: ['', 'the server', 'PostgreSQL', 'the client that asks', 'PostgreSQL under `pgbench`'],
    rows,
    note: 'PostgreSQL does for the server also what `pgbench` does not ask of it: it looks the token up, and moves the events into the log.',
  };
}

async function postgresAlone(bench: Bench, { databaseUrl }: Target, script: PgbenchScript): Promise<number> {
  const { pgbench = '', seconds } = bench;
  const before = await cpuUsOfAll('postgres');
  const rate = await pgbenchRate({ pgbench, databaseUrl, clients: connections, seconds, script });
  const spent = (await cpuUsOfAll('postgres')) - before;
  return spent / (rate * seconds);
}
