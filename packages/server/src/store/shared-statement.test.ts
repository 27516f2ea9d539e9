import { v7 as uuidV7 } from 'uuid';
import { expect, it } from 'vitest';
import { createDirectoryToken, hashSecret } from '../directory/secrets.ts';
import type { Database, Queryable, Statement } from './database.ts';
import { authenticateDirectory, insertDirectoryToken, revokeDirectoryToken } from './directory-tokens.ts';
import { askShared } from './shared-statement.ts';
import type { SharedStatement } from './shared-statement.ts';
import { onEachDatabase } from './testing/databases.ts';
import { inboxOf, userDocument } from './testing/seed-resources.ts';
import { seedDirectory, seedEnvironment } from './testing/seed.ts';
import { insertUser } from './user-insertion.ts';
import { findUser } from './users.ts';

const doubled: SharedStatement<number, { readonly of: number; readonly twice: number }> = {
  name: 'testing.doubled',
  text: '',
  valuesOf: (items) => items,
  isOf: (row, item) => row.of === item,
};

/** A pool that answers when it is told to, and keeps what it was asked. */
function createHeldPool() {
  const asked: (readonly unknown[])[] = [];
  const answers: PromiseWithResolvers<unknown>[] = [];
  const pool: Queryable = {
    sharing: 2,
    async query<Row>(_statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
      asked.push(values);
      const answer = Promise.withResolvers();
      answers.push(answer);
      await answer.promise;
      return values.map((of) => ({ of, twice: Number(of) * 2 })) as Row[];
    },
  };
  return { pool, asked, answers };
}

const ask = (pool: Queryable, item: number): Promise<number | undefined> =>
  askShared(pool, doubled, item).then((row) => row?.twice);

/** Has two statements under way, of one item each. */
async function keepBusy({
  pool,
  asked,
}: ReturnType<typeof createHeldPool>): Promise<readonly Promise<unknown>[]> {
  const first = ask(pool, 1);
  await expect.poll(() => asked).toEqual([[1]]);
  const second = ask(pool, 2);
  await expect.poll(() => asked).toEqual([[1], [2]]);
  return [first, second];
}

it('sends together what came in one turn, and what came while others were under way', async () => {
  const held = createHeldPool();
  const { pool, asked, answers } = held;
  const busy = await keepBusy(held);
  const later = [3, 4].map((item) => ask(pool, item));
  await new Promise(setImmediate);
  later.push(ask(pool, 5));
  await new Promise(setImmediate);
  expect(asked).toHaveLength(2);
  answers[0]?.resolve(undefined);
  await expect.poll(() => asked).toEqual([[1], [2], [3, 4, 5]]);
  for (const answer of answers) answer.resolve(undefined);
  expect(await Promise.all([...busy, ...later])).toEqual([2, 4, 6, 8, 10]);
});

it('goes beside a statement that is under way only with as many as are enough for it', async () => {
  const { pool, asked, answers } = createHeldPool();
  const tripled = { ...doubled, name: 'testing.doubled-by-three', enough: 3 };
  const one = (item: number): Promise<unknown> => askShared(pool, tripled, item);
  const all = [one(1)];
  await expect.poll(() => asked).toEqual([[1]]);
  all.push(one(2), one(3));
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  expect(asked).toHaveLength(1);
  all.push(one(4));
  await expect.poll(() => asked).toEqual([[1], [2, 3, 4]]);
  all.push(one(5));
  answers[0]?.resolve(undefined);
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  expect(asked).toHaveLength(2);
  answers[1]?.resolve(undefined);
  await expect.poll(() => asked).toEqual([[1], [2, 3, 4], [5]]);
  answers[2]?.resolve(undefined);
  await Promise.all(all);
});

