import { compat } from '../../scim/mode.ts';
import type { ScimResource } from '../../scim/resource.ts';
import { groupSchema } from '../../scim/schema.ts';
import type { ResourceType } from '../../scim/schema.ts';
import type { Database } from '../../store/database.ts';
import { groupTable } from '../../store/group-search.ts';
import { listMembersOfGroups } from '../../store/members.ts';
import { searchAfter } from '../../store/search.ts';
import { seedDirectory, seedEnvironment } from '../../store/testing/seed.ts';
import { userTable } from '../../store/user-search.ts';
import { groupsOfUser } from '../../store/users.ts';
import type { ResourceRow, UserRow } from '../../store/users.ts';
import type { DirectoryContext } from '../directory-context.ts';
import { createGroup } from '../groups.ts';
import { toScimGroup, toScimUser } from '../scim-resource.ts';
import { createUser } from '../users.ts';
import type { GroupBody } from './random-resources.ts';

export const baseUrl = 'https://sync.example.com/scim/v2/d1';
const page = { after: undefined, limit: 1000 };

/** A directory, and what a client sees in it. */
export interface Seen {
  readonly context: DirectoryContext;
  readonly resources: ReadonlyMap<ResourceType['name'], readonly ScimResource[]>;
}

/** A directory with these resources. */
export async function fill(
  database: Database,
  users: readonly ScimResource[],
  groups: readonly GroupBody[],
): Promise<Seen> {
  const directoryId = await seedDirectory(database, await seedEnvironment(database));
  const wake = { notify: () => undefined } as unknown as DirectoryContext['wake'];
  const context: DirectoryContext = { database, directoryId, mode: compat, wake, baseUrl };
  const ids: string[] = [];
  for (const [number, body] of users.entries()) {
    const userName = `${body['userName'] as string}${number}`;
    ids.push((await createUser(context, { ...body, userName })).id);
  }
  for (const [number, { displayName, externalId, members }] of groups.entries()) {
    const values = members.flatMap((member) => (ids[member] === undefined ? [] : [{ value: ids[member] }]));
    const body = {
      schemas: [groupSchema],
      externalId,
      displayName: `${displayName}${number}`,
      members: values,
    };
    ids.push((await createGroup(context, body)).id);
  }
  return { context, resources: await readAll(context) };
}

async function readAll({ database, directoryId }: DirectoryContext): Promise<Seen['resources']> {
  const withGroups = { ...userTable, columns: `${userTable.columns}, ${groupsOfUser} as groups` };
  const users = await searchAfter<UserRow>(database, withGroups, directoryId, [], page);
  const groups = await searchAfter<ResourceRow>(database, groupTable, directoryId, [], page);
  const membersOf = await listMembersOfGroups(database, directoryId, idsOf(groups));
  return new Map([
    ['User', users.map((row) => toScimUser(row, row.groups ?? [], baseUrl))],
    ['Group', groups.map((row) => toScimGroup(row, membersOf.get(row.id) ?? [], baseUrl))],
  ]);
}

function idsOf(rows: readonly ResourceRow[]): readonly string[] {
  return rows.map(({ id }) => id);
}
