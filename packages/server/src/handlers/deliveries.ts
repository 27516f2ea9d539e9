import type { components } from '../generated/api.ts';
import type { HandlersOf } from '../contract.ts';
import { retryNow } from '../delivery/retry-delivery.ts';
import type { RetryFault } from '../delivery/retry-delivery.ts';
import { ProblemError, notFound } from '../http/problem.ts';
import { getDelivery, listDeliveries } from '../store/deliveries.ts';
import type { DeliveryRow } from '../store/deliveries.ts';
import { defaultLimit, readCursor, toPage } from './page.ts';
import type { Services } from './services.ts';

type Delivery = components['schemas']['Delivery'];

/** What was sent to whom, and how the receiver answered. */
export function deliveriesHandlers({ database, wake, now }: Services): HandlersOf<'Deliveries'> {
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

    async retryDelivery({ principal, path }) {
      const row = await retryNow(database, principal.environmentId, path.deliveryId, now?.());
      if (typeof row === 'string') throw retryProblem(row, path.deliveryId);
      wake.notify('dirsync_deliveries');
      return { status: 200, body: toDelivery(row) };
    },
  };
}

function retryProblem(fault: RetryFault, deliveryId: string): ProblemError {
  if (fault === 'not-found') return notFound('delivery', deliveryId);
  const detail =
    fault === 'disabled'
      ? 'The webhook endpoint is disabled: enable it, and it goes on from where it stood.'
      : 'An earlier delivery of the same user or group comes first: retry that one.';
  return new ProblemError('conflict', detail);
}

/** The delivery as the directory API shows it. */
export function toDelivery({ state, eventType, ...row }: DeliveryRow): Delivery {
  return {
    ...row,
    // Endpoints are given events of the contract's types only.
    eventType: eventType as Delivery['eventType'],
    // Whether it waits for its turn or for its time is the queue's own affair.
    state: state === 'waiting' || state === 'ready' ? 'pending' : state,
  };
}
