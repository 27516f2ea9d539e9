/** How many deliveries of each endpoint a worker may have in hand, those that wait behind the sent ones included. */
export interface Depths {
  /** Learns from an attempt. */
  learn(endpointId: string, durationMs: number): void;
  of(endpointId: string): number;
  /** The endpoints that may have more than the least. */
  deeper(): ReadonlyMap<string, number>;
  /** Of an endpoint of which nothing is known. */
  readonly least: number;
}

/** Each that waits does so for one timeout at most, so its lease lasts. */
const leastRounds = 2;
const mostRounds = 16;
/** What waits is sent within this time, as far as it can be foreseen. */
const foreseenMs = 2000;
/** Of the last answers, how much the newest one counts. */
const weight = 1 / 16;
const maxKnown = 1000;

/**
 * An endpoint that answers fast takes many deliveries from one claim, so that claims are few and it never waits for one;
 * one that is slow gets little more than what is sent at once, and the other processes have the rest.
 */
export function createDepths(maxPerEndpoint: number): Depths {
  /** How long an answer of each endpoint takes. */
  const pacesMs = new Map<string, number>();
  const least = leastRounds * maxPerEndpoint;

  function depthOf(paceMs: number): number {
    const rounds = Math.floor(foreseenMs / Math.max(1, paceMs));
    return Math.min(mostRounds, Math.max(leastRounds, rounds)) * maxPerEndpoint;
  }

  return {
    least,
    learn(endpointId, durationMs) {
      const pace = pacesMs.get(endpointId);
      if (pace === undefined && pacesMs.size >= maxKnown) pacesMs.clear();
      pacesMs.set(endpointId, pace === undefined ? durationMs : pace + (durationMs - pace) * weight);
    },
    of(endpointId) {
      const pace = pacesMs.get(endpointId);
      return pace === undefined ? least : depthOf(pace);
    },
    deeper: () =>
      new Map([...pacesMs].map(([id, pace]) => [id, depthOf(pace)] as const).filter(([, n]) => n > least)),
  };
}
