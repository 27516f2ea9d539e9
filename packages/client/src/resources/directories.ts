import type {
  Directory,
  DirectoryInput,
  DirectoryLenienceList,
  DirectoryList,
  DirectoryRelease,
  DirectoryTokenCreated,
  DirectoryTokenInput,
  DirectoryTokenList,
  DirectoryUpdate,
} from '../generated/api.ts';
import type { Listing } from '../pagination.ts';
import type { ListOptions, RequestOptions } from '../request-options.ts';
import type { Transport } from '../transport.ts';
import type { ListQuery, PathOf } from './operation.ts';

/**
 * The directories of this environment: one for each customer that connects an identity provider.
 *
 * @example
 * ```ts
 * async function connect(directories: DirectoriesResource, name: string) {
 *   const { id, scim } = await directories.create({ name });
 *   const { token } = await directories.tokens.create(id);
 *   return { baseUrl: scim.baseUrl, token }; // what the administrator enters
 * }
 * ```
 */
export interface DirectoriesResource {
  /** Makes a directory for one customer. */
  create(input: DirectoryInput, options?: RequestOptions): Promise<Directory>;
  /** Lists directories, oldest first. */
  list(query?: ListQuery<'listDirectories'>, options?: ListOptions): Listing<DirectoryList>;
  /** Reads one directory. */
  get(directoryId: string, options?: RequestOptions): Promise<Directory>;
  /** Changes what is given and leaves the rest. */
  update(directoryId: string, changes: DirectoryUpdate, options?: RequestOptions): Promise<Directory>;
  /** Deletes a directory with its users and groups; its tokens are refused at once. */
  delete(directoryId: string, options?: RequestOptions): Promise<void>;
  /**
   * Lets the events of a held directory go on: `deliver` as they happened, `settle` only the net changes, so that a
   * mistake that was undone sends nothing.
   */
  release(directoryId: string, how: DirectoryRelease, options?: RequestOptions): Promise<Directory>;
  /** Lists what the identity provider of a directory sends beside the RFC, and how often. */
  listLeniences(directoryId: string, options?: RequestOptions): Promise<DirectoryLenienceList>;
  /** The tokens that identity providers push with. */
  readonly tokens: DirectoryTokensResource;
}

/**
 * The tokens of a directory. Several may live at once, so that they rotate without a gap.
 *
 * @example
 * ```ts
 * async function revokeAllBut(keptId: string, tokens: DirectoryTokensResource): Promise<void> {
 *   for await (const { id, revokedAt } of tokens.list({ directoryId })) {
 *     if (id !== keptId && revokedAt === null) await tokens.revoke({ directoryId, tokenId: id });
 *   }
 * }
 * ```
 */
export interface DirectoryTokensResource {
  /** Makes a token; `token` is shown this once. */
  create(
    directoryId: string,
    input?: DirectoryTokenInput,
    options?: RequestOptions,
  ): Promise<DirectoryTokenCreated>;
  /** Lists the tokens of a directory, revoked ones too, oldest first. */
  list(query: ListQuery<'listDirectoryTokens'>, options?: ListOptions): Listing<DirectoryTokenList>;
  /** Revokes a token: it is refused from the next request on. */
  revoke(ids: PathOf<'revokeDirectoryToken'>, options?: RequestOptions): Promise<void>;
}

export function createDirectories(transport: Transport): DirectoriesResource {
  const { http, init, send, list } = transport;
  return {
    create: (body, options) => send(http.POST('/v1/directories', { body, ...init(options) })),
    list: (filters = {}, options) =>
      list(filters, options, (query) => http.GET('/v1/directories', { params: { query }, ...init(options) })),
    get: (directoryId, options) =>
      send(
        http.GET('/v1/directories/{directoryId}', { params: { path: { directoryId } }, ...init(options) }),
      ),
    update: (directoryId, body, options) =>
      send(
        http.PATCH('/v1/directories/{directoryId}', {
          params: { path: { directoryId } },
          body,
          ...init(options),
        }),
      ),
    delete: async (directoryId, options) => {
      const params = { path: { directoryId } };
      await send(http.DELETE('/v1/directories/{directoryId}', { params, ...init(options) }));
    },
    release: (directoryId, body, options) => {
      const params = { path: { directoryId } };
      return send(http.POST('/v1/directories/{directoryId}/release', { params, body, ...init(options) }));
    },
    listLeniences: (directoryId, options) => {
      const params = { path: { directoryId } };
      return send(http.GET('/v1/directories/{directoryId}/leniences', { params, ...init(options) }));
    },
    tokens: createDirectoryTokens(transport),
  };
}

function createDirectoryTokens({ http, init, send, list }: Transport): DirectoryTokensResource {
  return {
    create: (directoryId, body = {}, options) => {
      const params = { path: { directoryId } };
      return send(http.POST('/v1/directories/{directoryId}/tokens', { params, body, ...init(options) }));
    },
    list: ({ directoryId, ...filters }, options) =>
      list(filters, options, (query) => {
        const params = { path: { directoryId }, query };
        return http.GET('/v1/directories/{directoryId}/tokens', { params, ...init(options) });
      }),
    revoke: async (path, options) => {
      const call = { params: { path }, ...init(options) };
      await send(http.DELETE('/v1/directories/{directoryId}/tokens/{tokenId}', call));
    },
  };
}
