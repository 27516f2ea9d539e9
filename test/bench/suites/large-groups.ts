import pg from 'pg';
import { request as sendRequest } from 'undici';
import { startTarget } from '../bench.ts';
import type { Bench, Directory, Suite } from '../bench.ts';
import { groupBody, patchBody } from '../bodies.ts';
import { measureAll } from '../compare.ts';
import type { Measure } from '../compare.ts';
import { medianMs } from '../http-load.ts';
import type { LoadRequest } from '../http-load.ts';
import { analyze, seededId, seedUsers } from '../seed.ts';
import { databaseMs } from '../statement-log.ts';
import { sampleOf } from '../statistics.ts';
import { judge, number, spread } from '../table.ts';
import type { Goal, Table } from '../table.ts';

/** Requests of one figure. */
const requests = 40;
const seed = 1;

interface Group {
  readonly size: number;
  readonly id: string;
}

/** The same requests on groups of very different size. */
export const largeGroups: Suite = {
  name: 'large-groups',
  title: 'Large groups',
  async run(bench) {
    await using target = await startTarget(bench, 'PostgreSQL');
    const directory = await target.createDirectory();
    const largest = Math.round(100_000 * bench.scale);
    bench.log(`${largest} users`);
    // As many again as requests need for members who were in no group.
    await seedUsers(target.databaseUrl, directory, seed, largest + 2 * requests);
    await analyze(target.databaseUrl);
    const groups: Group[] = [];
    for (const size of [10, 1000, largest]) groups.push(await createGroup(directory, size));
    return [
      await bySize(bench, directory, groups, largest),
      await replacement(bench, directory, target.databaseUrl, largest),
      await manyGroups(bench, directory),
    ];
  },
};

