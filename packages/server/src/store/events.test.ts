import { v7 as uuidV7 } from 'uuid';
import { expect, it } from 'vitest';
import type { Database } from './database.ts';
import { currentEventPosition, getEvent, listEvents } from './events.ts';
import type { EventPage, EventQuery } from './events.ts';
import { onEachDatabase } from './testing/databases.ts';
import { seedDirectory, seedEnvironment, seedEvent, seedLog } from './testing/seed.ts';

function typesOf({ rows }: EventPage): unknown[] {
  return rows.map(({ body }) => (JSON.parse(body) as { type: string }).type);
}

/** Two directories of one environment, whose events alternate: a.0 b.0 a.1 b.1 … */
async function seedEvents(database: Database, count: number) {
  const environmentId = await seedEnvironment(database);
  const before = await currentEventPosition(database);
  const a = await seedDirectory(database, environmentId);
  const b = await seedDirectory(database, environmentId);
  for (let n = 0; n < count; n += 1) {
    await seedEvent(database, { directoryId: a, type: `a.${n}` });
    await seedEvent(database, { directoryId: b, type: `b.${n}` });
  }
  await seedLog(database);
  const query: EventQuery = { environmentId, after: before, limit: 100 };
  return { environmentId, a, b, query };
}

onEachDatabase((test) => {
  it('lists the events of an environment in order, page by page', async () => {
    const { database } = test;
    const { query } = await seedEvents(database, 3);
    const first = await listEvents(database, { ...query, limit: 4 });
    expect(typesOf(first)).toEqual(['a.0', 'b.0', 'a.1', 'b.1']);
    expect(first.position).toBe(first.rows.at(-1)?.position);
    const second = await listEvents(database, { ...query, limit: 4, after: first.position });
    expect(typesOf(second)).toEqual(['a.2', 'b.2']);
  });

  it('lists the events of one directory, and of some types', async () => {
    const { database } = test;
    const { query, b } = await seedEvents(database, 3);
    expect(typesOf(await listEvents(database, { ...query, directoryId: b }))).toEqual(['b.0', 'b.1', 'b.2']);
    const types = ['a.0', 'b.1', 'x'];
    expect(typesOf(await listEvents(database, { ...query, types }))).toEqual(['a.0', 'b.1']);
    expect(typesOf(await listEvents(database, { ...query, types, directoryId: b }))).toEqual(['b.1']);
  });

  it('goes on at the last event of a full page, at the end of the log after any other', async () => {
    const { database } = test;
    const { query } = await seedEvents(database, 2);
    const end = await currentEventPosition(database);
    const full = await listEvents(database, { ...query, types: ['a.0', 'b.0', 'a.1'], limit: 2 });
    expect(full.position).toBe(full.rows[1]?.position);
    expect((await listEvents(database, { ...query, types: ['a.0'] })).position).toBe(end);
    expect((await listEvents(database, { ...query, types: ['x'] })).position).toBe(end);
    expect(await listEvents(database, { ...query, after: end })).toEqual({
      rows: [],
      position: end,
      isAhead: false,
      isExpired: false,
    });
  });

  it('tells when it is asked for what lies behind its end', async () => {
    const { database } = test;
    const { query } = await seedEvents(database, 1);
    const after = (await currentEventPosition(database)) + 1000;
    expect(await listEvents(database, { ...query, after })).toEqual({
      rows: [],
      position: after,
      isAhead: true,
      isExpired: false,
    });
  });

  it('shows nothing of another environment', async () => {
    const { database } = test;
    const { query, a } = await seedEvents(database, 1);
    const environmentId = await seedEnvironment(database);
    expect((await listEvents(database, { ...query, environmentId })).rows).toEqual([]);
    expect((await listEvents(database, { ...query, environmentId, directoryId: a })).rows).toEqual([]);
  });

  it('answers an empty page to a directory id that is none', async () => {
    const { database } = test;
    const { query } = await seedEvents(database, 1);
    expect((await listEvents(database, { ...query, directoryId: 'acme' })).rows).toEqual([]);
  });

  it('gets an event by its id, in its environment only', async () => {
    const { database } = test;
    const { query, environmentId } = await seedEvents(database, 1);
    const { rows } = await listEvents(database, query);
    const { id } = JSON.parse(rows[0]?.body ?? '') as { id: string };
    expect(await getEvent(database, environmentId, id)).toBe(rows[0]?.body);
    expect(await getEvent(database, await seedEnvironment(database), id)).toBeUndefined();
    expect(await getEvent(database, environmentId, uuidV7())).toBeUndefined();
    expect(await getEvent(database, environmentId, 'nonsense')).toBeUndefined();
  });
});
