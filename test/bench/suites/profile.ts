import { copyOnPostgres } from '../../harness/installation.ts';
import { startTarget } from '../bench.ts';
import type { Bench, Suite } from '../bench.ts';
import { startCountingReceiver } from '../counting-receiver.ts';
import { nowUs, profiling } from '../cpu-profile.ts';
import { createUsers } from '../create-users.ts';
import { statementTimes } from '../statement-log.ts';
import { number } from '../table.ts';
import type { Table } from '../table.ts';
import { prepareBacklog } from './backlog.ts';

const connections = 16;
/** Less is all the others together. */
const leastUs = 1;

/** What the two rates are made of whose goals are the hardest. */
export const profile: Suite = {
  name: 'profile',
  title: 'Where the time goes',
  async run(bench) {
    const requests = Math.max(500, Math.round(10_000 * bench.scale));
    const deliveries = Math.max(500, Math.round(40_000 * bench.scale));
    return [...(await creationTables(bench, requests)), ...(await deliveryTables(bench, deliveries))];
  },
};

async function creationTables(bench: Bench, count: number): Promise<readonly Table[]> {
  bench.log(`${number(count)} users under the profiler`);
  await using profiler = await profiling();
  const [from, until, statements] = await (async () => {
    await using target = await startTarget(bench, 'PostgreSQL', 1, { env: profiler.env });
    const directory = await target.createDirectory();
    await createUsers(directory, count, connections);
    const began = nowUs();
    await createUsers(directory, count, connections);
    const ended = nowUs();
    const times = await statementTimes(bench.postgres, () => createUsers(directory, count, connections));
    return [began, ended, times] as const;
  })();
  return tables(`a POST, ${connections} connections`, count, await profiler.read(from, until), statements);
}

async function deliveryTables(bench: Bench, count: number): Promise<readonly Table[]> {
  bench.log(`${number(count)} deliveries under the profiler`);
  await using receiver = await startCountingReceiver();
  const { unnumbered, queued } = await prepareBacklog(bench, receiver, count);

  /** From the first quarter on, as for the rate. */
  async function drain(env: Readonly<Record<string, string>>): Promise<readonly [number, number]> {
    const installation = await copyOnPostgres(bench.postgres.adminUrl, queued);
    receiver.reset();
    const worker = await installation.start({ env: { ...env, DIRSYNC_ROLE: 'worker' } });
    await receiver.receive(Math.ceil(count / 4));
    const from = nowUs();
    await receiver.receive(count);
    const until = nowUs();
    await worker.stop();
    await installation.remove();
    return [from, until];
  }

  try {
    await using profiler = await profiling();
    const [from, until] = await drain(profiler.env);
    const parts = await profiler.read(from, until);
    const statements = await statementTimes(bench.postgres, () => drain({}));
    const counted = count - Math.ceil(count / 4);
    return tables(
      'a delivery',
      count,
      new Map([...parts].map(([part, us]) => [part, (us * count) / counted])),
      statements,
    );
  } finally {
    await unnumbered.remove();
    await queued.remove();
  }
}

function tables(
  what: string,
  count: number,
  parts: ReadonlyMap<string, number>,
  statements: ReadonlyMap<string, number>,
): readonly Table[] {
  return [
    {
      title: `The main thread of the server: microseconds for ${what}`,
      columns: ['', 'microseconds'],
      rows: rowsOf(parts, count),
      note:
        'By `--cpu-prof`, which slows it down. It is the time that passes, not that of the processor: who writes to a ' +
        'socket wakes a process, and on two cores often waits until that one has done its work.',
    },
    {
      title: `PostgreSQL: microseconds for ${what}, by statement`,
      columns: ['', 'microseconds'],
      rows: rowsOf(statements, count),
      note: 'What it logs as durations: also waits for the processor, but not for the disk at the end of a single statement.',
    },
  ];
}

function rowsOf(spent: ReadonlyMap<string, number>, count: number): readonly (readonly string[])[] {
  const each = [...spent].map(([part, us]) => [part, us / count] as const);
  const large = each.filter(([, us]) => us >= leastUs).toSorted(([, a], [, b]) => b - a);
  const others = each.filter(([, us]) => us < leastUs).reduce((sum, [, us]) => sum + us, 0);
  return [...large.map(([part, us]) => [part, number(us)]), ['all others', number(others)]];
}
