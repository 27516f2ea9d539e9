import type { Database } from '../store/database.ts';
import { hasExpired, moveFeed, resumePosition, rewindFeed } from '../store/endpoint-feed.ts';
import { lockEndpoints } from '../store/endpoint-health.ts';
import { currentEventPosition } from '../store/events.ts';
import { getWebhookEndpoint } from '../store/webhook-endpoints.ts';
import type { WebhookEndpointRow } from '../store/webhook-endpoints.ts';

/** Why a replay cannot begin. */
export type ReplayFault =
  /** There is no such endpoint. */
  | 'not-found'
  /** The log does not reach as far as the cursor. */
  | 'cursor-ahead'
  /** What lies behind the cursor is no longer kept. */
  | 'cursor-expired'
  /** The endpoint has not come as far as the cursor: to begin there would leave events out. */
  | 'not-reached';

/**
 * Rewinds an endpoint to a position of the log. A replay that goes on is taken over by one that begins earlier; one
 * that begins later would leave out what the first has yet to send, so it is refused. The one exception is a disabled
 * endpoint that could not go on from where it stood anyway.
 */
export async function startReplay(
  database: Database,
  environmentId: string,
  endpointId: string,
  after: number,
  now: Date | undefined,
): Promise<WebhookEndpointRow | ReplayFault> {
  return database.transaction(async (tx) => {
    if ((await getWebhookEndpoint(tx, environmentId, endpointId)) === undefined) return 'not-found';
    await lockEndpoints(tx, [endpointId]);
    const endpoint = await getWebhookEndpoint(tx, environmentId, endpointId);
    if (endpoint === undefined) return 'not-found';
    const head = await currentEventPosition(tx);
    if (after > head) return 'cursor-ahead';
    const { feedPosition, replayUntil } = endpoint;
    if (await hasExpired(tx, endpoint, after)) return 'cursor-expired';
    if (feedPosition !== null && after > feedPosition) {
      const resume = resumePosition(endpoint);
      const isStuck = resume !== null && (await hasExpired(tx, endpoint, resume));
      return isStuck ? ((await moveFeed(tx, endpointId, after)) ?? 'not-found') : 'not-reached';
    }
    // What the endpoint has been given until now is what is repeated.
    const until = feedPosition === null ? head : Math.max(feedPosition, replayUntil ?? 0);
    return (await rewindFeed(tx, endpointId, { after, until }, now)) ?? 'not-found';
  });
}
