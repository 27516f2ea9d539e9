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
  /** What one owner may send in a second; at once it is twice as much. Undefined: without any limit. */
  readonly perSecond: number | undefined;
  /** Told of each request that has to wait: its owner sends too much, or others send what opens nothing. */
  readonly onLimited?: (reason: LimitReason) => void;
  /** A clock in milliseconds that never goes back. */
  readonly now?: () => number;
}

export type LimitReason = 'owner' | 'unknown';

/** Owners and credentials that are remembered; a forgotten owner starts with a full bucket. */
const remembered = 20_000;

/** Lookups in a second of one credential that opened nothing when it was last looked up: a client with an old one in a loop. */
const refusedPerSecond = 1;
const refusedBurst = 10;

/**
 * Lookups in a second of credentials that were not seen before. Whoever sends random ones is held to this; one that
 * was seen to be good is looked up all the same.
 */
const unseenPerSecond = 500;

/** Makes an admission for one kind of credential. */
export function createAdmission(options: AdmissionOptions): Admission {
  const { perSecond, onLimited, now = () => performance.now() } = options;
  const buckets = createRecentMap<TokenBucket>(remembered);
  /** The owner of each credential that was good when it was last looked up. */
  const owners = createRecentMap<string>(remembered);
  /** Of the credentials that opened nothing. */
  const refusals = createRecentMap<TokenBucket>(remembered);
  const unseen = createTokenBucket({ perSecond: unseenPerSecond, burst: 2 * unseenPerSecond, now });

  function tell(waitMs: number, reason: LimitReason): number {
    if (waitMs > 0) onLimited?.(reason);
    return waitMs;
  }

  return {
    mayLookUp(credential) {
      if (perSecond === undefined) return 0;
      const owner = owners.get(credential);
      if (owner !== undefined) return tell(buckets.get(owner)?.waitMs() ?? 0, 'owner');
      // Taken before it is known how the lookup ends: of many at once no more pass.
      return tell(refusals.get(credential)?.take() ?? unseen.waitMs(), 'unknown');
    },
    accepted(credential, owner) {
      if (perSecond === undefined) return 0;
      owners.set(credential, owner);
      let bucket = buckets.get(owner);
      if (bucket === undefined) {
        bucket = createTokenBucket({ perSecond, burst: 2 * perSecond, now });
        buckets.set(owner, bucket);
      }
      return tell(bucket.take(), 'owner');
    },
    refused(credential) {
      owners.delete(credential);
      if (refusals.get(credential) !== undefined) return;
      unseen.take();
      const bucket = createTokenBucket({ perSecond: refusedPerSecond, burst: refusedBurst, now });
      bucket.take();
      refusals.set(credential, bucket);
    },
  };
}
