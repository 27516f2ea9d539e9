import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { installOnPostgres } from '../../harness/installation.ts';
import { startTarget } from '../bench.ts';
import type { Bench, Directory, Suite, Target } from '../bench.ts';
import { userBody } from '../bodies.ts';
import { compare } from '../compare.ts';
import { startCountingReceiver } from '../counting-receiver.ts';
import type { CountingReceiver } from '../counting-receiver.ts';
import { load } from '../http-load.ts';
import { percentile, sampleOf } from '../statistics.ts';
import { comparisonColumns, comparisonRow, number } from '../table.ts';
import type { Table } from '../table.ts';

const execute = promisify(execFile);

const connections = 16;
/** In flight, as a worker has for one endpoint. */
const inFlight = 32;

/** From the commit through the log to the receiver. */
export const eventPipeline: Suite = {
  name: 'event-pipeline',
  title: 'The event pipeline',
  async run(bench) {
    return [await lagTable(bench), await deliveries(bench)];
  },
};

let serial = 0;

async function createUsers(
  { origin, path, headers }: Directory,
  count: number,
  at = connections,
): Promise<void> {
  await load({
    origin,
    headers,
    connections: at,
    requests: count,
    request: () => ({ method: 'POST', path: `${path}/Users`, body: userBody(`event-${(serial += 1)}`) }),
  });
}

async function lagTable(bench: Bench): Promise<Table> {
  const rows: (readonly string[])[] = [];
  const changes = Math.max(100, Math.round(3000 * bench.scale));
  for (const processes of [1, 2]) {
    for (const endpoints of [1, 10, 100]) {
      bench.log(`${endpoints} endpoints, ${processes} processes`);
      rows.push(await lagRow(bench, processes, endpoints, Math.ceil(changes / Math.sqrt(endpoints))));
    }
  }
  const columns = [
    'processes',
    'endpoints',
    'changes per second',
    'deliveries per second',
    'commit to log, ms, p50',
    'p99',
    'commit to receiver, ms, p50',
    'p99',
  ];
  const note =
    `Users are made over ${connections} connections as fast as they are answered; a reader follows the log by long poll, ` +
    'a receiver gets the webhooks, all on this machine. Changes and deliveries per second are counted from the first ' +
    'request to the last arrival. The lag is that of events under this load.';
  return { title: 'Lag and rate by endpoints and processes', columns, rows, note };
}

async function lagRow(
  bench: Bench,
  processes: number,
  endpoints: number,
  changes: number,
): Promise<readonly string[]> {
  await using target = await startTarget(bench, 'PostgreSQL', processes);
  await using receiver = await startCountingReceiver();
  const directory = await target.createDirectory();
  for (let n = 0; n < endpoints; n += 1)
    await target.dirsync.webhookEndpoints.create({ url: `${receiver.url}${n}` });
  const start = performance.now();
  const reading = readLog(target, directory, changes + 1);
  await createUsers(directory, changes);
  // The activation of the directory is an event too.
  await receiver.receive((changes + 1) * endpoints);
  const seconds = (performance.now() - start) / 1000;
  const { committed, logLags } = await reading;
  const receiverLags = [...receiver.arrivals].map(([id, at]) => at - (committed.get(id) ?? at));
  return [
    String(processes),
    String(endpoints),
    number(changes / seconds),
    number(receiver.requests / seconds),
    ...[logLags, receiverLags].flatMap((lags) =>
      [50, 99].map((percent) => number(percentile(lags, percent))),
    ),
  ];
}

interface Followed {
  readonly committed: ReadonlyMap<string, number>;
  readonly logLags: readonly number[];
}

/** Follows the log by long poll; the timestamp of an event is the database's, on the same clock. */
async function readLog({ dirsync }: Target, { id }: Directory, count: number): Promise<Followed> {
  const committed = new Map<string, number>();
  const logLags: number[] = [];
  let after: string | undefined;
  while (committed.size < count) {
    const page = await dirsync.events.list({
      directoryId: id,
      limit: 200,
      waitSeconds: 20,
      ...(after !== undefined && { after }),
    });
    const now = Date.now();
    for (const event of page.data) {
      const at = Date.parse(event.timestamp);
      committed.set(event.id, at);
      logLags.push(now - at);
    }
    after = page.nextCursor ?? after;
  }
  return { committed, logLags };
}

/** A backlog of deliveries, beside a client that does nothing but send the same bodies. */
async function deliveries(bench: Bench): Promise<Table> {
  const count = Math.max(500, Math.round(10_000 * bench.scale));
  const rates: number[] = [];
  const bare: number[] = [];
  const body = JSON.stringify({
    type: 'user.created',
    data: { user: JSON.parse(userBody('bare')) as unknown },
  });
  const comparison = await compare(
    async () => {
      bench.log(`a backlog of ${number(count)}`);
      const rate = await drainRate(bench, count);
      rates.push(rate);
      return rate;
    },
    async () => {
      await using receiver = await startCountingReceiver();
      const rate = await bareRate(receiver, count, body);
      bare.push(rate);
      return rate;
    },
    Math.min(bench.rounds, 3),
  );
  return {
    title: `Deliveries per second of a backlog of ${number(count)}, one endpoint`,
    columns: comparisonColumns,
    rows: [comparisonRow(`\`undici.request\`, ${inFlight} in flight`, comparison, { atLeast: 0.5 })],
    note: `Both send from a process of their own; ours from the first arrival to the last. Least and most of ours: ${number(sampleOf(rates).least)}–${number(sampleOf(rates).most)}.`,
  };
}

async function drainRate(bench: Bench, count: number): Promise<number> {
  const installation = await installOnPostgres(bench.postgres.adminUrl);
  await using receiver = await startCountingReceiver();
  try {
    // An api process takes the changes in; nothing is numbered or sent until the worker comes.
    await fillInbox(bench, installation, receiver, count);
    const worker = await installation.start({ env: { DIRSYNC_ROLE: 'worker', LOG_LEVEL: 'warn' } });
    await receiver.receive(1);
    const first = performance.now();
    await receiver.receive(count + 1);
    const seconds = (performance.now() - first) / 1000;
    await worker.stop();
    return count / seconds;
  } finally {
    await installation.remove();
  }
}

async function fillInbox(
  bench: Bench,
  installation: Awaited<ReturnType<typeof installOnPostgres>>,
  receiver: CountingReceiver,
  count: number,
): Promise<void> {
  await using target = await startTarget(bench, 'PostgreSQL', 1, { installation, role: 'api' });
  await target.dirsync.webhookEndpoints.create({ url: receiver.url });
  await createUsers(await target.createDirectory(), count);
}

async function bareRate({ url }: CountingReceiver, count: number, body: string): Promise<number> {
  const script = fileURLToPath(new URL('../peers/bare-sender.ts', import.meta.url));
  const { stdout } = await execute(process.execPath, [script, url, String(count), String(inFlight), body]);
  return Number(stdout);
}
