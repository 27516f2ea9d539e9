import type { HandlersOf } from '../contract.ts';
import { createDirectoryToken, hashSecret } from '../directory/secrets.ts';
import { readInstant } from '../http/instant.ts';
import { ProblemError, notFound } from '../http/problem.ts';
import {
  insertDirectoryToken,
  listDirectoryTokens,
  revokeDirectoryToken,
} from '../store/directory-tokens.ts';
import { newId } from '../store/new-id.ts';
import { defaultLimit, readCursor, toPage } from './page.ts';
import type { Services } from './services.ts';

/** The tokens that identity providers push with; several may live at once, so that they rotate without a gap. */
export function directoryTokensHandlers({ database }: Services): HandlersOf<'Directory tokens'> {
  return {
    async createDirectoryToken({ principal, path, body = {} }) {
      const { directoryId } = path;
      const { name } = body;
      const expiresAt = body.expiresAt == null ? null : readInstant(body.expiresAt, '/expiresAt');
      if (expiresAt !== null && Date.parse(expiresAt) <= Date.now()) {
        const message = `expiresAt must be in the future; ${expiresAt} is not.`;
        throw new ProblemError('invalid_request', message, [{ path: '/expiresAt', message }]);
      }
      const token = createDirectoryToken();
      const row = await insertDirectoryToken(database, {
        environmentId: principal.environmentId,
        directoryId,
        id: newId(),
        hash: hashSecret(token),
        name,
        expiresAt,
      });
      if (row === undefined) throw notFound('directory', directoryId);
      return {
        status: 201,
        body: { id: row.id, token, createdAt: row.createdAt, expiresAt: row.expiresAt },
      };
    },

    async listDirectoryTokens({ principal, path, query }) {
      const { limit = defaultLimit } = query;
      const after = readCursor(query.after)?.after;
      const rows = await listDirectoryTokens(database, principal.environmentId, path.directoryId, {
        limit: limit + 1,
        ...(after !== undefined && { after }),
      });
      if (rows === undefined) throw notFound('directory', path.directoryId);
      return { status: 200, body: toPage(rows, limit, (row) => row) };
    },

    async revokeDirectoryToken({ principal, path }) {
      const { directoryId, tokenId } = path;
      const isThere = await revokeDirectoryToken(database, principal.environmentId, directoryId, tokenId);
      if (!isThere) throw notFound('token', tokenId);
      return { status: 204 };
    },
  };
}
