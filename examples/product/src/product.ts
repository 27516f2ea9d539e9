import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Dirsync } from '@dirsync/client';
import type { WebhookEvent } from '@dirsync/webhooks';
import { toNodeHandler } from '@dirsync/webhooks/node';
import { addCustomer } from './customers.ts';
import type { Provider } from './customers.ts';
import type { People, Store } from './store.ts';
import { createEventReceiver } from './webhooks.ts';

/** What the product runs with. */
export interface ProductOptions {
  readonly dirsync: Dirsync;
  readonly store: Store;
  /** The port of the loopback address; any free one by default. */
  readonly port?: number;
  /** How dirsync reaches this product, when that is another address than the one it listens on. */
  readonly publicUrl?: string | undefined;
  /** Told of each event after it was applied. */
  readonly onEvent?: (event: WebhookEvent) => void;
}

/** The running product; `await using` stops it. */
export interface Product extends AsyncDisposable {
  readonly url: string;
}

/** What the product shows of a customer. */
export interface CustomerPage extends People {
  /** Whether the identity provider of the customer has called. */
  readonly isConnected: boolean;
}

/** Starts the product: sign-up, a page of people for each customer, and the webhook endpoint. */
export async function startProduct({
  dirsync,
  store,
  port = 0,
  publicUrl,
  onEvent = () => undefined,
}: ProductOptions): Promise<Product> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  // Only a pipe has a text here.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const secret = await findWebhookSecret(dirsync, store, `${publicUrl ?? url}/webhooks`);
  const receive = toNodeHandler(createEventReceiver(secret, store).on('*', onEvent));

  server.on('request', (request, response) => {
    const [, resource, id, part] = new URL(request.url ?? '/', url).pathname.split('/');
    const route = `${request.method} ${[resource, id && ':id', part].filter(Boolean).join('/')}`;
    answer(route, id ?? '', request, response).catch((error: unknown) => {
      console.error(error);
      sendJson(response, 500, { error: 'internal' });
    });
  });

  async function answer(
    route: string,
    id: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    switch (route) {
      case 'POST webhooks':
        return receive(request, response);
      // A real product asks here who is calling, and checks what they sent.
      case 'POST customers': {
        const customer = (await json(request)) as { name: string; provider: Provider };
        return sendJson(response, 201, await addCustomer({ dirsync, store }, customer));
      }
      case 'GET customers/:id/people': {
        const customer = store.findCustomer(id);
        if (customer === undefined) return sendJson(response, 404, { error: 'not_found' });
        const { isConnected, directoryId } = customer;
        const page: CustomerPage = { isConnected, ...store.listPeople(directoryId) };
        return sendJson(response, 200, page);
      }
      default:
        return sendJson(response, 404, { error: 'not_found' });
    }
  }

  return {
    url,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Registers the webhook endpoint at the first start. Its secret is shown only then, so it is kept. */
async function findWebhookSecret(dirsync: Dirsync, store: Store, url: string): Promise<string> {
  const known = store.findWebhookSecret(url);
  if (known !== undefined) return known;
  const { secret } = await dirsync.webhookEndpoints.create({ url, description: 'The example product' });
  store.saveWebhookSecret(url, secret);
  return secret;
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
