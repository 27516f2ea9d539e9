import type { Database } from '../database.ts';
import type { ClaimedDelivery } from '../delivery-claims.ts';
import { finishDeliveries, promoteDeliveries } from '../delivery-results.ts';
import type { DeliveryResult, DeliveryVerdict } from '../delivery-results.ts';
import { lockEndpoints } from '../endpoint-health.ts';

export interface FinishOptions {
  /** Default: delivered. */
  readonly verdict?: DeliveryVerdict;
  readonly report?: Partial<DeliveryResult>;
  readonly now?: Date;
}

/** Writes one attempt of each delivery, as the worker does; answers how many others became ready. */
export async function finishClaimed(
  database: Database,
  claimed: readonly Pick<ClaimedDelivery, 'endpointId' | 'id' | 'leaseId'>[],
  { verdict = { state: 'delivered', retryInMs: 0 }, report, now }: FinishOptions = {},
): Promise<number> {
  const attempt = {
    attemptedAt: now ?? new Date(),
    durationMs: 1.5,
    status: 200,
    error: null,
    responseBody: 'ok',
  };
  const results = claimed.map(({ endpointId, id, leaseId }) => ({
    ...{ endpointId, id, leaseId, verdict },
    ...attempt,
    ...report,
  }));
  return database.transaction(async (tx) => {
    await lockEndpoints(tx, [...new Set(claimed.map(({ endpointId }) => endpointId))]);
    return promoteDeliveries(tx, await finishDeliveries(tx, results, now));
  });
}
