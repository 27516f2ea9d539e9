import type { Delivery, WebhookEndpoint } from '../generated/api.ts';
import { found } from './failure.ts';
import { nextEvent, readLog } from './log.ts';
import { eventCursorAt, pageOf, positionOf } from './page.ts';
import type { MockHandlers } from './request.ts';
import type { State } from './state.ts';

type EventOperation =
  | 'listEvents'
  | 'getEvent'
  | 'createWebhookEndpoint'
  | 'listWebhookEndpoints'
  | 'getWebhookEndpoint'
  | 'updateWebhookEndpoint'
  | 'deleteWebhookEndpoint'
  | 'rotateWebhookEndpointSecret'
  | 'listDeliveries'
  | 'getDelivery'
  | 'createApiKey'
  | 'listApiKeys'
  | 'revokeApiKey';

// 32 bytes in base64, the same in every run.
const secret = `whsec_${'bW9jaw'.padEnd(43, 'A')}=`;

export function eventHandlers(state: State): MockHandlers<EventOperation> {
  const { endpoints, deliveries, apiKeys, log } = state;
  const findEndpoint = (id: string): WebhookEndpoint => found(endpoints.get(id), 'webhook endpoint', id);

  return {
    async listEvents({ query, signal }) {
      const { directoryId, types, limit = 100, waitSeconds = 0 } = query;
      const after = positionOf(query.after, state);
      const read = () => readLog(state, { after, limit, directoryId, types });
      const until = Date.now() + waitSeconds * 1000;
      let page = read();
      while (page.data.length === 0 && Date.now() < until && !signal.aborted) {
        await nextEvent(state, until - Date.now(), signal);
        page = read();
      }
      return { data: page.data, nextCursor: eventCursorAt(page.position) };
    },
    getEvent: ({ path: { eventId } }) =>
      found(
        log.find(({ id }) => id === eventId),
        'event',
        eventId,
      ),

    createWebhookEndpoint({ body }) {
      const id = state.nextId();
      const now = state.now();
      const endpoint: WebhookEndpoint = {
        ...{ id, url: body.url, description: body.description ?? null },
        ...{ eventTypes: body.eventTypes ?? null, directoryIds: body.directoryIds ?? null },
        ...{ state: 'enabled', createdAt: now, updatedAt: now },
      };
      endpoints.set(id, endpoint);
      return { ...endpoint, secret };
    },
    listWebhookEndpoints: ({ query }) => pageOf(endpoints.values(), query),
    getWebhookEndpoint: ({ path }) => findEndpoint(path.endpointId),
    updateWebhookEndpoint({ path, body }) {
      const endpoint = { ...findEndpoint(path.endpointId), ...body, updatedAt: state.now() };
      endpoints.set(endpoint.id, endpoint);
      return endpoint;
    },
    deleteWebhookEndpoint({ path: { endpointId } }) {
      findEndpoint(endpointId);
      endpoints.delete(endpointId);
      for (const delivery of [...deliveries.values()]) {
        if (delivery.endpointId === endpointId) deliveries.delete(delivery.id);
      }
    },
    rotateWebhookEndpointSecret({ path, body }) {
      findEndpoint(path.endpointId);
      const overlapMs = (body?.overlapSeconds ?? 86_400) * 1000;
      const expiresAt = new Date(Date.parse(state.now()) + overlapMs).toISOString();
      return { secret, previousSecretExpiresAt: expiresAt };
    },

    listDeliveries({ query }) {
      const { endpointId, eventId, state: wanted, ...page } = query;
      const isWanted = (delivery: Delivery): boolean =>
        (endpointId === undefined || delivery.endpointId === endpointId) &&
        (eventId === undefined || delivery.eventId === eventId) &&
        (wanted === undefined || delivery.state === wanted);
      return newestFirst([...deliveries.values()].filter(isWanted), page);
    },
    getDelivery: ({ path: { deliveryId } }) => ({
      ...found(deliveries.get(deliveryId), 'delivery', deliveryId),
      attemptLog: [],
    }),

    createApiKey({ body }) {
      const id = state.nextId();
      const apiKey = { id, name: body.name, createdAt: state.now(), revokedAt: null };
      apiKeys.set(id, apiKey);
      return { ...apiKey, key: `dsk_mock-${id}` };
    },
    listApiKeys: ({ query }) => pageOf(apiKeys.values(), query),
    revokeApiKey({ path: { apiKeyId } }) {
      const apiKey = found(apiKeys.get(apiKeyId), 'API key', apiKeyId);
      apiKeys.set(apiKeyId, { ...apiKey, revokedAt: apiKey.revokedAt ?? state.now() });
    },
  };
}

function newestFirst(
  all: readonly Delivery[],
  { after, limit = 100 }: { readonly after?: string | undefined; readonly limit?: number | undefined },
): { data: Delivery[]; nextCursor: string | null } {
  const sorted = all.toSorted((one, other) => (one.id > other.id ? -1 : 1));
  const behind = sorted.filter(({ id }) => after === undefined || id < after);
  const data = behind.slice(0, limit);
  return { data, nextCursor: behind.length > limit ? (data.at(-1)?.id ?? null) : null };
}
