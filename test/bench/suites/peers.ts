import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { collectOutput } from '../../harness/child-output.ts';
import { startTarget } from '../bench.ts';
import type { Bench, Directory, Suite } from '../bench.ts';
import { groupBody, patchBody, userBody } from '../bodies.ts';
import { compare } from '../compare.ts';
import { load, medianMs } from '../http-load.ts';
import type { LoadRequest } from '../http-load.ts';
import { comparisonColumns, comparisonRow } from '../table.ts';
import type { Goal } from '../table.ts';

/** A SCIM server with users and one group of them all. */
interface Filled {
  readonly server: Directory;
  readonly userIds: readonly string[];
  readonly groupId: string;
}

/** The best-known SCIM server in TypeScript, with the same requests. */
export const peers: Suite = {
  name: 'peers',
  title: 'Beside SCIMMY with a Map behind it',
  async run(bench) {
    const users = Math.round(10_000 * bench.scale);
    await using target = await startTarget(bench, 'PostgreSQL');
    await using scimmy = await startScimmy();
    bench.log(`${users} users each`);
    const ours = await fill(await target.createDirectory(), users);
    const theirs = await fill(scimmy.server, users);
    return [
      {
        title: `Requests per second at ${users.toLocaleString('en-US')} users`,
        columns: comparisonColumns,
        rows: await rowsOf(bench, ours, theirs),
        note: 'Over one connection, and over 16. SCIMMY with scimmy-routers on Express keeps everything in memory; ours is on PostgreSQL with events.',
      },
    ];
  },
};

async function startScimmy(): Promise<{ readonly server: Directory } & AsyncDisposable> {
  const script = fileURLToPath(new URL('../peers/scimmy-server.ts', import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'pipe'] });
  const line = await collectOutput(child, 'SCIMMY').line((text) => text.startsWith('listening on '));
  const headers = { authorization: 'Bearer token', 'content-type': 'application/scim+json' };
  return {
    server: { id: 'scimmy', origin: line.replace('listening on ', ''), path: '/scim', headers },
    async [Symbol.asyncDispose]() {
      child.kill();
      await once(child, 'close');
    },
  };
}

async function post({ origin, path, headers }: Directory, endpoint: string, body: string): Promise<string> {
  const answer = await request(`${origin}${path}/${endpoint}`, { method: 'POST', headers, body });
  const created = (await answer.body.json()) as { readonly id?: string };
  if (created.id === undefined)
    throw new Error(`Expected an id, got ${answer.statusCode} ${JSON.stringify(created)}.`);
  return created.id;
}

async function fill(server: Directory, count: number): Promise<Filled> {
  const userIds: string[] = [];
  for (let n = 0; n < count; n += 1) userIds.push(await post(server, 'Users', userBody(`peer-${n}`)));
  // All but one, who comes and goes.
  const groupId = await post(server, 'Groups', groupBody('Everybody', userIds.slice(1)));
  return { server, userIds, groupId };
}

/** As many as an identity provider, or several, may have open. */
const connections = 16;

let serial = 0;

type RequestOf = (filled: Filled, n: number) => LoadRequest;

const cases: readonly (readonly [what: string, request: RequestOf, goal: Goal])[] = [
  [
    'POST a user',
    ({ server }) => ({
      method: 'POST',
      path: `${server.path}/Users`,
      body: userBody(`more-${(serial += 1)}`),
    }),
    { atLeast: 2 },
  ],
  [
    'filter userName eq',
    ({ server, userIds }) => {
      const name = `peer-${Math.floor(userIds.length / 2)}@acme.example`;
      return {
        method: 'GET',
        path: `${server.path}/Users?filter=${encodeURIComponent(`userName eq "${name}"`)}`,
      };
    },
    { atLeast: 100 },
  ],
  [
    'PATCH one member of the group of all',
    ({ server, userIds, groupId }, n) => {
      const value = [{ value: userIds[0] }];
      const add = { op: 'add', path: 'members', value } as const;
      const remove = { op: 'remove', path: `members[value eq "${userIds[0]}"]` } as const;
      const path = `${server.path}/Groups/${groupId}`;
      return { method: 'PATCH', path, body: patchBody(n % 2 === 0 ? add : remove) };
    },
    { atLeast: 200 },
  ],
];

async function rowsOf(bench: Bench, ours: Filled, theirs: Filled): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for (const [what, requestOf, goal] of cases) {
    bench.log(what);
    // By the median, since some of them take theirs seconds.
    const rate = (filled: Filled) => async (): Promise<number> => {
      const { origin, headers } = filled.server;
      const durationMs = bench.seconds * 1000;
      return 1000 / (await medianMs({ origin, headers, durationMs, request: (n) => requestOf(filled, n) }));
    };
    const comparison = await compare(rate(ours), rate(theirs), bench.rounds);
    rows.push(comparisonRow(`${what}, 1 connection`, comparison, goal));
  }
  for (const [what, requestOf, goal] of cases.slice(0, 2)) {
    bench.log(`${what} over ${connections} connections`);
    const parallel = (filled: Filled) => async (): Promise<number> => {
      const { origin, headers } = filled.server;
      const options = { origin, headers, connections, durationMs: bench.seconds * 1000 };
      return (await load({ ...options, request: (n) => requestOf(filled, n) })).perSecond;
    };
    const comparison = await compare(parallel(ours), parallel(theirs), bench.rounds);
    rows.push(comparisonRow(`${what}, ${connections} connections`, comparison, goal));
  }
  return rows;
}