async function send(directory: Directory, { method, path, body }: LoadRequest): Promise<unknown> {
  const { origin, headers } = directory;
  const answer = await sendRequest(`${origin}${path}`, {
    method,
    headers,
    ...(body !== undefined && { body }),
  });
  const text = await answer.body.text();
  if (answer.statusCode >= 400) throw new Error(`${method} ${path} got ${answer.statusCode}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

async function createGroup(directory: Directory, size: number): Promise<Group> {
  const create: LoadRequest = {
    method: 'POST',
    path: `${directory.path}/Groups`,
    body: groupBody(`Group of ${size}`),
  };
  // A group that was created has an id.
  const { id } = (await send(directory, create)) as { id: string };
  for (let from = 0; from < size; from += 1000) {
    const members = Array.from({ length: Math.min(1000, size - from) }, (_, n) => seededId(seed, from + n));
    await send(directory, change(directory, id, 'add', members));
  }
  return { size, id };
}

function change(
  { path }: Directory,
  groupId: string,
  op: 'add' | 'remove' | 'replace',
  memberIds: readonly string[],
): LoadRequest {
  const value = memberIds.map((id) => ({ value: id }));
  return {
    method: 'PATCH',
    path: `${path}/Groups/${groupId}`,
    body: patchBody({ op, path: 'members', value }),
  };
}

async function bySize(
  bench: Bench,
  directory: Directory,
  groups: readonly Group[],
  firstFree: number,
): Promise<Table> {
  const { origin, headers, path } = directory;
  const median = (request: (n: number) => LoadRequest, count = requests): Promise<number> =>
    medianMs({ origin, headers, requests: count, request });
  const free = (n: number): string => seededId(seed, firstFree + n);
  const kinds: readonly (readonly [string, (group: Group) => Measure, Goal?])[] = [
    [
      'add one member',
      ({ id }) =>
        () =>
          median((n) => change(directory, id, 'add', [free(n)])),
      { atMost: 1.5 },
    ],
    // Takes out those that the measure before it put in.
    [
      'remove one member',
      ({ id }) =>
        () =>
          median((n) => change(directory, id, 'remove', [free(n)])),
      { atMost: 1.5 },
    ],
    [
      'rename',
      ({ id }) =>
        () =>
          median((n) => rename(directory, id, n)),
    ],
    [
      'read without members',
      ({ id }) =>
        () =>
          median(() => ({ method: 'GET', path: `${path}/Groups/${id}?excludedAttributes=members` })),
    ],
    [
      'read with members',
      ({ id }) =>
        () =>
          median(() => ({ method: 'GET', path: `${path}/Groups/${id}` }), 5),
    ],
  ];
  const rows: (readonly string[])[] = [];
  for (const [what, measureOf, goal] of kinds) {
    bench.log(what);
    // Adding and removing alternate, so each is measured once a round.
    const samples = await measureAll(groups.map(measureOf), what.startsWith('add') ? 1 : bench.rounds);
    const ratio = (samples.at(-1)?.median ?? NaN) / (samples[0]?.median ?? NaN);
    rows.push([what, ...samples.map(spread), number(ratio), ...judge(sampleOf([ratio]), goal)]);
  }
  const columns = [
    'milliseconds',
    ...groups.map(({ size }) => `${number(size)} members`),
    'last by first',
    'goal',
    '',
  ];
  const note = `The median time of ${requests} requests, one after the other, over HTTP on PostgreSQL.`;
  return { title: 'One request, by the size of the group', columns, rows, note };
}

let renames = 0;

function rename({ path }: Directory, groupId: string, n: number): LoadRequest {
  renames += 1;
  const body = patchBody({ op: 'replace', path: 'displayName', value: `Renamed ${n} ${renames}` });
  return { method: 'PATCH', path: `${path}/Groups/${groupId}`, body };
}

/** The names of statements that a request runs; the others are those of the relay. */
const ofRequests = /^(?:directory-tokens|groups|members|users)\./;

async function replacement(
  bench: Bench,
  directory: Directory,
  databaseUrl: string,
  largest: number,
): Promise<Table> {
  bench.log('replace 1,000 members');
  const { id } = await createGroup(directory, 1000);
  const { origin, headers } = directory;
  const sets = [0, 1000].map((from) =>
    Array.from({ length: 1000 }, (_, n) => seededId(seed, (from + n) % Math.max(largest, 2000))),
  );
  const request = (n: number): LoadRequest => change(directory, id, 'replace', sets[(n + 1) % 2] ?? []);
  let n = 0;
  const replace = (): Promise<unknown> => send(directory, request(n++));
  const alone: number[] = [];
  const bare: number[] = [];
  const besideRelay: number[] = [];
  const times: number[] = [];
  for (let round = 0; round < bench.rounds; round += 1) {
    alone.push(await databaseMs(bench.postgres, ofRequests, replace));
    bare.push(await writeBareMs(databaseUrl, id, sets[(n + 1) % 2] ?? []));
    besideRelay.push(await databaseMs(bench.postgres, ofRequests, () => replace().then(replace)));
    times.push(await medianMs({ origin, headers, requests: 4, request: () => request(n++) }));
  }
  const row = (what: string, values: readonly number[], goal?: Goal): readonly string[] => {
    const sample = sampleOf(values);
    return [what, spread(sample), ...judge(sample, goal)];
  };
  return {
    title: 'Replace all 1,000 members by 1,000 others',
    columns: ['milliseconds', '', 'goal', ''],
    rows: [
      row('in the database, when nothing else goes on', alone, { atMost: 100 }),
      row('the same rows written by three plain statements', bare),
      row('in the database, right after another one', besideRelay),
      row('over HTTP, one after the other', times),
    ],
    note:
      'In the database: what PostgreSQL logs as the duration of the statements of one request. The plain statements know ' +
      'what to write: 1,000 memberships go, 1,000 come, and 2,000 events of one text. Right after another one the relay ' +
      'is at work on its 2,000 events meanwhile, and on two cores each waits for the processor.',
  };
}

const bareWrites = [
  'delete from group_members where directory_id = $1 and group_id = $2 and cardinality($3::uuid[]) > 0',
  `insert into group_members (directory_id, group_id, member_id, user_id)
  select $1, $2, id, id from unnest($3::uuid[]) as m (id)`,
  `insert into inbox (directory_id, type, data, order_key, second_order_key)
  select $1, 'group.user_added', '{"group":{"id":"${'0'.repeat(36)}"},"user":{"id":"${'0'.repeat(36)}"}}', $2, id
  from unnest($3::uuid[] || $3::uuid[]) as m (id)`,
];

/** What it takes in milliseconds to write these rows when nothing has to be found out; all of it is undone. */
async function writeBareMs(
  databaseUrl: string,
  groupId: string,
  members: readonly string[],
): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query('select directory_id from groups where id = $1', [groupId]);
    await client.query('begin');
    const start = performance.now();
    for (const text of bareWrites) await client.query(text, [rows[0]?.directory_id, groupId, members]);
    const ms = performance.now() - start;
    await client.query('rollback');
    return ms;
  } finally {
    await client.end();
  }
}

async function manyGroups(bench: Bench, directory: Directory): Promise<Table> {
  bench.log('a user in 1,000 groups');
  const { origin, headers, path } = directory;
  const count = Math.max(10, Math.round(1000 * bench.scale));
  const userId = seededId(seed, 0);
  for (let n = 0; n < count; n += 1) {
    const body = groupBody(`Many ${n}`, [userId]);
    await send(directory, { method: 'POST', path: `${path}/Groups`, body });
  }
  const read = (target: string): Measure => {
    const request = (): LoadRequest => ({ method: 'GET', path: `${path}/Users/${target}` });
    return () => medianMs({ origin, headers, requests, request });
  };
  const [one, many] = await measureAll([read(seededId(seed, 5)), read(userId)], bench.rounds);
  if (one === undefined || many === undefined) throw new Error('Expected two samples.');
  return {
    title: 'Read a user by the number of their groups',
    columns: ['milliseconds', 'a user in 3 groups', `a user in ${number(count)} groups`],
    rows: [['GET /Users/{id}', spread(one), spread(many)]],
  };
}
