import { expect, it } from 'vitest';
import { parseBulkRequest, bulkRequestSchema } from '../scim/bulk/bulk-request.ts';
import type { BulkRequest } from '../scim/bulk/bulk-request.ts';
import { ScimError } from '../scim/error.ts';
import { compat } from '../scim/mode.ts';
import { userSchema } from '../scim/schema.ts';
import type { Database } from '../store/database.ts';
import { runBulk } from './bulk.ts';
import type { DirectoryContext } from './directory-context.ts';

/** A database whose statements end as they are told, one after the other; further ones never come back. */
function contextWith(...outcomes: readonly (Error | readonly object[])[]): {
  readonly context: DirectoryContext;
  readonly statements: () => number;
} {
  let count = 0;
  const database: Partial<Database> = {
    async query() {
      const outcome = outcomes[count];
      count += 1;
      if (outcome === undefined) throw new Error('There was one statement more.');
      if (outcome instanceof Error) throw outcome;
      return [...outcome] as never;
    },
  };
  const wake = { notify: () => undefined, subscribe: () => () => undefined, close: async () => undefined };
  // What creating a user uses of it.
  const context = { database: database as Database, wake, directoryId: 'd', mode: compat, baseUrl: '' };
  return { context, statements: () => count };
}

const created = [{ version: 1, createdAt: '', updatedAt: '' }];

function creationsOf(userNames: readonly string[], failOnErrors?: number): BulkRequest {
  return parseBulkRequest(
    {
      schemas: [bulkRequestSchema],
      ...(failOnErrors !== undefined && { failOnErrors }),
      Operations: userNames.map((userName, n) => ({
        ...{ method: 'POST', path: '/Users', bulkId: `user-${n}` },
        data: { schemas: [userSchema], userName },
      })),
    },
    compat,
  );
}

const statusesOf = async (
  context: DirectoryContext,
  request: BulkRequest,
  status = 500,
): Promise<readonly number[]> => {
  const results = await runBulk(context, request, () => new ScimError(status, 'Told.'));
  return results.map(({ outcome }) => outcome.status);
};

it('goes on after an operation that fails on our side', async () => {
  const { context } = contextWith(created, new Error('A bug.'), created);
  expect(await statusesOf(context, creationsOf(['ada', 'bob', 'cyd']))).toEqual([201, 500, 201]);
});

it('tries nothing more once the database is out, and says so of the rest', async () => {
  const { context, statements } = contextWith(created, new Error('Out.'));
  // Of one name, so that each waits for the one before.
  expect(await statusesOf(context, creationsOf(['ada', 'Ada', 'ada']), 503)).toEqual([201, 503, 503]);
  expect(statements()).toBe(2);
});

it('creates users of different names at once, those of one name one after the other', async () => {
  const begun: PromiseWithResolvers<object[]>[] = [];
  const { context } = contextWith();
  const query = (): Promise<object[]> => {
    const answer = Promise.withResolvers<object[]>();
    begun.push(answer);
    return answer.promise;
  };
  const database = { ...context.database, query } as unknown as Database;
  const done = statusesOf({ ...context, database }, creationsOf(['ada', 'bob', 'Ada', 'cyd']));
  await expect.poll(() => begun.length).toBe(2);
  for (const { resolve } of begun) resolve([...created]);
  await expect.poll(() => begun.length).toBe(4);
  begun[2]?.resolve([]);
  begun[3]?.resolve([...created]);
  expect(await done).toEqual([201, 201, 409, 201]);
});

it.for([1, 2, 3])(
  'tries none after %i errors when no more may be, however many could run at once',
  async (most) => {
    const { context, statements } = contextWith(...Array.from({ length: 10 }, () => []));
    const request = creationsOf(['ada', 'bob', 'cyd', 'dee', 'eve'], most);
    expect(await statusesOf(context, request)).toEqual(Array.from({ length: most }, () => 409));
    expect(statements()).toBe(most);
  },
);

it('goes on to the last error that may be, past those that succeed', async () => {
  const { context } = contextWith([], created, [], created, created);
  const request = creationsOf(['ada', 'bob', 'cyd', 'dee', 'eve'], 2);
  expect(await statusesOf(context, request)).toEqual([409, 201, 409]);
});
