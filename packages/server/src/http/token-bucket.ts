/** Lets so many requests pass, and as many more each second as it is set to. */
export interface TokenBucket {
  /** How many milliseconds until one may pass; 0: at once. */
  waitMs(): number;
  /** The same, and when it is 0, one has passed. */
  take(): number;
}

export interface TokenBucketOptions {
  readonly perSecond: number;
  /** How many may pass at once. */
  readonly burst: number;
  /** A clock in milliseconds that never goes back. */
  readonly now: () => number;
}

/** Makes a full one. */
export function createTokenBucket({ perSecond, burst, now }: TokenBucketOptions): TokenBucket {
  let tokens = burst;
  let filledAt = now();

  function waitMs(): number {
    const time = now();
    tokens = Math.min(burst, tokens + ((time - filledAt) / 1000) * perSecond);
    filledAt = time;
    return tokens >= 1 ? 0 : ((1 - tokens) / perSecond) * 1000;
  }

  return {
    waitMs,
    take() {
      const wait = waitMs();
      if (wait === 0) tokens -= 1;
      return wait;
    },
  };
}
