import type { components } from '../generated/api.ts';
import type { EndpointEvent } from '../store/endpoint-state.ts';
import { newId } from '../store/new-id.ts';
import type { WebhookEndpointRow } from '../store/webhook-endpoints.ts';
import { toWebhookEndpoint } from './endpoint-view.ts';

type EndpointEvents = components['schemas']['EndpointDisabledEvent' | 'EndpointTestEvent'];

/** An event about an endpoint, as it is signed and sent. */
export function createEndpointEvent(
  type: EndpointEvents['type'],
  row: WebhookEndpointRow,
  now: Date,
): EndpointEvent {
  const id = newId();
  const event = { id, type, timestamp: now.toISOString(), data: { endpoint: toWebhookEndpoint(row) } };
  return { id, type, body: JSON.stringify(event) };
}
