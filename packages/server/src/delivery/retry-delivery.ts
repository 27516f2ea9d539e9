import type { Database } from '../store/database.ts';
import { getDelivery } from '../store/deliveries.ts';
import type { DeliveryRow } from '../store/deliveries.ts';
import { probeNow, retryDelivery } from '../store/delivery-retry.ts';
import { getWebhookEndpoint } from '../store/webhook-endpoints.ts';

/** Why a delivery is not sent at once. */
export type RetryFault =
  /** There is no such delivery. */
  | 'not-found'
  /** Its endpoint is disabled. */
  | 'disabled'
  /** An earlier delivery of the same resource comes first. */
  | 'waiting';

/** Sends a delivery at once; one that is being sent is left alone. */
export async function retryNow(
  database: Database,
  environmentId: string,
  deliveryId: string,
  now: Date | undefined,
): Promise<DeliveryRow | RetryFault> {
  return database.transaction(async (tx) => {
    const found = await getDelivery(tx, environmentId, deliveryId);
    if (found === undefined) return 'not-found';
    const { endpointId } = found.delivery;
    const endpoint = await getWebhookEndpoint(tx, environmentId, endpointId);
    if (endpoint?.state !== 'enabled') return 'disabled';
    const retried = await retryDelivery(tx, environmentId, deliveryId, now);
    if (retried === undefined) return found.delivery.state === 'waiting' ? 'waiting' : found.delivery;
    await probeNow(tx, endpointId, now);
    return retried;
  });
}
