import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, it } from 'vitest';
import { createDirsync } from '@dirsync/client';
import type { Dirsync } from '@dirsync/client';
import { installOnPostgres } from '../harness/installation.ts';
import { createRandom } from '../harness/random.ts';

const postgresUrl = process.env['DIRSYNC_TEST_DATABASE_URL'];
const [writers, writesOfEach, readers] = [16, 40, 4];
const written = writers * writesOfEach;

/** The table that a log with a plain sequence would have. */
const makeNaiveLog =
  'create table naive_log (id bigint generated always as identity primary key, event text)';

/** Transactions of which some take long: they commit behind numbers that were taken after theirs. */
async function write(
  connectionString: string,
  directoryId: string,
  seed: number,
): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const random = createRandom(seed);
  const events: string[] = [];
  try {
    for (let number = 0; number < writesOfEach; number += 1) {
      const name = randomUUID();
      const user = { id: name };
      await client.query('begin');
      await client.query('insert into naive_log (event) values ($1)', [name]);
      await client.query(
        `insert into inbox (directory_id, type, data, order_key) values ($1, 'user.created', $2, $3)`,
        [directoryId, JSON.stringify({ user }), name],
      );
      if (random() < 0.125) await client.query('select pg_sleep($1)', [0.05 + random() * 0.1]);
      await client.query('commit');
      events.push(name);
    }
  } finally {
    await client.end();
  }
  return events;
}

/** Follows the cursor until so many events have come. */
async function follow(dirsync: Dirsync, directoryId: string, after: string): Promise<readonly string[]> {
  const names: string[] = [];
  let cursor = after;
  for (let last = 0; names.length < written;) {
    const page = await dirsync.events.list({ directoryId, after: cursor, limit: 50, waitSeconds: 20 });
    if (page.data.length === 0) throw new Error(`Expected ${written} events, got ${names.length}.`);
    for (const { sequence, data } of page.data) {
      expect(sequence).toBe(last + 1);
      last = sequence;
      if ('user' in data) names.push(data.user.id);
    }
    cursor = page.nextCursor;
  }
  return names;
}

/** What most logs do: whatever is above the highest number that was seen. */
async function followNaively(connectionString: string, isOver: () => boolean): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const names: string[] = [];
  let highest = 0;
  try {
    for (let isLast = false; !isLast;) {
      isLast = isOver();
      const { rows } = await client.query<{ id: string; event: string }>(
        'select id, event from naive_log where id > $1 order by id',
        [highest],
      );
      names.push(...rows.map(({ event }) => event));
      highest = Number(rows.at(-1)?.id ?? highest);
      await sleep(5);
    }
  } finally {
    await client.end();
  }
  return names;
}

it.skipIf(!postgresUrl)('no reader misses an event, however long the writers take to commit', async () => {
  const installation = await installOnPostgres(postgresUrl ?? '');
  const databaseUrl = installation.env['DATABASE_URL'] ?? '';
  const servers = [await installation.start(), await installation.start()];
  try {
    const clients = servers.map(({ url, apiKey }) => createDirsync({ baseUrl: url, apiKey }));
    const [dirsync] = clients;
    if (dirsync === undefined) throw new Error('Expected a client.');
    const { id: directoryId } = await dirsync.directories.create({ name: 'Acme' });
    const { nextCursor } = await dirsync.events.list({ directoryId });
    const admin = new pg.Client({ connectionString: databaseUrl });
    await admin.connect();
    await admin.query(makeNaiveLog);
    await admin.end();

    let isOver = false;
    const naive = followNaively(databaseUrl, () => isOver);
    const following = Array.from({ length: readers }, (_, number) =>
      follow(clients[number % clients.length] ?? dirsync, directoryId, nextCursor),
    );
    const writing = Array.from({ length: writers }, (_, seed) => write(databaseUrl, directoryId, seed));
    const events = new Set((await Promise.all(writing)).flat());
    isOver = true;
    expect(events.size).toBe(written);
    for (const seen of await Promise.all(following)) expect(new Set(seen)).toEqual(events);

    // The same writers, read in the common way: this test can fail.
    const missed = written - new Set(await naive).size;
    console.log(`${written} events: ${readers} readers missed none, a naive cursor missed ${missed}`);
    expect(missed).toBeGreaterThan(0);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await installation.remove();
  }
});
