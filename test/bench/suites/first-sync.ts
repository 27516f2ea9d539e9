import pg from 'pg';
import { request } from 'undici';
import { startTarget } from '../bench.ts';
import type { Bench, Directory, Suite, Target } from '../bench.ts';
import { groupBody, userBody } from '../bodies.ts';
import { load } from '../http-load.ts';
import { memoryDuring } from '../process-memory.ts';
import { number } from '../table.ts';
import type { Table } from '../table.ts';

const connections = 4;
const operationsOfBulk = 1000;
const maxBulkBytes = 1_000_000;

interface Sizes {
  readonly users: number;
  readonly groups: number;
  readonly membersOfGroup: number;
}

type Push = (directory: Directory, sizes: Sizes) => Promise<void>;

/** A new customer's whole company, pushed as an identity provider does. */
export const firstSync: Suite = {
  name: 'first-sync',
  title: 'The first sync of a large customer',
  async run(bench) {
    const sizes = {
      users: Math.round(100_000 * bench.scale),
      groups: Math.max(1, Math.round(1000 * bench.scale)),
      membersOfGroup: 100,
    };
    const rows: (readonly string[])[] = [];
    for (const [what, push] of [
      [`one by one, ${connections} connections`, pushOneByOne],
      [`Bulk of up to ${number(operationsOfBulk)} operations`, pushByBulk],
    ] as const) {
      bench.log(what);
      rows.push(await syncRow(bench, what, push, sizes));
    }
    const { users, groups, membersOfGroup } = sizes;
    const table: Table = {
      title: `${number(users)} users and ${number(groups)} groups of ${membersOfGroup} members`,
      columns: [
        '',
        'seconds',
        'users per second',
        'memory of the server in MB, over time',
        'bytes per user',
        'bytes per event',
      ],
      rows,
      note: 'On PostgreSQL, without webhook endpoints. Bytes are those of the tables with their indexes, divided.',
    };
    return [table];
  },
};

async function syncRow(bench: Bench, what: string, push: Push, sizes: Sizes): Promise<readonly string[]> {
  await using target = await startTarget(bench, 'PostgreSQL');
  const directory = await target.createDirectory();
  const start = performance.now();
  const memory = await memoryDuring(target.pid, 1000, () => push(directory, sizes));
  const seconds = (performance.now() - start) / 1000;
  await relayed(target, sizes);
  const { users, events } = await bytesPerRow(target);
  const tenths = Array.from(
    { length: 11 },
    (_, n) => memory[Math.floor((n * (memory.length - 1)) / 10)] ?? 0,
  );
  return [
    what,
    number(seconds),
    number(sizes.users / seconds),
    tenths.map((mb) => Math.round(mb)).join(' '),
    number(users),
    number(events),
  ];
}

async function pushOneByOne(directory: Directory, sizes: Sizes): Promise<void> {
  const { origin, path, headers } = directory;
  const ids = await pushUsers(directory, sizes.users);
  await load({
    origin,
    headers,
    connections,
    requests: sizes.groups,
    request: (n) => ({
      method: 'POST',
      path: `${path}/Groups`,
      body: groupBody(`Group ${n}`, membersOf(n, ids, sizes)),
    }),
  });
}

async function pushUsers({ origin, path, headers }: Directory, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  let next = 0;
  async function pushSome(): Promise<void> {
    while (next < count) {
      const n = next++;
      const answer = await request(`${origin}${path}/Users`, {
        method: 'POST',
        headers,
        body: userBody(`sync-${n}`),
      });
      if (answer.statusCode !== 201) throw new Error(`Expected 201, got ${answer.statusCode}.`);
      ids[n] = ((await answer.body.json()) as { id: string }).id;
    }
  }
  await Promise.all(Array.from({ length: connections }, pushSome));
  return ids;
}

function membersOf(group: number, ids: readonly string[], { membersOfGroup }: Sizes): readonly string[] {
  const wanted = Math.min(membersOfGroup, ids.length);
  return Array.from({ length: wanted }, (_, n) => ids[(group * membersOfGroup + n) % ids.length] ?? '');
}

interface BulkOperation {
  readonly method: 'POST';
  readonly path: string;
  readonly bulkId: string;
  readonly data: unknown;
}

async function pushByBulk(directory: Directory, sizes: Sizes): Promise<void> {
  const ids: string[] = [];
  const users = function* (): Iterable<BulkOperation> {
    for (let n = 0; n < sizes.users; n += 1) {
      yield {
        method: 'POST',
        path: '/Users',
        bulkId: `u${n}`,
        data: JSON.parse(userBody(`sync-${n}`)) as unknown,
      };
    }
  };
  await sendInBulks(directory, users(), ids);
  const groups = function* (): Iterable<BulkOperation> {
    for (let n = 0; n < sizes.groups; n += 1) {
      const data = JSON.parse(groupBody(`Group ${n}`, membersOf(n, ids, sizes))) as unknown;
      yield { method: 'POST', path: '/Groups', bulkId: `g${n}`, data };
    }
  };
  await sendInBulks(directory, groups(), []);
}

async function sendInBulks(
  directory: Directory,
  operations: Iterable<BulkOperation>,
  ids: string[],
): Promise<void> {
  let batch: string[] = [];
  let bytes = 0;
  for (const operation of operations) {
    const text = JSON.stringify(operation);
    if (batch.length === operationsOfBulk || bytes + text.length > maxBulkBytes) {
      ids.push(...(await sendBulk(directory, batch)));
      [batch, bytes] = [[], 0];
    }
    batch.push(text);
    bytes += text.length + 1;
  }
  ids.push(...(await sendBulk(directory, batch)));
}

async function sendBulk(
  { origin, path, headers }: Directory,
  operations: readonly string[],
): Promise<readonly string[]> {
  const body = `{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[${operations.join(',')}]}`;
  const answer = await request(`${origin}${path}/Bulk`, { method: 'POST', headers, body });
  const { Operations = [] } = (await answer.body.json()) as {
    Operations?: readonly { readonly status: string; readonly location: string }[];
  };
  const failed = Operations.find(({ status }) => status !== '201');
  if (answer.statusCode !== 200 || failed !== undefined) {
    throw new Error(
      `Expected every operation to get 201, got ${answer.statusCode} ${JSON.stringify(failed)}.`,
    );
  }
  return Operations.map(({ location }) => location.slice(location.lastIndexOf('/') + 1));
}

/** Resolves when every event is in the log. */
async function relayed(target: Target, { users, groups, membersOfGroup }: Sizes): Promise<void> {
  const expected = users + groups + groups * Math.min(membersOfGroup, users);
  for (;;) {
    const { count } = await querySingle<{ count: number }>(
      target,
      'select count(*)::int as count from events',
    );
    if (count >= expected) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function bytesPerRow(target: Target): Promise<{ users: number; events: number }> {
  return querySingle(
    target,
    `select (pg_total_relation_size('users') + pg_total_relation_size('user_emails'))::float8
        / (select count(*) from users) as users,
      pg_total_relation_size('events')::float8 / (select count(*) from events) as events`,
  );
}

async function querySingle<Row extends object>({ databaseUrl }: Target, text: string): Promise<Row> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(text);
    const [row] = rows;
    if (row === undefined) throw new Error('Expected a row.');
    return row;
  } finally {
    await client.end();
  }
}
