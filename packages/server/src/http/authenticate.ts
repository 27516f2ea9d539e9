import { recordRequest } from '../directory/directories.ts';
import type { DirectoriesContext } from '../directory/directories.ts';
import type { LenienceCounter } from '../directory/lenience-counter.ts';
import {
  hashSecret,
  isSameSecret,
  mayBeApiKey,
  mayBeDirectoryToken,
  readBearer,
  readDirectoryToken,
} from '../directory/secrets.ts';
import { ScimError } from '../scim/error.ts';
import { createMode } from '../scim/mode.ts';
import type { Lenience } from '../scim/mode.ts';
import { authenticateApiKey } from '../store/api-keys.ts';
import { authenticateDirectory } from '../store/directory-tokens.ts';
import { isUuid } from '../store/uuid-text.ts';
import type { Admission } from './admission.ts';
import type { Authenticate, Principals } from './principal.ts';
import { ProblemError } from './problem.ts';
import { RetryLaterError, wholeSeconds } from './retry-later.ts';

export interface AuthenticateOptions extends DirectoriesContext {
  /** Opens the operations of the operator; `undefined`: nothing does. */
  readonly operatorKey: string | undefined;
  /** Opens the metrics; `undefined`: nothing does. */
  readonly metricsToken: string | undefined;
  /** Of the tokens of directories, counted for each directory. */
  readonly directoryAdmission: Admission;
  readonly apiKeyAdmission: Admission;
  readonly leniences: Pick<LenienceCounter, 'note'>;
}

type Authenticators = {
  readonly [S in keyof Principals]: (
    authorization: string | null,
    path: Readonly<Record<string, string>>,
  ) => Promise<Principals[S]>;
};

/**
 * Looks every key and token up at every request: no cache outlives a revocation. What cannot be one is refused
 * without a look, and so is who is over the limit.
 */
export function createAuthenticate(options: AuthenticateOptions): Authenticate {
  const { database, operatorKey, metricsToken, directoryAdmission, apiKeyAdmission, leniences } = options;
  const authenticators: Authenticators = {
    async directoryToken(authorization, { directoryId = '' }) {
      const token = readDirectoryToken(authorization);
      const directory =
        token !== undefined && mayBeDirectoryToken(token) && isUuid(directoryId)
          ? await admit(token, {
              admission: directoryAdmission,
              // A token that is tried on another directory is not refused on its own.
              place: directoryId.toLowerCase(),
              lookUp: (hash) => authenticateDirectory(database, directoryId, hash),
              idOf: ({ id }) => id,
              // Without a scimType: `tooMany` is about the results of a filter (RFC 7644 table 9).
              tooMany: (wait) =>
                new ScimError(429, `Too many requests for this directory; try again in ${wait}.`),
            })
          : undefined;
      if (directory === undefined) {
        throw new ScimError(
          401,
          'A valid token of this directory is expected: "Authorization: Bearer dst_…".',
        );
      }
      await recordRequest(options, directory);
      const note = (lenience: Lenience): void => leniences.note(directory.id, lenience);
      return { ...directory, mode: createMode(directory.settings.mode, note) };
    },

    async apiKey(authorization) {
      const key = readBearer(authorization);
      const principal =
        key !== undefined && mayBeApiKey(key)
          ? await admit(key, {
              admission: apiKeyAdmission,
              place: '',
              lookUp: (hash) => authenticateApiKey(database, hash),
              idOf: ({ apiKeyId }) => apiKeyId,
              tooMany: (wait) => new ProblemError('rate_limited', `Too many requests; try again in ${wait}.`),
            })
          : undefined;
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

    async metricsToken(authorization) {
      const token = readBearer(authorization);
      if (token !== undefined && metricsToken !== undefined && isSameSecret(token, metricsToken))
        return undefined;
      throw new ProblemError(
        'unauthorized',
        metricsToken === undefined
          ? 'Nobody may read the metrics: the server was started without DIRSYNC_METRICS_TOKEN.'
          : 'The token of DIRSYNC_METRICS_TOKEN is expected.',
      );
    },

    async none() {
      return undefined;
    },
  };
  return (security, request, path) => authenticators[security](request.headers.get('authorization'), path);
}

/** What is asked of one kind of credential. */
interface Kind<Owner> {
  readonly admission: Admission;
  /** What it is to open. */
  readonly place: string;
  readonly lookUp: (hash: Buffer) => Promise<Owner | undefined>;
  /** Whose requests are counted together. */
  readonly idOf: (owner: Owner) => string;
  readonly tooMany: (wait: string) => ScimError | ProblemError;
}

/** Looks a credential up, unless its owner, or whoever sends unknown ones, must wait. */
async function admit<Owner>(
  secret: string,
  { admission, place, lookUp, idOf, tooMany }: Kind<Owner>,
): Promise<Owner | undefined> {
  const hash = hashSecret(secret);
  const credential = place + hash.toString('base64');
  function passOrThrow(waitMs: number): void {
    if (waitMs === 0) return;
    const seconds = wholeSeconds(waitMs);
    throw new RetryLaterError(tooMany(seconds === 1 ? '1 second' : `${seconds} seconds`), seconds);
  }
  passOrThrow(admission.mayLookUp(credential));
  const owner = await lookUp(hash);
  if (owner === undefined) admission.refused(credential);
  else passOrThrow(admission.accepted(credential, idOf(owner)));
  return owner;
}
