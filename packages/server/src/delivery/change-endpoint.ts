import type { Database } from '../store/database.ts';
import { probeNow } from '../store/delivery-retry.ts';
import { lockEndpoints } from '../store/endpoint-health.ts';
import { disableEndpoint, enableEndpoint } from '../store/endpoint-state.ts';
import { hasExpired, resumePosition } from '../store/endpoint-feed.ts';
import { getWebhookEndpoint, updateWebhookEndpoint } from '../store/webhook-endpoints.ts';
import type { WebhookEndpointChange, WebhookEndpointRow } from '../store/webhook-endpoints.ts';

export interface EndpointChange extends WebhookEndpointChange {
  readonly state?: WebhookEndpointRow['state'] | undefined;
}

/**
 * Changes an endpoint. `cursor-expired`: it cannot go on from where it stood, since what followed is no longer kept;
 * nothing changed. undefined: there is no such endpoint.
 */
export async function changeEndpoint(
  database: Database,
  environmentId: string,
  id: string,
  { state, ...change }: EndpointChange,
  now: Date | undefined,
): Promise<WebhookEndpointRow | 'cursor-expired' | undefined> {
  return database.transaction(async (tx) => {
    if ((await getWebhookEndpoint(tx, environmentId, id)) === undefined) return undefined;
    await lockEndpoints(tx, [id]);
    const before = await getWebhookEndpoint(tx, environmentId, id);
    if (before === undefined) return undefined;
    if (state !== undefined && before.state !== state) {
      const position = resumePosition(before);
      if (state === 'disabled') await disableEndpoint(tx, id, 'requested', now);
      else if (position !== null && (await hasExpired(tx, before, position))) return 'cursor-expired';
      else await enableEndpoint(tx, id, now);
    }
    // What is there now may be well.
    if (change.url !== undefined) await probeNow(tx, id, now);
    return updateWebhookEndpoint(tx, environmentId, id, change);
  });
}
