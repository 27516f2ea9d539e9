import { expect, it } from 'vitest';
import type { Queryable } from '../store/database.ts';
import { listLeniences } from '../store/leniences.ts';
import { onEachDatabase } from '../store/testing/databases.ts';
import { seedDirectory, seedEnvironment } from '../store/testing/seed.ts';
import { createLenienceCounter } from './lenience-counter.ts';
import type { LenienceCounter } from './lenience-counter.ts';

const isOut: Queryable = { query: () => Promise.reject(new Error('The database is out.')) };

onEachDatabase((test) => {
  const seed = async (): Promise<string> =>
    seedDirectory(test.database, await seedEnvironment(test.database));
  const countsOf = async (directoryId: string): Promise<readonly (readonly [string, number])[]> => {
    const rows = await listLeniences(test.database, directoryId);
    return rows.map(({ name, requestCount }) => [name, requestCount]);
  };
  const counterOn = (database: Queryable, errors: unknown[] = []): LenienceCounter =>
    createLenienceCounter({ database, delayMs: 0x7fff_ffff, onError: (error) => errors.push(error) });

  it('writes counts down by directory and name, and adds to what was there', async () => {
    const [first, second] = [await seed(), await seed()];
    const counter = counterOn(test.database);
    for (const name of ['opCase', 'stringBoolean', 'opCase'] as const) counter.note(first, name);
    counter.note(second, 'opCase');
    expect(await countsOf(first)).toEqual([]);
    await counter.flush();
    expect(await countsOf(first)).toEqual([
      ['opCase', 2],
      ['stringBoolean', 1],
    ]);
    counter.note(first, 'opCase');
    await counter.stop();
    expect(await countsOf(first)).toEqual([
      ['opCase', 3],
      ['stringBoolean', 1],
    ]);
    expect(await countsOf(second)).toEqual([['opCase', 1]]);
  });

  it('keeps when it began, and moves when it was last', async () => {
    const directory = await seed();
    const counter = counterOn(test.database);
    counter.note(directory, 'opCase');
    await counter.flush();
    const [before] = await listLeniences(test.database, directory);
    counter.note(directory, 'opCase');
    await counter.flush();
    const [after] = await listLeniences(test.database, directory);
    expect(after?.firstUsedAt).toBe(before?.firstUsedAt);
    expect(String(after?.lastUsedAt) >= String(before?.lastUsedAt)).toBe(true);
  });

  it('writes by itself after a while', async () => {
    const directory = await seed();
    const written = new Promise<void>((resolve) => {
      const database: Queryable = {
        async query(statement, values) {
          const rows = await test.database.query(statement, values);
          resolve();
          return rows as never;
        },
      };
      const counter = createLenienceCounter({ database, delayMs: 1, onError: () => undefined });
      counter.note(directory, 'opCase');
    });
    await written;
    expect(await countsOf(directory)).toEqual([['opCase', 1]]);
  });

  it('keeps what it could not write for the next time, and tells', async () => {
    const directory = await seed();
    const errors: unknown[] = [];
    let database = isOut;
    const counter = counterOn({ query: (...statement) => database.query(...statement) }, errors);
    counter.note(directory, 'opCase');
    await counter.flush();
    expect(errors).toHaveLength(1);
    counter.note(directory, 'opCase');
    ({ database } = test);
    await counter.flush();
    expect(errors).toHaveLength(1);
    expect(await countsOf(directory)).toEqual([['opCase', 2]]);
  });

  it('goes with its directory', async () => {
    const directory = await seed();
    const counter = counterOn(test.database);
    counter.note(directory, 'opCase');
    await counter.flush();
    const remove = { name: 'testing.remove-directory', text: 'delete from directories where id = $1' };
    await test.database.query(remove, [directory]);
    expect(await countsOf(directory)).toEqual([]);
  });

  it('passes over a directory that is gone', async () => {
    const directory = await seed();
    const errors: unknown[] = [];
    const counter = counterOn(test.database, errors);
    counter.note('0198a7c9-0000-7000-8000-000000000000', 'opCase');
    counter.note(directory, 'opCase');
    await counter.flush();
    expect(errors).toEqual([]);
    expect(await countsOf(directory)).toEqual([['opCase', 1]]);
  });
});
