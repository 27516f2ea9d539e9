import type { Database } from '../store/database.ts';
import { getDelivery } from '../store/deliveries.ts';
import type { DeliveryRow } from '../store/deliveries.ts';
import { probeNow } from '../store/delivery-retry.ts';
import { databaseNow } from '../store/endpoint-health.ts';
import { enqueueEndpointEvent } from '../store/endpoint-state.ts';
import { getWebhookEndpoint } from '../store/webhook-endpoints.ts';
import { createEndpointEvent } from './endpoint-event.ts';

/** Sends `endpoint.test` to an endpoint, whatever its filters; undefined when there is none. */
export async function testEndpoint(
  database: Database,
  environmentId: string,
  endpointId: string,
  clock: Date | undefined,
): Promise<DeliveryRow | 'disabled' | undefined> {
  return database.transaction(async (tx) => {
    const endpoint = await getWebhookEndpoint(tx, environmentId, endpointId);
    if (endpoint === undefined) return undefined;
    const now = clock ?? (await databaseNow(tx));
    const event = createEndpointEvent('endpoint.test', endpoint, now);
    const [deliveryId] = await enqueueEndpointEvent(tx, [endpointId], event);
    if (deliveryId === undefined) return 'disabled';
    await probeNow(tx, endpointId, now);
    return (await getDelivery(tx, environmentId, deliveryId))?.delivery;
  });
}
