import type { Delivery, WebhookEndpoint, WebhookEndpointUpdate } from '../generated/api.ts';
import { found, MockFailure } from './failure.ts';
import { addDelivery } from './log.ts';
import { eventCursorAt, pageOf, positionOf } from './page.ts';
import type { MockHandlers } from './request.ts';
import type { State } from './state.ts';

type EndpointOperation =
  | 'createWebhookEndpoint'
  | 'listWebhookEndpoints'
  | 'getWebhookEndpoint'
  | 'updateWebhookEndpoint'
  | 'deleteWebhookEndpoint'
  | 'rotateWebhookEndpointSecret'
  | 'testWebhookEndpoint'
  | 'replayWebhookEndpoint'
  | 'listDeliveries'
  | 'getDelivery'
  | 'retryDelivery';

// 32 bytes in base64, the same in every run.
const secret = `whsec_${'bW9jaw'.padEnd(43, 'A')}=`;
const publicKey = `whpk_${'bW9jaw'.padEnd(43, 'A')}=`;

/** Webhook endpoints, and deliveries that are never sent. */
export function endpointHandlers(state: State): MockHandlers<EndpointOperation> {
  const { endpoints, deliveries } = state;
  const findEndpoint = (id: string): WebhookEndpoint => found(endpoints.get(id), 'webhook endpoint', id);
  const findDelivery = (id: string): Delivery => found(deliveries.get(id), 'delivery', id);

  return {
    createWebhookEndpoint({ body }) {
      const id = state.nextId();
      const now = state.now();
      const endpoint: WebhookEndpoint = {
        ...{ id, url: body.url, description: body.description ?? null },
        ...{ eventTypes: body.eventTypes ?? null, directoryIds: body.directoryIds ?? null },
        ...{ signatures: body.signatures ?? ['v1'], publicKey, state: 'enabled' },
        ...{ disabledReason: null, disabledAt: null, resumeCursor: null },
        ...{ failingSince: null, nextProbeAt: null, replay: null, createdAt: now, updatedAt: now },
      };
      endpoints.set(id, endpoint);
      return { ...endpoint, secret };
    },
    listWebhookEndpoints: ({ query }) => pageOf(endpoints.values(), query),
    getWebhookEndpoint: ({ path }) => findEndpoint(path.endpointId),
    updateWebhookEndpoint({ path, body }) {
      const endpoint = changed(state, findEndpoint(path.endpointId), body);
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
      return { secret, publicKey, previousSecretExpiresAt: expiresAt };
    },
    testWebhookEndpoint({ path }) {
      const { id } = findEndpoint(path.endpointId);
      const event = { id: state.nextId(), type: 'endpoint.test', directoryId: null, sequence: null } as const;
      return addDelivery(state, id, event);
    },
    replayWebhookEndpoint({ path, body }) {
      const endpoint = findEndpoint(path.endpointId);
      positionOf(body.after, state);
      const now = state.now();
      // It is over at once, since nothing is sent.
      const replay = { after: body.after, startedAt: now, finishedAt: now, deliveries: 0, progress: 1 };
      endpoints.set(endpoint.id, { ...endpoint, replay });
      return { ...endpoint, replay };
    },

    listDeliveries({ query }) {
      const { endpointId, eventId, state: wanted, ...page } = query;
      const isWanted = (delivery: Delivery): boolean =>
        (endpointId === undefined || delivery.endpointId === endpointId) &&
        (eventId === undefined || delivery.eventId === eventId) &&
        (wanted === undefined || delivery.state === wanted);
      return newestFirst([...deliveries.values()].filter(isWanted), page);
    },
    getDelivery: ({ path }) => ({ ...findDelivery(path.deliveryId), attemptLog: [] }),
    retryDelivery({ path }) {
      findDelivery(path.deliveryId);
      throw new MockFailure(
        409,
        'conflict',
        'The delivery is pending, as all of the mock are: it has not failed.',
      );
    },
  };
}

function changed(state: State, endpoint: WebhookEndpoint, changes: WebhookEndpointUpdate): WebhookEndpoint {
  const now = state.now();
  const updated = { ...endpoint, ...changes, updatedAt: now };
  if (updated.state === endpoint.state) return updated;
  return updated.state === 'disabled'
    ? {
        ...updated,
        disabledReason: 'requested',
        disabledAt: now,
        resumeCursor: eventCursorAt(state.log.length),
      }
    : { ...updated, disabledReason: null, disabledAt: null, resumeCursor: null };
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
