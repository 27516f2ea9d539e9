import { startTarget } from '../bench.ts';
import type { Bench, Directory, Suite, Target } from '../bench.ts';
import { groupBody } from '../bodies.ts';
import { measureAll } from '../compare.ts';
import { explain } from '../explain.ts';
import { load, medianMs } from '../http-load.ts';
import { recordStatement } from '../recorded-statement.ts';
import { analyze, seededId, seededName, seedGroup, seedUsers } from '../seed.ts';
import { sampleOf } from '../statistics.ts';
import { judge, number, spread } from '../table.ts';
import type { Goal, Table } from '../table.ts';

/** Of each read in each round: so many, or as many as fit into the time. */
const effort = { requests: 20, durationMs: 3000 };

interface Populated {
  readonly size: number;
  readonly seed: number;
  readonly directory: Directory;
}

interface Read {
  readonly what: string;
  /** Of the directory's users, `n` of them is asked for. */
  readonly path: (populated: Populated) => string;
  /** Of the directory API, not of SCIM. */
  readonly isApi?: boolean;
  readonly goal?: Goal;
}

/** Users of each directory that are in a group: a user is shown with their groups. */
const grouped = 10_000;

const scim =
  (query: (populated: Populated) => string) =>
  (populated: Populated): string =>
    `${populated.directory.path}/Users?${query(populated)}`;

const filter = (text: (populated: Populated) => string): Read['path'] =>
  scim((populated) => `filter=${encodeURIComponent(text(populated))}`);

const middle = ({ size }: Populated): string => seededName(Math.floor(size / 2));

const reads: readonly Read[] = [
  {
    what: 'userName eq',
    path: filter((p) => `userName eq "${middle(p)}@acme.example"`),
    goal: { atMost: 2 },
  },
  { what: 'externalId eq', path: filter((p) => `externalId eq "ext-${middle(p)}"`), goal: { atMost: 2 } },
  {
    what: 'emails.value eq',
    path: filter((p) => `emails.value eq "${middle(p)}@home.example"`),
    goal: { atMost: 2 },
  },
  { what: 'displayName eq', path: filter((p) => `displayName eq "Ada Lovelace ${middle(p)}"`) },
  { what: 'id eq', path: filter((p) => `id eq "${seededId(p.seed, Math.floor(p.size / 2))}"`) },
  { what: 'meta.lastModified gt, none', path: filter(() => 'meta.lastModified gt "2100-01-01T00:00:00Z"') },
  { what: 'userName sw', path: filter((p) => `userName sw "${middle(p)}@"`) },
  { what: 'userName co', path: filter((p) => `userName co "${middle(p)}@"`) },
  { what: 'displayName sw', path: filter((p) => `displayName sw "Ada Lovelace ${middle(p)}"`) },
  { what: 'displayName co', path: filter((p) => `displayName co "Lovelace ${middle(p)}"`) },
  { what: 'first page of 100, by index', path: scim(() => 'count=100') },
  { what: 'last page of 100, by index', path: scim((p) => `count=100&startIndex=${p.size - 99}`) },
  { what: 'totalResults alone', path: scim(() => 'count=0') },
  {
    what: 'first page, directory API',
    path: ({ directory }) => apiPath(directory, 'limit=100'),
    isApi: true,
  },
  {
    what: 'by email, directory API',
    path: (p) => apiPath(p.directory, `email=${middle(p)}@acme.example`),
    isApi: true,
  },
];

function apiPath({ id }: Directory, query: string): string {
  return `/v1/directories/${id}/users?${query}`;
}

/** The same reads in directories of very different size. */
export const largeDirectories: Suite = {
  name: 'large-directories',
  title: 'Large directories',
  async run(bench) {
    await using target = await startTarget(bench, 'PostgreSQL');
    const sizes = [1000, 100_000 * bench.scale, 1_000_000 * bench.scale].map(Math.round);
    const populated: Populated[] = [];
    for (const [index, size] of sizes.entries()) {
      bench.log(`${number(size)} users`);
      const directory = await target.createDirectory();
      await seedUsers(target.databaseUrl, directory, index + 1, size);
      await seedGroup(target.databaseUrl, directory, index + 1, grouped);
      populated.push({ size, seed: index + 1, directory });
    }
    await fillWithGroups(populated[0]?.directory);
    await analyze(target.databaseUrl);
    return [
      await readsBySize(bench, target, populated),
      await cursorPages(bench, populated),
      await manyDirectories(bench, target),
    ];
  },
};

/** As many groups as a planner needs to see that an index is worth its while. */
async function fillWithGroups(directory: Directory | undefined): Promise<void> {
  if (directory === undefined) return;
  const { origin, path, headers } = directory;
  const request = (n: number) =>
    ({ method: 'POST', path: `${path}/Groups`, body: groupBody(`Group ${n}`) }) as const;
  await load({ origin, headers, connections: 8, requests: 1000, request });
}

function optionsOf(target: Target, { directory }: Populated, isApi = false) {
  const headers = isApi ? { authorization: `Bearer ${target.apiKey}` } : directory.headers;
  return { origin: directory.origin, headers };
}

