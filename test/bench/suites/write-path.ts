import { request } from 'undici';
import { startTarget } from '../bench.ts';
import type { Bench, Suite, Target } from '../bench.ts';
import { patchBody, userBody } from '../bodies.ts';
import { compare, measureAll } from '../compare.ts';
import type { Measure } from '../compare.ts';
import { whenDrained } from '../drained.ts';
import { load } from '../http-load.ts';
import type { LoadRequest } from '../http-load.ts';
import { pgbenchRate } from '../pgbench.ts';
import type { PgbenchScript } from '../recorded-statement.ts';
import { comparisonColumns, comparisonRow, judge, number, spread } from '../table.ts';
import type { Goal, Table } from '../table.ts';
import { sampleOf } from '../statistics.ts';
import { cpuAccount } from './cpu-account.ts';
import { createScripts } from './write-scripts.ts';
import type { Population, WriteOperation } from './write-scripts.ts';

const connectionCounts = [1, 16, 64];
/** Enough that two writers seldom meet. */
const existingUsers = 2000;

const operations: readonly WriteOperation[] = ['POST', 'PUT', 'PATCH', 'GET'];

/** Users one by one over HTTP, on both databases, beside the same statements without HTTP. */
export const writePath: Suite = {
  name: 'write-path',
  title: 'The write path',
  async run(bench) {
    await using postgres = await startTarget(bench, 'PostgreSQL');
    await using embedded = await startTarget(bench, 'embedded');
    const populations = { postgres: await populate(postgres), embedded: await populate(embedded) };
    return [
      ...(await againstPgbench(bench, postgres, populations.postgres)),
      await betweenDatabases(bench, populations.postgres, populations.embedded),
    ];
  },
};

async function populate(target: Target): Promise<Population> {
  const directory = await target.createDirectory();
  const { origin, path, headers } = directory;
  const users: { id: string; name: string }[] = [];
  for (let n = 0; n < existingUsers; n += 1) {
    const name = `existing-${n}`;
    const answer = await request(`${origin}${path}/Users`, { method: 'POST', headers, body: userBody(name) });
    const { id } = (await answer.body.json()) as { id: string };
    users.push({ id, name });
  }
  return { directory, users };
}

let serial = 0;

/** Every request is a change: no two write the same. */
function requestsOf(operation: WriteOperation, { directory, users }: Population): (n: number) => LoadRequest {
  const { path } = directory;
  return (n) => {
    serial += 1;
    const { id = '', name = '' } = users[n % users.length] ?? {};
    if (operation === 'POST')
      return { method: 'POST', path: `${path}/Users`, body: userBody(`new-${serial}`) };
    const target = `${path}/Users/${id}`;
    if (operation === 'GET') return { method: 'GET', path: target };
    if (operation === 'PUT') return { method: 'PUT', path: target, body: userBody(name, `Title ${serial}`) };
    const body = patchBody({ op: 'replace', path: 'title', value: `Title ${serial}` });
    return { method: 'PATCH', path: target, body };
  };
}

function httpRate(
  bench: Bench,
  operation: WriteOperation,
  population: Population,
  connections: number,
): Measure {
  const { origin, headers } = population.directory;
  const options = { origin, headers, connections, durationMs: bench.seconds * 1000 };
  return async () => (await load({ ...options, request: requestsOf(operation, population) })).perSecond;
}

async function againstPgbench(
  bench: Bench,
  target: Target,
  population: Population,
): Promise<readonly Table[]> {
  const title = 'Requests per second on PostgreSQL, beside the same statements in pgbench';
  const { pgbench, seconds, rounds } = bench;
  if (pgbench === undefined) return [{ title, columns: ['pgbench is not installed'], rows: [] }];
  const scripts = await createScripts(bench, target, population);
  const rows: (readonly string[])[] = [];
  for (const operation of operations) {
    for (const connections of connectionCounts) {
      bench.log(`${operation}, ${connections} connections`);
      const script = scripts[operation];
      const comparison = await compare(
        whenDrained(target.databaseUrl, httpRate(bench, operation, population, connections)),
        whenDrained(target.databaseUrl, () => rate(script, connections)),
        rounds,
      );
      rows.push(
        comparisonRow(`${operation}, ${connections} connections`, comparison, goalOf(operation, connections)),
      );
    }
  }
  function rate(script: PgbenchScript, clients: number): Promise<number> {
    return pgbenchRate({ pgbench: pgbench ?? '', databaseUrl: target.databaseUrl, clients, seconds, script });
  }
  const note =
    'Beside stands `pgbench -M prepared` with the write statement that the server runs (for PUT and PATCH the read ' +
    'before it too), recorded from its log. The requests are authenticated, and the relay runs; what `pgbench` leaves it to do is done ' +
    'before the next is measured.';
  const account = await cpuAccount(bench, target, population, operations, requestsOf, scripts);
  return [{ title, columns: comparisonColumns, rows, note }, account];
}

function goalOf(operation: WriteOperation, connections: number): Goal | undefined {
  if (connections !== 16) return undefined;
  if (operation === 'POST') return { atLeast: 0.5 };
  return operation === 'GET' ? { atLeast: 0.18 } : undefined;
}

async function betweenDatabases(bench: Bench, postgres: Population, embedded: Population): Promise<Table> {
  const rows: (readonly string[])[] = [];
  for (const operation of operations) {
    bench.log(`${operation}, embedded beside PostgreSQL`);
    const cells: string[] = [];
    for (const connections of connectionCounts) {
      const measures = [embedded, postgres].map((each) => httpRate(bench, operation, each, connections));
      const [ours, theirs] = await measureAll(measures, bench.rounds);
      if (ours === undefined || theirs === undefined) throw new Error('Expected two samples.');
      const ratio = ours.median / theirs.median;
      const goal = operation === 'POST' && connections === 16 ? { atLeast: 0.3 } : undefined;
      const verdict = judge(sampleOf([ratio]), goal).join(' ');
      cells.push(`${spread(ours)}, ratio ${number(ratio)} ${verdict}`.trim());
    }
    rows.push([operation, ...cells]);
  }
  const columns = ['', ...connectionCounts.map((count) => `${count} connections`)];
  return { title: 'Requests per second on the embedded database, beside PostgreSQL', columns, rows };
}
