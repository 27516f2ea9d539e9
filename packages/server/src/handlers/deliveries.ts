import type { components } from '../generated/api.ts';
import type { HandlersOf } from '../contract.ts';
import { notFound } from '../http/problem.ts';
import { getDelivery, listDeliveries } from '../store/deliveries.ts';
import type { DeliveryRow } from '../store/deliveries.ts';
import { defaultLimit, readCursor, toPage } from './page.ts';
import type { Services } from './services.ts';

type Delivery = components['schemas']['Delivery'];

/** What was sent to whom, and how the receiver answered. */
export function deliveriesHandlers({ database }: Services): HandlersOf<'Deliveries'> {
  return {
    async listDeliveries({ principal, query }) {
      const { limit = defaultLimit, endpointId, eventId, state } = query;
      const cursor = readCursor(query.after);
      const rows = await listDeliveries(database, principal.environmentId, {
        limit: limit + 1,
        ...(endpointId !== undefined && { endpointId }),
        ...(eventId !== undefined && { eventId }),
        ...(state !== undefined && { states: state === 'pending' ? ['waiting', 'ready'] : [state] }),
        ...(cursor !== undefined && { before: cursor.after }),
      });
      return { status: 200, body: toPage(rows, limit, toDelivery) };
    },

    async getDelivery({ principal, path }) {
      const found = await getDelivery(database, principal.environmentId, path.deliveryId);
      if (found === undefined) throw notFound('delivery', path.deliveryId);
      const attemptLog = found.attempts.map(({ attempt: _attempt, ...entry }) => entry);
      return { status: 200, body: { ...toDelivery(found.delivery), attemptLog } };
    },
  };
}

function toDelivery({ state, eventType, ...row }: DeliveryRow): Delivery {
  return {
    ...row,
    // Endpoints are given events of the contract's types only.
    eventType: eventType as Delivery['eventType'],
    // Whether it waits for its turn or for its time is the queue's own affair.
    state: state === 'waiting' || state === 'ready' ? 'pending' : state,
  };
}
