import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { copyOnPostgres, installOnPostgres } from '../../harness/installation.ts';
import type { Installation } from '../../harness/installation.ts';
import { startTarget } from '../bench.ts';
import type { Bench } from '../bench.ts';
import { compare } from '../compare.ts';
import { startCountingReceiver } from '../counting-receiver.ts';
import type { CountingReceiver } from '../counting-receiver.ts';
import { cpuUsOf, cpuUsOfAll } from '../cpu-time.ts';
import { createUsers } from '../create-users.ts';
import { sampleOf } from '../statistics.ts';
import { comparisonColumns, comparisonRow, number } from '../table.ts';
import type { Table } from '../table.ts';

const execute = promisify(execFile);

/** In flight, as a worker has for one endpoint. */
const inFlight = 32;

/** What a delivery costs the processes that have to do with it, in microseconds of processor time. */
interface Spent {
  readonly sender: number;
  readonly postgres: number;
  readonly receiver: number;
}

/** A backlog of deliveries, beside a client that does nothing but send the same bodies. */
export async function backlogTables(bench: Bench): Promise<readonly Table[]> {
  const count = Math.max(500, Math.round(40_000 * bench.scale));
  await using receiver = await startCountingReceiver();
  bench.log(`a backlog of ${number(count)}`);
  const { unnumbered, queued, body } = await prepareBacklog(bench, receiver, count);
  const spent = { bare: [] as Spent[], queued: [] as Spent[], unnumbered: [] as Spent[] };
  async function drain(source: Installation, into: Spent[]): Promise<number> {
    const { perSecond, ...costs } = await drainOnce(bench, source, receiver, count);
    into.push(costs);
    return perSecond;
  }
  async function bare(): Promise<number> {
    const { perSecond, ...costs } = await sendBare(receiver, count, body);
    spent.bare.push(costs);
    return perSecond;
  }
  try {
    const fromQueue = await compare(() => drain(queued, spent.queued), bare, bench.rounds);
    const fromInbox = await compare(
      () => drain(unnumbered, spent.unnumbered),
      bare,
      Math.min(bench.rounds, 3),
    );
    return [
      {
        title: `Deliveries per second of a backlog of ${number(count)}, one endpoint, beside \`undici.request\``,
        columns: comparisonColumns,
        rows: [
          comparisonRow('deliveries that wait in the queue', fromQueue, { atLeast: 0.5 }),
          comparisonRow('events that wait in the inbox, numbered and queued meanwhile', fromInbox),
        ],
        note:
          `Both send from a process of their own, ${inFlight} requests at once, the same bytes to the same receiver, where ` +
          'arrivals are counted from the first quarter on. The deliveries were queued while the receiver was down.',
      },
      {
        title: 'Microseconds of processor time per delivery',
        columns: ['', 'the sender', 'PostgreSQL', 'the receiver'],
        rows: [
          costRow('`undici.request`', spent.bare),
          costRow('deliveries that wait in the queue', spent.queued),
          costRow('events that wait in the inbox', spent.unnumbered),
        ],
        note: 'Medians. The first compilations of both senders are in it.',
      },
    ];
  } finally {
    await unnumbered.remove();
    await queued.remove();
  }
}

function costRow(what: string, spent: readonly Spent[]): readonly string[] {
  const columns = (['sender', 'postgres', 'receiver'] as const).map((who) => spent.map((each) => each[who]));
  return [what, ...columns.map((values) => number(sampleOf(values).median))];
}

export interface Backlog {
  /** All events wait in the inbox. */
  readonly unnumbered: Installation;
  /** All deliveries wait in the queue. */
  readonly queued: Installation;
  /** Of one of the events. */
  readonly body: string;
}

/** Makes so many users, of whom one endpoint has yet to hear. */
export async function prepareBacklog(
  bench: Bench,
  receiver: CountingReceiver,
  count: number,
): Promise<Backlog> {
  const { adminUrl } = bench.postgres;
  const unnumbered = await installOnPostgres(adminUrl);
  {
    // An api process takes the changes in; nothing is numbered or sent until a worker comes.
    await using target = await startTarget(bench, 'PostgreSQL', 1, { installation: unnumbered, role: 'api' });
    await target.dirsync.webhookEndpoints.create({ url: receiver.url });
    await createUsers(await target.createDirectory(), count, 16);
  }
  const queued = await copyOnPostgres(adminUrl, unnumbered);
  receiver.isDown = true;
  const worker = await queued.start({ env: { DIRSYNC_ROLE: 'worker', LOG_LEVEL: 'fatal' } });
  const body = await untilQueued(queued);
  await worker.stop();
  receiver.isDown = false;
  await endPause(queued);
  return { unnumbered, queued, body };
}

/** However long the receiver was down, the endpoint is tried at once. */
async function endPause({ env }: Installation): Promise<void> {
  const client = new pg.Client({ connectionString: env['DATABASE_URL'] });
  await client.connect();
  await client.query(
    'update webhook_endpoints set next_probe_at = clock_timestamp() where next_probe_at is not null',
  );
  await client.end();
}

/** Resolves with the body of an event when the inbox is empty. */
async function untilQueued({ env }: Installation): Promise<string> {
  const client = new pg.Client({ connectionString: env['DATABASE_URL'] });
  await client.connect();
  try {
    for (;;) {
      const { rows } = await client.query<{ body: string | null }>(
        `select body from (select exists (select from inbox) as waits) i
        left join (select body from events order by position desc limit 1) e on not waits`,
      );
      const body = rows[0]?.body;
      if (body != null) return body;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    await client.end();
  }
}

type Drained = Spent & { readonly perSecond: number };

async function drainOnce(
  bench: Bench,
  source: Installation,
  receiver: CountingReceiver,
  count: number,
): Promise<Drained> {
  const installation = await copyOnPostgres(bench.postgres.adminUrl, source);
  try {
    receiver.reset();
    const worker = await installation.start({ env: { DIRSYNC_ROLE: 'worker', LOG_LEVEL: 'warn' } });
    const [started, postgres, own] = [
      await cpuUsOf(worker.pid),
      await cpuUsOfAll('postgres'),
      process.cpuUsage(),
    ];
    // The activation of the directory is an event too.
    const perSecond = await arrivalRate(receiver, count + 1);
    const sender = (await cpuUsOf(worker.pid)) - started;
    const { user, system } = process.cpuUsage(own);
    await worker.stop();
    const spent = (await cpuUsOfAll('postgres')) - postgres;
    return {
      perSecond,
      sender: sender / count,
      postgres: spent / count,
      receiver: (user + system) / count,
    };
  } finally {
    await installation.remove();
  }
}

async function sendBare(receiver: CountingReceiver, count: number, body: string): Promise<Drained> {
  const script = fileURLToPath(new URL('../peers/bare-sender.ts', import.meta.url));
  receiver.reset();
  const own = process.cpuUsage();
  const parameters = [script, receiver.url, String(count), String(inFlight), body];
  const sending = execute(process.execPath, parameters);
  const perSecond = await arrivalRate(receiver, count);
  const { user, system } = process.cpuUsage(own);
  // Printed by the script.
  const sender = Number((await sending).stdout);
  return { perSecond, sender, postgres: 0, receiver: (user + system) / count };
}

/** How many come in per second, from the first quarter on: until then a new process compiles more than it sends. */
async function arrivalRate(receiver: CountingReceiver, count: number): Promise<number> {
  const quarter = Math.ceil(count / 4);
  await receiver.receive(quarter);
  const since = performance.now();
  await receiver.receive(count);
  return (count - quarter) / ((performance.now() - since) / 1000);
}
