import type { HandlersOf } from '../contract.ts';
import { encodeEventCursor } from '../directory/cursor.ts';
import { eraseUserData } from '../directory/erasure.ts';
import { toGroup } from '../directory/group-view.ts';
import { toUser } from '../directory/user-view.ts';
import { readInstant } from '../http/instant.ts';
import { notFound } from '../http/problem.ts';
import { fold } from '../scim/text.ts';
import type { Condition } from '../store/condition.ts';
import { currentEventPosition } from '../store/events.ts';
import { groupCondition, groupTable } from '../store/group-search.ts';
import type { GroupRow } from '../store/groups.ts';
import { searchAfter } from '../store/search.ts';
import { userCondition, userTable } from '../store/user-search.ts';
import { findUser } from '../store/users.ts';
import type { UserRow } from '../store/users.ts';
import { defaultLimit, readCursor, toPage } from './page.ts';
import { requireDirectory } from './require-directory.ts';
import type { Services } from './services.ts';

/** The people of a directory, as its identity provider last described them. */
export function usersHandlers(services: Services): HandlersOf<'Users'> {
  const { database } = services;
  return {
    async listUsers({ principal, path, query }) {
      await requireDirectory(services, principal, path.directoryId);
      const { limit = defaultLimit } = query;
      const cursor = readCursor(query.after);
      // Before the first page: what changes while the pages are read is in the log after it.
      const eventCursor = cursor?.eventCursor ?? encodeEventCursor(await currentEventPosition(database));
      const conditions: Condition[] = [];
      if (query.groupId !== undefined) conditions.push(userCondition.group(query.groupId));
      if (query.email !== undefined) conditions.push(userCondition.email(fold(query.email)));
      if (query.userName !== undefined) conditions.push(userCondition.userName(fold(query.userName)));
      if (query.externalId !== undefined) conditions.push(userCondition.externalId(query.externalId));
      if (query.active !== undefined) conditions.push(userCondition.active(query.active));
      if (query.updatedSince !== undefined)
        conditions.push(userCondition.updatedSince(readInstant(query.updatedSince, 'updatedSince')));
      const rows = await searchAfter<UserRow>(database, userTable, path.directoryId, conditions, {
        after: cursor?.after,
        limit: limit + 1,
      });
      return { status: 200, body: { ...toPage(rows, limit, toUser, eventCursor), eventCursor } };
    },

    async getUser({ principal, path }) {
      await requireDirectory(services, principal, path.directoryId);
      const row = await findUser(database, path.directoryId, path.userId);
      if (row === undefined) throw notFound('user', path.userId);
      return { status: 200, body: toUser(row) };
    },

    async listUserGroups({ principal, path, query }) {
      await requireDirectory(services, principal, path.directoryId);
      const { limit = defaultLimit } = query;
      const cursor = readCursor(query.after);
      const eventCursor = cursor?.eventCursor ?? encodeEventCursor(await currentEventPosition(database));
      const user = await findUser(database, path.directoryId, path.userId);
      if (user === undefined) throw notFound('user', path.userId);
      const rows = await searchAfter<GroupRow>(
        database,
        groupTable,
        path.directoryId,
        [groupCondition.member(user.id)],
        { after: cursor?.after, limit: limit + 1 },
      );
      return { status: 200, body: { ...toPage(rows, limit, toGroup, eventCursor), eventCursor } };
    },

    async eraseUserData({ principal, path }) {
      const { directoryId, userId } = path;
      const isThere = await eraseUserData(services, principal.environmentId, directoryId, userId);
      if (!isThere) throw notFound('directory', directoryId);
      return { status: 204 };
    },
  };
}
