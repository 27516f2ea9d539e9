import { recordRequest } from '../directory/directories.ts';
import type { DirectoriesContext } from '../directory/directories.ts';
import { hashSecret, isSameSecret, readBearer, readDirectoryToken } from '../directory/secrets.ts';
import { ScimError } from '../scim/error.ts';
import { authenticateApiKey } from '../store/api-keys.ts';
import { authenticateDirectory } from '../store/directory-tokens.ts';
import type { Authenticate, Principals } from './principal.ts';
import { ProblemError } from './problem.ts';

export interface AuthenticateOptions extends DirectoriesContext {
  /** Opens the operations of the operator; `undefined`: nothing does. */
  readonly operatorKey: string | undefined;
}

type Authenticators = {
  readonly [S in keyof Principals]: (
    authorization: string | null,
    path: Readonly<Record<string, string>>,
  ) => Promise<Principals[S]>;
};

/** Looks every key and token up at every request: no cache outlives a revocation. */
export function createAuthenticate(options: AuthenticateOptions): Authenticate {
  const { database, operatorKey } = options;
  const authenticators: Authenticators = {
    async directoryToken(authorization, path) {
      const token = readDirectoryToken(authorization);
      const directory =
        token === undefined
          ? undefined
          : await authenticateDirectory(database, path['directoryId'] ?? '', hashSecret(token));
      if (directory === undefined) {
        throw new ScimError(
          401,
          'A valid token of this directory is expected: "Authorization: Bearer dst_…".',
        );
      }
      await recordRequest(options, directory);
      return directory;
    },

    async apiKey(authorization) {
      const key = readBearer(authorization);
      const principal = key === undefined ? undefined : await authenticateApiKey(database, hashSecret(key));
      if (principal !== undefined) return principal;
      throw new ProblemError('unauthorized', 'A valid API key is expected: "Authorization: Bearer dsk_…".');
    },

    async operatorKey(authorization) {
      const key = readBearer(authorization);
      if (key !== undefined && operatorKey !== undefined && isSameSecret(key, operatorKey)) return undefined;
      throw new ProblemError(
        'unauthorized',
        "The operator's key is expected; only the server's own command has it.",
      );
    },

    async none() {
      return undefined;
    },
  };
  return (security, request, path) => authenticators[security](request.headers.get('authorization'), path);
}
