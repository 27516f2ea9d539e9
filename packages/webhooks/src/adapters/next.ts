import { toResponse } from '../answer.ts';
import { WebhookVerificationError } from '../errors.ts';
import { type NodeRequest, type NodeResponse, createNodeHandler } from './node-handler.ts';
import type { Receives } from './raw-body.ts';

/** What the adapter needs of the request of a Pages API route; Next's own has more. */
export type NextApiRequestLike = NodeRequest;

/** What the adapter needs of the response of a Pages API route; Next's own has more. */
export type NextApiResponseLike = NodeResponse;

/**
 * Makes the `POST` of a route of the App Router of a receiver. The receiver itself would do; this names the fix when
 * something read the request before.
 *
 * @example `app/webhooks/route.ts`
 * ```ts
 * export const POST = toNextRoute(receiver);
 * ```
 */
export function toNextRoute(receiver: Receives): (request: Request) => Promise<Response> {
  return async (request) =>
    toResponse(
      await receiver.receive(request.bodyUsed ? { headers: request.headers, body: alreadyRead } : request),
    );
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
 * export default toNextApiRoute(receiver);
 * ```
 */
export function toNextApiRoute(
  receiver: Receives,
): (request: NextApiRequestLike, response: NextApiResponseLike) => Promise<void> {
  return createNodeHandler(
    receiver,
    'Next parsed the body. Add to this file: export const config = { api: { bodyParser: false } }',
  );
}
