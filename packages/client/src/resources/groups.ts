import type { Group, GroupList, GroupMemberList } from '../generated/api.ts';
import type { Listing } from '../pagination.ts';
import type { ListOptions, RequestOptions } from '../request-options.ts';
import type { Transport } from '../transport.ts';
import type { ListQuery, PathOf } from './operation.ts';

/**
 * The groups of a directory.
 *
 * @example
 * ```ts
 * async function findGroup(groups: GroupsResource, displayName: string): Promise<Group | undefined> {
 *   const { data } = await groups.list({ directoryId, displayName });
 *   return data[0];
 * }
 * const administrators = await findGroup(dirsync.groups, 'Administrators');
 * ```
 */
export interface GroupsResource {
  /** Lists the groups that match all the filters. */
  list(query: ListQuery<'listGroups'>, options?: ListOptions): Listing<GroupList>;
  /** Reads one group, without its members. */
  get(ids: PathOf<'getGroup'>, options?: RequestOptions): Promise<Group>;
  /** Lists the direct members of a group: users and nested groups. */
  listMembers(query: ListQuery<'listGroupMembers'>, options?: ListOptions): Listing<GroupMemberList>;
}

export function createGroups({ http, init, send, list }: Transport): GroupsResource {
  return {
    list: ({ directoryId, ...filters }, options) =>
      list(filters, options, (query) => {
        const params = { path: { directoryId }, query };
        return http.GET('/v1/directories/{directoryId}/groups', { params, ...init(options) });
      }),
    get: (path, options) => {
      const call = { params: { path }, ...init(options) };
      return send(http.GET('/v1/directories/{directoryId}/groups/{groupId}', call));
    },
    listMembers: ({ directoryId, groupId, ...filters }, options) =>
      list(filters, options, (query) => {
        const params = { path: { directoryId, groupId }, query };
        return http.GET('/v1/directories/{directoryId}/groups/{groupId}/members', {
          params,
          ...init(options),
        });
      }),
  };
}
