import type { ApiKeyCreated, ApiKeyInput, ApiKeyList } from '../generated/api.ts';
import type { Listing } from '../pagination.ts';
import type { ListOptions, RequestOptions } from '../request-options.ts';
import type { Transport } from '../transport.ts';
import type { ListQuery } from './operation.ts';

/**
 * The keys of this API.
 *
 * @example
 * ```ts
 * async function revokeAll(apiKeys: ApiKeysResource, name: string): Promise<void> {
 *   for await (const key of apiKeys.list()) if (key.name === name) await apiKeys.revoke(key.id);
 * }
 * await revokeAll(dirsync.apiKeys, 'nightly export');
 * ```
 */
export interface ApiKeysResource {
  /** Makes a key; `key` is shown this once. */
  create(input: ApiKeyInput, options?: RequestOptions): Promise<ApiKeyCreated>;
  /** Lists keys, revoked ones too, oldest first. */
  list(query?: ListQuery<'listApiKeys'>, options?: ListOptions): Listing<ApiKeyList>;
  /** Revokes a key, by its id: it is refused from the next request on. */
  revoke(apiKeyId: string, options?: RequestOptions): Promise<void>;
}

export function createApiKeys({ http, init, send, list }: Transport): ApiKeysResource {
  return {
    create: (body, options) => send(http.POST('/v1/api-keys', { body, ...init(options) })),
    list: (filters = {}, options) =>
      list(filters, options, (query) => http.GET('/v1/api-keys', { params: { query }, ...init(options) })),
    revoke: async (apiKeyId, options) => {
      const call = { params: { path: { apiKeyId } }, ...init(options) };
      await send(http.DELETE('/v1/api-keys/{apiKeyId}', call));
    },
  };
}