async function readsBySize(bench: Bench, target: Target, populated: readonly Populated[]): Promise<Table> {
  const rows: (readonly string[])[] = [];
  for (const { what, path, isApi, goal } of reads) {
    bench.log(what);
    const measures = populated.map((each) => {
      const options = {
        ...optionsOf(target, each, isApi),
        request: () => ({ method: 'GET' as const, path: path(each) }),
      };
      return () => medianMs({ ...options, ...effort });
    });
    const samples = await measureAll(measures, bench.rounds);
    const ratio = (samples.at(-1)?.median ?? NaN) / (samples[0]?.median ?? NaN);
    const largest = populated.at(-1);
    const plan = largest === undefined ? '' : await planOf(bench, target, largest, path(largest), isApi);
    rows.push([
      what,
      ...samples.map(spread),
      number(ratio),
      judge(sampleOf([ratio]), goal)
        .join(' ')
        .trim(),
      plan,
    ]);
  }
  const sizes = populated.map(({ size }) => `${number(size)} users`);
  return {
    title: 'One read, by the size of the directory',
    columns: ['milliseconds', ...sizes, 'last by first', 'goal', 'what the largest reads'],
    rows,
    note: `The median time of ${effort.requests} requests over HTTP, one after the other, and the indexes of the plan, by EXPLAIN.`,
  };
}

async function planOf(
  { postgres }: Bench,
  target: Target,
  populated: Populated,
  path: string,
  isApi?: boolean,
): Promise<string> {
  const request = (): { method: 'GET'; path: string } => ({ method: 'GET', path });
  const act = (): Promise<unknown> =>
    load({ ...optionsOf(target, populated, isApi), connections: 1, requests: 1, request });
  return explain(
    target.databaseUrl,
    await recordStatement(postgres, /^(?:(?:users|search)\.|<unnamed>)/, act),
  );
}

/** Cursor pages (RFC 9865) cost the same wherever they stand. */
async function cursorPages(bench: Bench, populated: readonly Populated[]): Promise<Table> {
  const largest = populated.at(-1);
  const title = 'A page of 100 users by cursor';
  if (largest === undefined) return { title, columns: [], rows: [] };
  const { origin, headers, path } = largest.directory;
  const page = async (cursor: string): Promise<string | undefined> => {
    const url = `${origin}${path}/Users?count=100&cursor=${encodeURIComponent(cursor)}`;
    const answer = (await (await fetch(url, { headers })).json()) as { nextCursor?: string };
    return answer.nextCursor;
  };
  bench.log('to the end by cursor');
  let last = '';
  for (let cursor: string | undefined = ''; cursor !== undefined; cursor = await page(cursor)) last = cursor;
  const measure = (cursor: string) => () =>
    medianMs({
      origin,
      headers,
      ...effort,
      request: () => ({
        method: 'GET',
        path: `${path}/Users?count=100&cursor=${encodeURIComponent(cursor)}`,
      }),
    });
  const [end, first] = await measureAll([measure(last), measure('')], bench.rounds);
  if (end === undefined || first === undefined) throw new Error('Expected two samples.');
  const ratio = sampleOf([end.median / first.median]);
  return {
    title,
    columns: ['milliseconds', 'first', 'last', 'ratio', 'goal', ''],
    rows: [
      [
        `of ${number(largest.size)}`,
        spread(first),
        spread(end),
        number(ratio.median),
        ...judge(ratio, { atMost: 1.5 }),
      ],
    ],
  };
}

/** Directories that are filled at once. */
const seeders = 8;

/** Many customers, each of them small. */
async function manyDirectories(bench: Bench, target: Target): Promise<Table> {
  const count = Math.max(10, Math.round(10_000 * bench.scale));
  bench.log(`${number(count)} directories of 100 users`);
  const populated: Populated[] = [];
  async function populate(from: number): Promise<void> {
    for (let n = from; n < count; n += seeders) {
      const seed = n + 10;
      const directory = await target.createDirectory();
      await seedUsers(target.databaseUrl, directory, seed, 100);
      populated.push({ size: 100, seed, directory });
    }
  }
  await Promise.all(Array.from({ length: seeders }, (_, from) => populate(from)));
  await analyze(target.databaseUrl);
  const rows: (readonly string[])[] = [];
  for (const { what, path } of reads.slice(0, 3)) {
    const times: number[] = [];
    for (let round = 0; round < bench.rounds; round += 1) {
      const { origin } = populated[0]?.directory ?? { origin: '' };
      const one = async (n: number): Promise<number> => {
        const each = populated[(n * 7919) % populated.length];
        if (each === undefined) throw new Error('Expected directories.');
        return medianMs({
          origin,
          headers: each.directory.headers,
          requests: 1,
          request: () => ({ method: 'GET', path: path(each) }),
        });
      };
      const singles: number[] = [];
      for (let n = 0; n < effort.requests; n += 1) singles.push(await one(n + round * effort.requests));
      times.push(sampleOf(singles).median);
    }
    rows.push([what, spread(sampleOf(times))]);
  }
  return {
    title: `${number(count)} directories of 100 users: one read in any of them`,
    columns: ['milliseconds, a new connection each', ''],
    rows,
  };
}
