import type { Dirsync, DirectoryEvent } from '@dirsync/client';
import { expect, it } from 'vitest';
import { createClient } from '../harness/client.ts';
import { installEmbedded, installOnPostgres } from '../harness/installation.ts';
import type { Installation, ServerAddress } from '../harness/installation.ts';
import { okta } from '../harness/identity-providers.ts';
import { createRandom } from '../harness/random.ts';
import { startReceiver } from '../harness/receiver.ts';
import type { ReceivedWebhook, Receiver } from '../harness/receiver.ts';
import { createScimClient } from '../harness/scim-client.ts';
import type { ServerProcess } from '../harness/server-process.ts';
import { createTirelessProvider, nameOfEvent } from '../harness/tireless-provider.ts';
import type { TirelessProvider } from '../harness/tireless-provider.ts';

/** How long processes are killed on PostgreSQL; on the embedded database it is a fifth. */
const killedMs = Number(process.env['KILL_TEST_SECONDS'] ?? 60) * 1000;
const postgresUrl = process.env['DIRSYNC_TEST_DATABASE_URL'];
const args = ['--conditions=source', 'test/harness/mortal-server.ts'];
const seed = Date.now() % 100_000;

type Server = ServerProcess & ServerAddress;

/** A process that is started again whenever it is killed. */
interface Place {
  /** The one that runs, or that is about to. */
  server: Promise<Server>;
}

/** Counts what was written, and wakes whoever waits for more of it. */
function createProgress() {
  let writes = 0;
  let next: (() => void) | undefined;
  let wanted = 0;
  return {
    get writes() {
      return writes;
    },
    count() {
      writes += 1;
      if (writes >= wanted) next?.();
    },
    async more(count: number): Promise<void> {
      wanted = writes + count;
      await new Promise<void>((resolve) => (next = resolve));
    },
  };
}

/** Fails one call in five, none of them so often that it would be given up. */
function failOneInFive(receiver: Receiver, random: () => number): void {
  const failures = new Map<string, number>();
  receiver.mode = (id) => {
    const failed = failures.get(id) ?? 0;
    if (failed >= 2 || random() >= 0.2) return 'accept';
    failures.set(id, failed + 1);
    return 'refuse';
  };
}

async function readLog(dirsync: Dirsync, directoryId: string): Promise<readonly DirectoryEvent[]> {
  const events: DirectoryEvent[] = [];
  for await (const event of dirsync.events.list({ directoryId, limit: 200 })) events.push(event);
  return events;
}

function counted(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]));
}

/** Of each user and group the sequences of its events, as they were first accepted. */
function expectOrder(accepted: readonly ReceivedWebhook[]): void {
  const last = new Map<string, number>();
  for (const { body } of accepted) {
    const { sequence, data } = JSON.parse(body) as DirectoryEvent;
    for (const { id } of Object.values(data) as { id: string }[]) {
      if (id === undefined) continue;
      expect(sequence, id).toBeGreaterThan(last.get(id) ?? 0);
      last.set(id, sequence);
    }
  }
}

async function expectState(dirsync: Dirsync, directoryId: string, providers: readonly TirelessProvider[]) {
  const users = new Map<string, { title: string | null; active: boolean }>();
  for await (const { id, title, active } of dirsync.users.list({ directoryId, limit: 200 })) {
    users.set(id, { title, active });
  }
  const expected = providers.flatMap((provider) => provider.users);
  expect(users).toEqual(new Map(expected.map(({ id, title, active }) => [id, { title, active }])));
  for (const { groupId = '', users: ofProvider } of providers) {
    const members = new Set<string>();
    for await (const { id } of dirsync.groups.listMembers({ directoryId, groupId })) members.add(id);
    expect(members).toEqual(new Set(ofProvider.filter(({ isMember }) => isMember).map(({ id }) => id)));
  }
}

async function prove(installation: Installation, processes: number, durationMs: number): Promise<void> {
  await using receiver = await startReceiver();
  const random = createRandom(seed);
  const start = () => installation.start({ args });
  const places: Place[] = Array.from({ length: processes }, () => ({ server: start() }));
  const pick = (): Place => places[Math.floor(random() * places.length)] ?? { server: start() };
  const progress = createProgress();
  const written: string[] = [];
  let kills = 0;
  try {
    const first = createClient(await pick().server);
    const { id: directoryId } = await first.directories.create({
      name: 'Acme',
      settings: { safeguard: { enabled: false } },
    });
    const { token } = await first.directories.tokens.create(directoryId);
    receiver.secret = (
      await first.webhookEndpoints.create({ url: receiver.url, directoryIds: [directoryId] })
    ).secret;
    failOneInFive(receiver, random);
    const connect = async () => {
      const { url } = await pick().server;
      return createScimClient({ baseUrl: `${url}/scim/v2/${directoryId}`, token, identityProvider: okta });
    };
    const onWrite = (event: string): void => {
      written.push(event);
      progress.count();
    };
    const providers = Array.from({ length: 8 }, (_, number) =>
      createTirelessProvider({ name: `idp${number}`, connect, random, onWrite }),
    );
    const endsAt = performance.now() + durationMs;
    const writing = Promise.all(
      providers.map(async (provider) => {
        while (performance.now() < endsAt) await provider.write();
      }),
    );
    for (;;) {
      await Promise.race([progress.more(5 + Math.floor(random() * 25)), writing]);
      if (performance.now() >= endsAt) break;
      const place = pick();
      const killed = await place.server;
      await killed.kill();
      kills += 1;
      place.server = start();
      // The next one may be killed while this one is still starting, when there are several.
      if (processes === 1) await place.server;
    }
    await writing;

    const dirsync = createClient(await pick().server);
    const expected = counted([`directory.activated`, ...written]);
    const accepted = await receiver.accept(written.length + 1);
    const log = await readLog(dirsync, directoryId);
    expect(log.map(({ sequence }) => sequence)).toEqual(log.map((_, index) => index + 1));
    expect(counted(log.map(nameOfEvent))).toEqual(expected);
    await expectState(dirsync, directoryId, providers);

    const events = new Map(log.map((event) => [event.id, event]));
    expect(new Set(accepted.map(({ id }) => id))).toEqual(new Set(events.keys()));
    for (const { id, body } of receiver.received) expect(JSON.parse(body)).toEqual(events.get(id));
    expectOrder(accepted);
    const repeated = receiver.received.length - log.length;
    console.log(
      `${kills} kills of ${processes} process(es) in ${durationMs / 1000} s (seed ${seed}): ${written.length} writes, ` +
        `${log.length} events, ${repeated} deliveries refused or repeated`,
    );
    expect(kills).toBeGreaterThan(0);
  } finally {
    await Promise.allSettled(places.map(async ({ server }) => (await server).kill()));
    await installation.remove();
  }
}

const timeout = 4 * killedMs + 60_000;

it.skipIf(!postgresUrl)(
  'two processes on PostgreSQL that are killed again and again lose no write and no event',
  async () => prove(await installOnPostgres(postgresUrl ?? ''), 2, killedMs),
  timeout,
);

it(
  'a process with the embedded database that is killed again and again loses no write and no event',
  async () => {
    await prove(await installEmbedded(), 1, killedMs / 5);
  },
  timeout,
);
