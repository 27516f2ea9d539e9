import type { WebhookEndpointCreated, WebhookEndpointInput } from '@dirsync/client';
import type { Receiver } from './receiver.ts';
import type { Tenant } from './tenant.ts';

/** Makes an endpoint for the tenant's events, at the receiver, which verifies them. */
export async function subscribe(
  { dirsync, directoryId }: Tenant,
  receiver: Receiver,
  options: Partial<WebhookEndpointInput> = {},
): Promise<WebhookEndpointCreated> {
  const { url } = receiver;
  const endpoint = await dirsync.webhookEndpoints.create({ url, directoryIds: [directoryId], ...options });
  receiver.secret = endpoint.secret;
  return endpoint;
}
