import { createRecentMap } from './recent-map.ts';
import { createTokenBucket } from './token-bucket.ts';
import type { TokenBucket } from './token-bucket.ts';

/**
 * Decides who may go on, in this process and without asking the database. Each answer is how many milliseconds to
 * wait first; 0: go on.
 */
export interface Admission {
  /** Before a credential is looked up. */
  mayLookUp(credential: string): number;
  /** The credential is a live one of this owner: counts the request. */
  accepted(credential: string, owner: string): number;
  /** The credential opens nothing. */
  refused(credential: string): void;
}

export interface AdmissionOptions {
  /** What one owner may send in a second; at once it is twice as much. Undefined: without a limit. */
  readonly perSecond: number | undefined;
  /** A clock in milliseconds that never goes back. */
  readonly now?: () => number;
}

/** Owners and credentials that are remembered; a forgotten owner starts with a full bucket. */
const remembered = 20_000;

/**
 * Lookups of credentials that turn out to open nothing, in a second. Whoever sends random ones is held to this; a
 * credential that was seen to be good is looked up all the same, so nobody can lock its owner out.
 */
const refusedPerSecond = 100;

/** Makes an admission for one kind of credential. */
export function createAdmission({ perSecond, now = () => performance.now() }: AdmissionOptions): Admission {
  const buckets = createRecentMap<TokenBucket>(remembered);
  /** The owner of each credential that was good when it was last looked up. */
  const owners = createRecentMap<string>(remembered);
  const refusals = createTokenBucket({ perSecond: refusedPerSecond, burst: 2 * refusedPerSecond, now });

  return {
    mayLookUp(credential) {
      const owner = owners.get(credential);
      if (owner === undefined) return refusals.waitMs();
      return buckets.get(owner)?.waitMs() ?? 0;
    },
    accepted(credential, owner) {
      owners.set(credential, owner);
      if (perSecond === undefined) return 0;
      let bucket = buckets.get(owner);
      if (bucket === undefined) {
        bucket = createTokenBucket({ perSecond, burst: 2 * perSecond, now });
        buckets.set(owner, bucket);
      }
      return bucket.take();
    },
    refused(credential) {
      owners.delete(credential);
      refusals.take();
    },
  };
}
