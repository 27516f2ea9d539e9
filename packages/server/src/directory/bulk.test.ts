import { expect, it } from 'vitest';
import { parseBulkRequest, bulkRequestSchema } from '../scim/bulk/bulk-request.ts';
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

const request = parseBulkRequest(
  {
    schemas: [bulkRequestSchema],
    Operations: ['ada', 'bob', 'cyd'].map((userName) => ({
      ...{ method: 'POST', path: '/Users', bulkId: userName },
      data: { schemas: [userSchema], userName },
    })),
  },
  compat,
);

const statusesOf = async (context: DirectoryContext, status: number): Promise<readonly number[]> => {
  const results = await runBulk(context, request, () => new ScimError(status, 'Told.'));
  return results.map(({ outcome }) => outcome.status);
};

it('goes on after an operation that fails on our side', async () => {
  const { context } = contextWith(created, new Error('A bug.'), created);
  expect(await statusesOf(context, 500)).toEqual([201, 500, 201]);
});

it('tries nothing more once the database is out, and says so of the rest', async () => {
  const { context, statements } = contextWith(created, new Error('Out.'));
  expect(await statusesOf(context, 503)).toEqual([201, 503, 503]);
  expect(statements()).toBe(2);
});
