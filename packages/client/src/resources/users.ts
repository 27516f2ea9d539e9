import type { User, UserList } from '../attributes.ts';
import type { CustomAttributes, GroupList } from '../generated/api.ts';
import type { Listing } from '../pagination.ts';
import type { ListOptions, RequestOptions } from '../request-options.ts';
import type { Transport } from '../transport.ts';
import type { ListQuery, PathOf } from './operation.ts';

/**
 * The people of a directory, in the same shape for every identity provider.
 *
 * @example
 * ```ts
 * async function findByEmail(users: UsersResource, email: string): Promise<User | undefined> {
 *   const { data } = await users.list({ directoryId, email });
 *   return data[0];
 * }
 * const ada = await findByEmail(dirsync.users, 'ada@acme.example');
 * ```
 */
export interface UsersResource<Attributes extends object = CustomAttributes> {
  /** Lists the users that match all the filters, deactivated ones too. */
  list(query: ListQuery<'listUsers'>, options?: ListOptions): Listing<UserList<Attributes>>;
  /** Reads one user. */
  get(ids: PathOf<'getUser'>, options?: RequestOptions): Promise<User<Attributes>>;
  /** Lists the groups that a user is a direct member of. */
  listGroups(query: ListQuery<'listUserGroups'>, options?: ListOptions): Listing<GroupList>;
  /** Replaces what stored events say about a person, also one whose user is deleted; the events themselves stay. */
  eraseData(ids: PathOf<'eraseUserData'>, options?: RequestOptions): Promise<void>;
}

export function createUsers<Attributes extends object>({
  http,
  init,
  send,
  list,
}: Transport): UsersResource<Attributes> {
  const users: UsersResource = {
    list: ({ directoryId, ...filters }, options) =>
      list(filters, options, (query) => {
        const params = { path: { directoryId }, query };
        return http.GET('/v1/directories/{directoryId}/users', { params, ...init(options) });
      }),
    get: (path, options) => {
      const call = { params: { path }, ...init(options) };
      return send(http.GET('/v1/directories/{directoryId}/users/{userId}', call));
    },
    listGroups: ({ directoryId, userId, ...filters }, options) =>
      list(filters, options, (query) => {
        const params = { path: { directoryId, userId }, query };
        return http.GET('/v1/directories/{directoryId}/users/{userId}/groups', { params, ...init(options) });
      }),
    eraseData: async (path, options) => {
      const call = { params: { path }, ...init(options) };
      await send(http.DELETE('/v1/directories/{directoryId}/users/{userId}/data', call));
    },
  };
  // The contract leaves custom attributes open; what they are is the caller's word.
  return users as unknown as UsersResource<Attributes>;
}
