/**
 * A receiver in Next.js, for the App Router and the Pages Router.
 *
 * @packageDocumentation
 */
import { toResponse } from '../answer.ts';
import { WebhookVerificationError } from '../errors.ts';
import { type NodeRequest, type NodeResponse, createNodeHandler } from './node-handler.ts';
import type { Receives } from './raw-body.ts';

/**
 * What the adapter needs of the request of a Pages API route; Next's own has more.
 *
 * @example
 * ```ts
 * const route = toNextApiRoute(createWebhooks);
 *
 * export const config = { api: { bodyParser: false } };
 * export default async function webhooks(request: NextApiRequestLike, response: NextApiResponseLike) {
 *   console.log('webhook', request.headers['webhook-id']);
 *   await route(request, response);
 * }
 * ```
 */
export type NextApiRequestLike = NodeRequest;

/**
 * What the adapter needs of the response of a Pages API route; Next's own has more.
 *
 * @example
 * ```ts
 * export default function removed(_request: NextApiRequestLike, response: NextApiResponseLike): void {
 *   response.statusCode = 410; // dirsync disables the endpoint
 *   response.end();
 * }
 * ```
 */
export type NextApiResponseLike = NodeResponse;

/**
 * A receiver, or what makes one at the first request: `next build` loads every route, and usually has no secrets.
 *
 * @example
 * ```ts
 * const webhooks: NextReceiver = () => createReceiver({ secrets: [process.env.WEBHOOK_SECRET] }).on('user.*', handle);
 * export const POST = toNextRoute(webhooks);
 * ```
 */
export type NextReceiver = Receives | (() => Receives);

/**
 * Makes the `POST` of a route of the App Router of a receiver. The receiver itself would do; this can wait for the
 * secrets until there is a request, and names the fix when something read the request before.
 *
 * @example `app/webhooks/route.ts`
 * ```ts
 * export const POST = toNextRoute(createWebhooks);
 * ```
 */
export function toNextRoute(receiver: NextReceiver): (request: Request) => Promise<Response> {
  const receiverOf = lazy(receiver);
  return async (request) => {
    const input = request.bodyUsed ? { headers: request.headers, body: alreadyRead } : request;
    return toResponse(await receiverOf().receive(input));
  };
}

function lazy(receiver: NextReceiver): () => Receives {
  // A receiver is a function too.
  if ('receive' in receiver) return () => receiver;
  let made: Receives | undefined;
  return () => (made ??= receiver());
}

async function alreadyRead(): Promise<never> {
  throw new WebhookVerificationError(
    'body_already_read',
    'Something in this route called request.json() or request.text() before: hand the request over unread, or a request.clone().',
  );
}

/**
 * Makes an API route of the Pages Router of a receiver. It needs the body unparsed, which Next wants to be told by the
 * file itself; without that it answers 500 with the code `body_not_raw`, and the error says so.
 *
 * @example `pages/api/webhooks.ts`
 * ```ts
 * export const config = { api: { bodyParser: false } };
 * export default toNextApiRoute(createWebhooks);
 * ```
 */
export function toNextApiRoute(
  receiver: NextReceiver,
): (request: NextApiRequestLike, response: NextApiResponseLike) => Promise<void> {
  const receiverOf = lazy(receiver);
  return createNodeHandler(
    { receive: async (input) => receiverOf().receive(input) },
    'Next parsed the body. Add to this file: export const config = { api: { bodyParser: false } }',
  );
}
