import type { HandlersOf } from '../contract.ts';
import { encodeEventCursor } from '../directory/cursor.ts';
import { toGroup } from '../directory/group-view.ts';
import { notFound } from '../http/problem.ts';
import { fold } from '../scim/text.ts';
import type { Condition } from '../store/condition.ts';
import { currentEventPosition } from '../store/events.ts';
import { groupCondition, groupTable } from '../store/group-search.ts';
import { findGroup } from '../store/groups.ts';
import type { GroupRow } from '../store/groups.ts';
import { pageMembers } from '../store/members.ts';
import { searchAfter } from '../store/search.ts';
import { defaultLimit, readCursor, toPage } from './page.ts';
import { requireDirectory } from './require-directory.ts';
import type { Services } from './services.ts';

/** The groups of a directory and who is in them. */
export function groupsHandlers(services: Services): HandlersOf<'Groups'> {
  const { database } = services;
  return {
    async listGroups({ principal, path, query }) {
      await requireDirectory(services, principal, path.directoryId);
      const { limit = defaultLimit } = query;
      const cursor = readCursor(query.after);
      // Before the first page: what changes while the pages are read is in the log after it.
      const eventCursor = cursor?.eventCursor ?? encodeEventCursor(await currentEventPosition(database));
      const conditions: Condition[] = [];
      if (query.userId !== undefined) conditions.push(groupCondition.member(query.userId));
      if (query.displayName !== undefined)
        conditions.push(groupCondition.displayName(fold(query.displayName)));
      const rows = await searchAfter<GroupRow>(database, groupTable, path.directoryId, conditions, {
        after: cursor?.after,
        limit: limit + 1,
      });
      return { status: 200, body: { ...toPage(rows, limit, toGroup, eventCursor), eventCursor } };
    },

    async getGroup({ principal, path }) {
      await requireDirectory(services, principal, path.directoryId);
      const row = await findGroup(database, path.directoryId, path.groupId);
      if (row === undefined) throw notFound('group', path.groupId);
      return { status: 200, body: toGroup(row) };
    },

    async listGroupMembers({ principal, path, query }) {
      await requireDirectory(services, principal, path.directoryId);
      const { limit = defaultLimit } = query;
      const cursor = readCursor(query.after);
      const group = await findGroup(database, path.directoryId, path.groupId);
      if (group === undefined) throw notFound('group', path.groupId);
      const rows = await pageMembers(database, path.directoryId, group.id, cursor?.after, limit + 1);
      return { status: 200, body: toPage(rows, limit, (member) => member) };
    },
  };
}
