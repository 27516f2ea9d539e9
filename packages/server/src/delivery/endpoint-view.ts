import { encodeEventCursor } from '../directory/cursor.ts';
import type { components } from '../generated/api.ts';
import { resumePosition } from '../store/endpoint-feed.ts';
import type { WebhookEndpointRow } from '../store/webhook-endpoints.ts';

type WebhookEndpoint = components['schemas']['WebhookEndpoint'];

/** The endpoint as the directory API and the events about endpoints show it. */
export function toWebhookEndpoint(row: WebhookEndpointRow): WebhookEndpoint {
  const { id, url, description, eventTypes, directoryIds, signatures, publicKey } = row;
  const resume = resumePosition(row);
  const { state, disabledReason, disabledAt, failingSince, nextProbeAt, createdAt, updatedAt } = row;
  return {
    ...{ id, url, description },
    // Only the contract's types pass the validator.
    eventTypes: eventTypes as WebhookEndpoint['eventTypes'],
    directoryIds: directoryIds === null ? null : [...directoryIds],
    signatures: [...signatures],
    ...{ publicKey, state, disabledReason, disabledAt },
    resumeCursor: resume === null ? null : encodeEventCursor(resume),
    ...{ failingSince, nextProbeAt },
    replay: toReplay(row),
    ...{ createdAt, updatedAt },
  };
}

function toReplay(row: WebhookEndpointRow): WebhookEndpoint['replay'] {
  const { replayAfter, replayUntil, replayStartedAt, replayFinishedAt, replayDeliveries, feedPosition } = row;
  if (replayAfter === null || replayUntil === null || replayStartedAt === null) return null;
  const length = replayUntil - replayAfter;
  const done = (feedPosition ?? replayUntil) - replayAfter;
  return {
    after: encodeEventCursor(replayAfter),
    startedAt: replayStartedAt,
    finishedAt: replayFinishedAt,
    deliveries: replayDeliveries ?? 0,
    progress: replayFinishedAt !== null || length <= 0 ? 1 : Math.min(1, Math.max(0, done / length)),
  };
}
