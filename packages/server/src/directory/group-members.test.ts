import { expect, it } from 'vitest';
import { compat } from '../scim/mode.ts';
import { patchOpSchema } from '../scim/patch/patch-request.ts';
import { groupSchema } from '../scim/schema.ts';
import type { Database } from '../store/database.ts';
import { listMembers } from '../store/members.ts';
import { onEachDatabase } from '../store/testing/databases.ts';
import { seedDirectory, seedEnvironment } from '../store/testing/seed.ts';
import type { DirectoryContext } from './directory-context.ts';
import { createGroup, patchGroup } from './groups.ts';

/** Runs `act` once, after the first statement of this name and before whoever asked for it goes on. */
function interrupted(database: Database, name: string, act: () => Promise<unknown>): Database {
  let isDone = false;
  return {
    ...database,
    async query<Row>(...call: Parameters<Database['query']>) {
      const rows = await database.query<Row>(...call);
      if (call[0].name === name && !isDone) {
        isDone = true;
        await act();
      }
      return rows;
    },
  };
}

onEachDatabase((test) => {
  async function createContext(): Promise<DirectoryContext> {
    const { database } = test;
    const directoryId = await seedDirectory(database, await seedEnvironment(database));
    const wake = { notify: () => undefined, subscribe: () => () => undefined, close: async () => undefined };
    return { database, directoryId, wake, mode: compat, baseUrl: 'https://sync.example.com' };
  }

  it.for(['groups.find', 'members.list'])(
    'decides again when another request changed the members after %s',
    async (statement) => {
      const context = await createContext();
      const create = async (displayName: string, ...members: readonly string[]): Promise<string> => {
        const body = { schemas: [groupSchema], displayName, members: members.map((value) => ({ value })) };
        return (await createGroup(context, body)).id;
      };
      const [first, second, third] = [await create('First'), await create('Second'), await create('Third')];
      const group = await create('All', first);
      const exchangeFor = (value: string): object => ({
        schemas: [patchOpSchema],
        Operations: [
          { op: 'remove', path: 'members[type eq "Group"]' },
          { op: 'add', path: 'members', value: [{ value }] },
        ],
      });
      const { database } = context;
      const interruption = () => patchGroup(context, group, exchangeFor(second));
      const racing = { ...context, database: interrupted(database, statement, interruption) };
      const { version } = await patchGroup(racing, group, exchangeFor(third));
      const members = await listMembers(database, context.directoryId, group);
      expect(members).toEqual([{ id: third, type: 'Group' }]);
      expect(version).toBe(3);
    },
  );
});
