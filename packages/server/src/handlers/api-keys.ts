import type { HandlersOf } from '../contract.ts';
import { addApiKey } from '../directory/environments.ts';
import { notFound } from '../http/problem.ts';
import { listApiKeys, revokeApiKey } from '../store/api-keys.ts';
import { defaultLimit, readCursor, toPage } from './page.ts';
import type { Services } from './services.ts';

/** The keys that open the directory API of one environment. */
export function apiKeysHandlers({ database }: Services): HandlersOf<'API keys'> {
  return {
    async createApiKey({ principal, body }) {
      return { status: 201, body: await addApiKey(database, principal.environmentId, body.name) };
    },

    async listApiKeys({ principal, query }) {
      const { limit = defaultLimit } = query;
      const after = readCursor(query.after)?.after;
      const rows = await listApiKeys(database, principal.environmentId, {
        limit: limit + 1,
        ...(after !== undefined && { after }),
      });
      return { status: 200, body: toPage(rows, limit, (row) => row) };
    },

    async revokeApiKey({ principal, path }) {
      const isThere = await revokeApiKey(database, principal.environmentId, path.apiKeyId);
      if (!isThere) throw notFound('API key', path.apiKeyId);
      return { status: 204 };
    },
  };
}
