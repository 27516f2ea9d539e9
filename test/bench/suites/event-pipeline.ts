import { startTarget } from '../bench.ts';
import type { Bench, Directory, Suite, Target } from '../bench.ts';
import { startCountingReceiver } from '../counting-receiver.ts';
import { createUsers } from '../create-users.ts';
import { percentile } from '../statistics.ts';
import { number } from '../table.ts';
import type { Table } from '../table.ts';
import { backlogTables } from './backlog.ts';

const connections = 16;

/** From the commit through the log to the receiver. */
export const eventPipeline: Suite = {
  name: 'event-pipeline',
  title: 'The event pipeline',
  async run(bench) {
    return [...(await pipelineTables(bench)), ...(await backlogTables(bench))];
  },
};

const lagColumns = ['commit to log, ms, p50', 'p99', 'commit to receiver, ms, p50', 'p99'];

async function pipelineTables(bench: Bench): Promise<readonly Table[]> {
  const quiet: (readonly string[])[] = [];
  const busy: (readonly string[])[] = [];
  for (const processes of [1, 2]) {
    for (const endpoints of [1, 10, 100]) {
      bench.log(`${endpoints} endpoints, ${processes} processes`);
      const rows = await pipelineRows(bench, processes, endpoints);
      quiet.push(rows.quiet);
      busy.push(rows.busy);
    }
  }
  const who = 'A reader follows the log by long poll, a receiver gets the webhooks, all on this machine.';
  return [
    {
      title: 'Lag of single changes, by endpoints and processes',
      columns: ['processes', 'endpoints', ...lagColumns],
      rows: quiet,
      note: `${who} A user is made when the one before has arrived everywhere; of several endpoints every one counts.`,
    },
    {
      title: 'Rate and lag under load, by endpoints and processes',
      columns: ['processes', 'endpoints', 'changes per second', 'deliveries per second', ...lagColumns],
      rows: busy,
      note:
        `${who} Users are made over ${connections} connections as fast as they are answered. Changes and deliveries ` +
        'per second are counted from the first request to the last arrival.',
    },
  ];
}

interface PipelineRows {
  readonly quiet: readonly string[];
  readonly busy: readonly string[];
}

async function pipelineRows(bench: Bench, processes: number, endpoints: number): Promise<PipelineRows> {
  await using target = await startTarget(bench, 'PostgreSQL', processes);
  await using receiver = await startCountingReceiver();
  const directory = await target.createDirectory();
  for (let n = 0; n < endpoints; n += 1)
    await target.dirsync.webhookEndpoints.create({ url: `${receiver.url}${n}` });
  const names = [String(processes), String(endpoints)];
  // The first request activates the directory, which is an event too.
  await createUsers(directory, 1, 1);
  await receiver.receive(2 * endpoints);
  let cursor = (await readLog(target, directory, undefined, 2)).nextCursor;

  /** One change after the other has arrived everywhere. */
  async function createInTurn(changes: number): Promise<void> {
    for (let n = 1; n <= changes; n += 1) {
      await createUsers(directory, 1, 1);
      await receiver.receive(n * endpoints);
    }
  }

  async function measure(changes: number, create: () => Promise<void>) {
    receiver.reset();
    const start = performance.now();
    const reading = readLog(target, directory, cursor, changes);
    await create();
    await receiver.receive(changes * endpoints);
    const seconds = (performance.now() - start) / 1000;
    const { committed, logLags, nextCursor } = await reading;
    cursor = nextCursor;
    const receiverLags = receiver.arrivals.map(
      (arrival) => arrival.at - (committed.get(arrival.eventId) ?? NaN),
    );
    const lags = [logLags, receiverLags].flatMap((each) => [50, 99].map((p) => number(percentile(each, p))));
    return { lags, rates: [changes, receiver.arrivals.length].map((count) => number(count / seconds)) };
  }

  const inTurn = Math.max(50, Math.round(150 * bench.scale));
  const quiet = await measure(inTurn, () => createInTurn(inTurn));
  const atOnce = Math.ceil(Math.max(100, Math.round(4000 * bench.scale)) / Math.sqrt(endpoints));
  const busy = await measure(atOnce, () => createUsers(directory, atOnce, connections));
  return { quiet: [...names, ...quiet.lags], busy: [...names, ...busy.rates, ...busy.lags] };
}

interface Followed {
  readonly committed: ReadonlyMap<string, number>;
  readonly logLags: readonly number[];
  readonly nextCursor: string;
}

/** Follows the log by long poll for so many events; their timestamps are the database's, on the same clock. */
async function readLog(
  { dirsync }: Target,
  { id }: Directory,
  cursor: string | undefined,
  count: number,
): Promise<Followed> {
  const committed = new Map<string, number>();
  const logLags: number[] = [];
  let after = cursor;
  for (;;) {
    const options = { directoryId: id, limit: 200, waitSeconds: 20, ...(after !== undefined && { after }) };
    const page = await dirsync.events.list(options);
    const now = Date.now();
    for (const event of page.data) {
      const at = Date.parse(event.timestamp);
      committed.set(event.id, at);
      logLags.push(now - at);
    }
    after = page.nextCursor ?? after;
    if (committed.size >= count && after !== undefined) return { committed, logLags, nextCursor: after };
  }
}
