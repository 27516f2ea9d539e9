import { randomUUID } from 'node:crypto';
import { claimDeliveries, claimFailedDeliveries, claimProbes } from '../store/delivery-claims.ts';
import type { ClaimedDelivery } from '../store/delivery-claims.ts';
import type { Depths } from './depths.ts';
import type { Lanes } from './lanes.ts';
import type { DeliveryWorkerOptions } from './worker-options.ts';

/** A claimed delivery that is to be sent. */
export interface Job {
  readonly delivery: ClaimedDelivery;
  /** By the clock of `performance`. */
  readonly claimedAt: number;
}

export interface ClaimsOptions extends DeliveryWorkerOptions {
  readonly lanes: Lanes<Job>;
  readonly retryLanes: Lanes<Job>;
  readonly depths: Depths;
}

/** Fills the lanes of a worker; both claims answer how long to pause before the next one. */
export interface Claims {
  claim(): Promise<number>;
  /** What has failed by itself, and probes of endpoints whose breaker is open. */
  claimRetries(): Promise<number>;
  /** More may be due than was claimed. */
  readonly isLimited: boolean;
}

/** Short statements, and every endpoint gets its turn. */
const maxClaimed = 256;

export function createClaims(options: ClaimsOptions): Claims {
  const { database, lanes, retryLanes, depths, now, onLeasesExpired } = options;
  const { maxInFlight = 2048, leaseMs = 60_000, pollMs = 1000 } = options;
  const { maxRetriesInFlight = 256, maxRetriesPerEndpoint = 4 } = options;
  let isLimited = false;

  function fill(into: Lanes<Job>, claimed: readonly ClaimedDelivery[], claimedAt: number): void {
    for (const delivery of claimed) into.add(delivery.endpointId, { delivery, claimedAt });
    const expired = claimed.filter(({ wasLeased }) => wasLeased).length;
    if (expired > 0) onLeasesExpired?.(expired);
  }

  async function claim(): Promise<number> {
    // Until it is known: whatever is written meanwhile asks for another claim.
    isLimited = true;
    const limit = Math.min(maxInFlight - lanes.size, maxClaimed);
    if (limit <= 0) return pollMs;
    const held = lanes.counts();
    const claimedAt = performance.now();
    const lease = { leaseId: randomUUID(), leaseMs, now: now?.() };
    const limits = { limit, limitPerEndpoint: depths.least, ownLimits: depths.deeper(), held };
    const claimed = await claimDeliveries(database, { ...lease, ...limits });
    for (const { endpointId } of claimed) held.set(endpointId, (held.get(endpointId) ?? 0) + 1);
    fill(lanes, claimed, claimedAt);
    const isFull = claimed.length === limit;
    isLimited = isFull || [...held].some(([endpointId, count]) => count >= depths.of(endpointId));
    return isFull ? 0 : pollMs;
  }

  async function claimRetries(): Promise<number> {
    const limit = Math.min(maxRetriesInFlight - retryLanes.size, maxClaimed);
    if (limit <= 0) return pollMs;
    const claimedAt = performance.now();
    const lease = { leaseMs, now: now?.() };
    const probes = await claimProbes(database, { ...lease, leaseId: randomUUID(), limit });
    fill(retryLanes, probes, claimedAt);
    const room = limit - probes.length;
    if (room === 0) return 0;
    const held = retryLanes.counts();
    const limits = { limit: room, limitPerEndpoint: maxRetriesPerEndpoint, held };
    const failed = await claimFailedDeliveries(database, { ...lease, ...limits, leaseId: randomUUID() });
    fill(retryLanes, failed, claimedAt);
    return failed.length === room ? 0 : pollMs;
  }

  return {
    claim,
    claimRetries,
    get isLimited() {
      return isLimited;
    },
  };
}
