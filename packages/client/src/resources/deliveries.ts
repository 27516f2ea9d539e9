import type { Delivery, DeliveryDetail, DeliveryList } from '../generated/api.ts';
import type { Listing } from '../pagination.ts';
import type { ListOptions, RequestOptions } from '../request-options.ts';
import type { Transport } from '../transport.ts';
import type { ListQuery } from './operation.ts';

/**
 * What was sent to webhook endpoints, and what is to be sent.
 *
 * @example
 * ```ts
 * async function retryFailed(deliveries: DeliveriesResource): Promise<void> {
 *   for await (const { id } of deliveries.list({ endpointId, state: 'failed' })) await deliveries.retry(id);
 * }
 * await retryFailed(dirsync.deliveries);
 * ```
 */
export interface DeliveriesResource {
  /** Lists deliveries that match all the filters, newest first. */
  list(query?: ListQuery<'listDeliveries'>, options?: ListOptions): Listing<DeliveryList>;
  /** Reads one delivery with its attempts. */
  get(deliveryId: string, options?: RequestOptions): Promise<DeliveryDetail>;
  /** Sends one delivery at once: without its wait, or once more when it failed or was delivered. */
  retry(deliveryId: string, options?: RequestOptions): Promise<Delivery>;
}

export function createDeliveries({ http, init, send, list }: Transport): DeliveriesResource {
  return {
    list: (filters = {}, options) =>
      list(filters, options, (query) => http.GET('/v1/deliveries', { params: { query }, ...init(options) })),
    get: (deliveryId, options) => {
      const call = { params: { path: { deliveryId } }, ...init(options) };
      return send(http.GET('/v1/deliveries/{deliveryId}', call));
    },
    retry: (deliveryId, options) => {
      const call = { params: { path: { deliveryId } }, ...init(options) };
      return send(http.POST('/v1/deliveries/{deliveryId}/retry', call));
    },
  };
}