it('rejects all of a statement that the database could not be asked, without asking again', async () => {
  const { pool, asked, answers } = createHeldPool();
  const all = Promise.allSettled([3, 4].map((item) => ask(pool, item)));
  await expect.poll(() => asked).toEqual([[3, 4]]);
  answers[0]?.reject(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
  expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(asked).toHaveLength(1);
});

it('asks each alone after a statement of many was refused', async () => {
  const { pool, asked, answers } = createHeldPool();
  const all = Promise.allSettled([3, 4].map((item) => ask(pool, item)));
  await expect.poll(() => asked).toEqual([[3, 4]]);
  answers[0]?.reject(Object.assign(new Error('refused'), { code: '23503' }));
  await expect.poll(() => asked).toEqual([[3, 4], [3], [4]]);
  answers[1]?.reject(Object.assign(new Error('refused'), { code: '23503' }));
  answers[2]?.resolve(undefined);
  expect((await all).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});

it('asks once for what has one key, and answers it to all who asked', async () => {
  const { pool, asked, answers } = createHeldPool();
  const keyed = { ...doubled, keyOf: (item: number) => `${item % 10}` };
  const all = [3, 4, 13, 3].map((item) => askShared(pool, keyed, item));
  await expect.poll(() => asked).toEqual([[3, 4]]);
  answers[0]?.resolve(undefined);
  expect((await Promise.all(all)).map((row) => row?.twice)).toEqual([6, 8, 6, 6]);
});

it('goes alone inside a transaction', async () => {
  const asked: unknown[] = [];
  const tx: Queryable = {
    async query<Row>(_statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
      asked.push(values);
      return [];
    },
  };
  await Promise.all([1, 2, 3, 4].map((item) => ask(tx, item)));
  expect(asked).toEqual([[1], [2], [3], [4]]);
});

onEachDatabase((test) => {
  /** The statements of one name, with how many items each was for. */
  function countItems(
    database: Database,
    name: string,
  ): { readonly counted: Database; readonly items: number[] } {
    const items: number[] = [];
    const counted: Database = {
      ...database,
      query(statement, values) {
        if (statement.name === name) items.push(Array.isArray(values?.[0]) ? values[0].length : NaN);
        return database.query(statement, values);
      },
    };
    return { counted, items };
  }

  it('creates many users in few statements, each with its own outcome and its events', async () => {
    const { counted, items } = countItems(test.database, 'users.insert');
    const directoryId = await seedDirectory(counted, await seedEnvironment(counted));
    const events = [{ type: 'user.created', data: { user: {} } }];
    const names = Array.from({ length: 40 }, (_, n) => `user-${n % 30}`);
    const outcomes = await Promise.all(
      names.map((name) => insertUser(counted, directoryId, uuidV7(), userDocument(name), events)),
    );
    expect(items.length).toBeLessThan(10);
    expect(items.reduce((sum, count) => sum + count)).toBe(40);
    expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(10);
    const recorded = await inboxOf(counted, directoryId);
    expect(recorded).toHaveLength(30);
    expect(recorded.every(({ version }) => version === 1)).toBe(true);
  });

  it('gives a row of their own to each who ask for the same', async () => {
    const { counted, items } = countItems(test.database, 'users.find');
    const directoryId = await seedDirectory(counted, await seedEnvironment(counted));
    const id = uuidV7();
    await insertUser(counted, directoryId, id, userDocument('ada'), []);
    const [one, other] = await Promise.all([1, 2].map(() => findUser(counted, directoryId, id)));
    expect(items).toEqual([2]);
    expect(one).toEqual(other);
    expect(one?.resource).not.toBe(other?.resource);
  });

  it('keeps the fault of one from the others', async () => {
    const { database } = test;
    const directoryId = await seedDirectory(database, await seedEnvironment(database));
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, (_, n) =>
        insertUser(database, n === 7 ? uuidV7() : directoryId, uuidV7(), userDocument(`user-${n}`), []),
      ),
    );
    const failed = outcomes.flatMap(({ status }, n) => (status === 'rejected' ? [n] : []));
    expect(failed).toEqual([7]);
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled') expect(outcome.value).toMatchObject({ version: 1 });
    }
  });

  it('answers nobody with what was true before they asked', async () => {
    const { counted, items } = countItems(test.database, 'directory-tokens.authenticate');
    const environmentId = await seedEnvironment(counted);
    const directoryId = await seedDirectory(counted, environmentId);
    const other = await seedDirectory(counted, environmentId);
    const id = uuidV7();
    const hash = hashSecret(createDirectoryToken());
    await insertDirectoryToken(counted, { environmentId, directoryId, id, hash });
    const isOpened = (at: string): Promise<boolean> =>
      authenticateDirectory(counted, at, hash).then((found) => found?.id === at);
    const before = Array.from({ length: 20 }, (_, n) => isOpened(n === 11 ? other : directoryId));
    expect((await Promise.all(before)).filter((isFound) => !isFound)).toHaveLength(1);
    // For two directories.
    expect(Math.max(...items)).toBe(2);

    const underWay = Array.from({ length: 20 }, () => isOpened(directoryId));
    await revokeDirectoryToken(counted, environmentId, directoryId, id);
    const after = Array.from({ length: 20 }, () => isOpened(directoryId));
    await Promise.all(underWay);
    expect(await Promise.all(after)).toEqual(after.map(() => false));
  });
});
