import type { Queryable } from '../store/database.ts';
import type { LockedEndpoint } from '../store/endpoint-health.ts';
import { disableEndpoint, enqueueEndpointEvent, listOtherEndpoints } from '../store/endpoint-state.ts';
import { createEndpointEvent } from './endpoint-event.ts';

/** Disables an endpoint that failed for too long or is gone, and tells the others of its environment. */
export async function disableFailedEndpoint(
  tx: Queryable,
  { id, environmentId }: LockedEndpoint,
  reason: 'failing' | 'gone',
  now: Date,
): Promise<void> {
  const row = await disableEndpoint(tx, id, reason, now);
  if (row === undefined) return;
  const event = createEndpointEvent('endpoint.disabled', row, now);
  const others = await listOtherEndpoints(tx, environmentId, id, event.type);
  await enqueueEndpointEvent(tx, others, event);
}
