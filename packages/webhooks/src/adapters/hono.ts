/**
 * A receiver in Hono.
 *
 * @packageDocumentation
 */
import { toResponse } from '../answer.ts';
import type { RawBody } from '../body.ts';
import { WebhookVerificationError } from '../errors.ts';
import type { Receives } from './raw-body.ts';

/**
 * What the adapter needs of Hono's context.
 *
 * @example
 * ```ts
 * const handler = toHonoHandler(receiver);
 *
 * async function receive(c: HonoContextLike): Promise<Response> {
 *   console.log('webhook', c.req.raw.headers.get('webhook-id'));
 *   return handler(c);
 * }
 * app.post('/webhooks', receive);
 * ```
 */
export interface HonoContextLike {
  /** Hono's request. */
  readonly req: {
    /** The request of the platform. */
    readonly raw: Request;
    /** What something that read the body before has left. */
    readonly bodyCache?: object;
  };
}

/**
 * Makes a Hono handler of a receiver. `c.req.text()`, `c.req.arrayBuffer()` and `c.req.json()` before it do no harm,
 * since Hono keeps what they read; when something else read the request it answers 500 at once, and the error names
 * the fix.
 *
 * @example
 * ```ts
 * app.post('/webhooks', toHonoHandler(receiver));
 * ```
 */
export function toHonoHandler(receiver: Receives): (context: HonoContextLike) => Promise<Response> {
  return async ({ req }) =>
    toResponse(
      await receiver.receive(
        // Read by the verifier itself, and no further than it takes.
        req.raw.bodyUsed ? { headers: req.raw.headers, body: () => keptBody(req.bodyCache ?? {}) } : req.raw,
      ),
    );
}

async function keptBody(cache: {
  readonly arrayBuffer?: unknown;
  readonly text?: unknown;
}): Promise<RawBody> {
  // Under `json` and `formData` stands what was parsed: Hono would write it anew.
  const kept = await (cache.arrayBuffer ?? cache.text);
  if (typeof kept === 'string' || kept instanceof ArrayBuffer) return kept;
  throw Object.keys(cache).length > 0
    ? new WebhookVerificationError(
        'body_not_raw',
        'Something parsed the body. Put this route before it, or let it read c.req.text() or c.req.arrayBuffer().',
      )
    : new WebhookVerificationError(
        'body_already_read',
        'Something read c.req.raw before. Put this route before it, or let it read c.req.raw.clone().',
      );
}
