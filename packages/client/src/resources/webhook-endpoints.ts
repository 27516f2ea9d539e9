import type {
  Delivery,
  WebhookEndpoint,
  WebhookEndpointCreated,
  WebhookEndpointInput,
  WebhookEndpointList,
  WebhookEndpointReplayInput,
  WebhookEndpointSecret,
  WebhookEndpointSecretInput,
  WebhookEndpointUpdate,
} from '../generated/api.ts';
import type { Listing } from '../pagination.ts';
import type { ListOptions, RequestOptions } from '../request-options.ts';
import type { Transport } from '../transport.ts';
import type { ListQuery } from './operation.ts';

/**
 * Where events are sent.
 *
 * @example
 * ```ts
 * async function enableMended(endpoints: WebhookEndpointsResource): Promise<void> {
 *   for await (const { id, disabledReason } of endpoints.list()) {
 *     if (disabledReason === 'failing') await endpoints.update(id, { state: 'enabled' });
 *   }
 * }
 * await enableMended(dirsync.webhookEndpoints);
 * ```
 */
export interface WebhookEndpointsResource {
  /** Sends the events that happen from now on to a URL; `secret` is shown this once. */
  create(input: WebhookEndpointInput, options?: RequestOptions): Promise<WebhookEndpointCreated>;
  /** Lists endpoints, oldest first. */
  list(query?: ListQuery<'listWebhookEndpoints'>, options?: ListOptions): Listing<WebhookEndpointList>;
  /** Reads one endpoint, without its secret. */
  get(endpointId: string, options?: RequestOptions): Promise<WebhookEndpoint>;
  /** Changes what is given and leaves the rest. */
  update(
    endpointId: string,
    changes: WebhookEndpointUpdate,
    options?: RequestOptions,
  ): Promise<WebhookEndpoint>;
  /** Deletes an endpoint: nothing more is sent to it. */
  delete(endpointId: string, options?: RequestOptions): Promise<void>;
  /** Makes a new secret, shown this once, and a new key pair; for the overlap messages are signed with both. */
  rotateSecret(
    endpointId: string,
    input?: WebhookEndpointSecretInput,
    options?: RequestOptions,
  ): Promise<WebhookEndpointSecret>;
  /** Sends an `endpoint.test` event, whatever the filters; its delivery tells what the receiver answers. */
  test(endpointId: string, options?: RequestOptions): Promise<Delivery>;
  /** Sends what lies behind a cursor of the event log again; `replay` of the endpoint shows how far it is. */
  replay(
    endpointId: string,
    input: WebhookEndpointReplayInput,
    options?: RequestOptions,
  ): Promise<WebhookEndpoint>;
}

export function createWebhookEndpoints({ http, init, send, list }: Transport): WebhookEndpointsResource {
  return {
    create: (body, options) => send(http.POST('/v1/webhook-endpoints', { body, ...init(options) })),
    list: (filters = {}, options) =>
      list(filters, options, (query) =>
        http.GET('/v1/webhook-endpoints', { params: { query }, ...init(options) }),
      ),
    get: (endpointId, options) => {
      const call = { params: { path: { endpointId } }, ...init(options) };
      return send(http.GET('/v1/webhook-endpoints/{endpointId}', call));
    },
    update: (endpointId, body, options) => {
      const call = { params: { path: { endpointId } }, body, ...init(options) };
      return send(http.PATCH('/v1/webhook-endpoints/{endpointId}', call));
    },
    delete: async (endpointId, options) => {
      const call = { params: { path: { endpointId } }, ...init(options) };
      await send(http.DELETE('/v1/webhook-endpoints/{endpointId}', call));
    },
    rotateSecret: (endpointId, body = {}, options) => {
      const call = { params: { path: { endpointId } }, body, ...init(options) };
      return send(http.POST('/v1/webhook-endpoints/{endpointId}/rotate-secret', call));
    },
    test: (endpointId, options) => {
      const call = { params: { path: { endpointId } }, ...init(options) };
      return send(http.POST('/v1/webhook-endpoints/{endpointId}/test', call));
    },
    replay: (endpointId, body, options) => {
      const call = { params: { path: { endpointId } }, body, ...init(options) };
      return send(http.POST('/v1/webhook-endpoints/{endpointId}/replay', call));
    },
  };
}
