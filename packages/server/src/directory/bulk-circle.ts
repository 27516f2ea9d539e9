import type { PreparedOperation } from '../scim/bulk/bulk-plan.ts';
import { normaliseGroup } from '../scim/normalise.ts';
import { groupResourceType } from '../scim/resource-types.ts';
import type { Queryable } from '../store/database.ts';
import type { DirectoryContext } from './directory-context.ts';
import { addMembers, insertNewGroup } from './groups.ts';
import { insertNewUser } from './users.ts';

interface Created {
  readonly status: 201;
  readonly version: number;
}

/**
 * Creates resources that refer to each other in a circle, in one transaction: all of them or, when it throws, none
 * (RFC 7644 section 3.7.1). Who is not there yet joins a group once everybody is, so that the events are those of
 * single requests.
 */
export async function createTogether(
  context: DirectoryContext,
  creations: readonly PreparedOperation[],
): Promise<readonly Created[]> {
  const created = await context.database.transaction((tx) => createAll(context, tx, creations));
  context.wake.notify('dirsync_inbox');
  return created;
}

async function createAll(
  context: DirectoryContext,
  tx: Queryable,
  creations: readonly PreparedOperation[],
): Promise<readonly Created[]> {
  const absent = new Set(creations.map(({ id }) => id));
  const versions = new Map<string, number>();
  const late: { readonly groupId: string; readonly memberIds: readonly string[] }[] = [];
  for (const { operation, id } of creations) {
    if (operation.resourceType !== groupResourceType) {
      versions.set(id, (await insertNewUser(context, tx, operation.data, id)).version);
    } else {
      const { resource, memberIds } = normaliseGroup(groupResourceType, operation.data, context.mode);
      const { early = [], later = [] } = Object.groupBy(memberIds, (memberId) =>
        absent.has(memberId) ? 'later' : 'early',
      );
      versions.set(id, (await insertNewGroup(context, tx, { resource, memberIds: early }, id)).version);
      if (later.length > 0) late.push({ groupId: id, memberIds: later });
    }
    absent.delete(id);
  }
  for (const { groupId, memberIds } of late) {
    versions.set(groupId, (await addMembers(context, tx, groupId, memberIds)).version);
  }
  // In the order in which they were set first: that of the creations.
  return [...versions.values()].map((version) => ({ status: 201, version }));
}
