import { type WebhookErrorCode, WebhookVerificationError } from './errors.ts';
import { isKnown, parseEvent, type UnknownWebhookEvent } from './event.ts';
import type { WebhookEvent } from './generated/events.ts';
import { createMessageVerifier, type VerifyOptions, type WebhookInput } from './verify.ts';

type EventType = WebhookEvent['type'];
type Resource = EventType extends infer Type
  ? Type extends `${infer Name}.${string}`
    ? Name
    : never
  : never;

/** A type of event, all events of a resource (`user.*`), or all events (`*`). */
export type EventPattern = EventType | `${Resource}.*` | '*';

/** The events that a pattern stands for. */
export type EventOf<Pattern extends EventPattern> = Pattern extends '*'
  ? WebhookEvent
  : Pattern extends `${infer Name}.*`
    ? Extract<WebhookEvent, { type: `${Name}.${string}` }>
    : Extract<WebhookEvent, { type: Pattern }>;

/** How to receive. */
export interface ReceiverOptions extends VerifyOptions {
  /**
   * Told of each webhook that is not answered with 204: a {@link WebhookVerificationError}, or what a handler threw
   * and the event that it had. By default what is a fault on this side (status 500) goes to `console.error`. Must not throw.
   */
  readonly onError?: (error: unknown, event?: WebhookEvent | UnknownWebhookEvent) => void;
}

/** What to answer the sender. */
export interface ReceiveResult {
  /** 204, or the status of the error. */
  readonly status: number;
  /** Why it is not 204. */
  readonly code?: WebhookErrorCode | 'handler_failed';
}

/** A fetch handler, `(request: Request) => Promise<Response>`, that verifies a webhook and runs its handlers. */
export interface Receiver {
  /** Answers 204 once every handler is done, else the status of the error and its `code` as JSON. Never rejects. */
  (request: Request): Promise<Response>;
  /**
   * Adds a handler. All whose pattern fits run in the order in which they were added; an event is acknowledged when
   * all are done, and sent again when one throws. The same event can come more than once: recognise it by its `id`.
   */
  on<Pattern extends EventPattern>(pattern: Pattern, handler: (event: EventOf<Pattern>) => unknown): Receiver;
  /** Adds a handler for events of a type that is newer than this version; without one they are acknowledged. */
  unknown(handler: (event: UnknownWebhookEvent) => unknown): Receiver;
  /** Does the same for an input that is no `Request`: what adapters are made of. Never rejects. */
  receive(input: WebhookInput): Promise<ReceiveResult>;
}

/**
 * Makes a receiver. Its keys are read at once, so a wrong one stops the start instead of the first delivery.
 *
 * @throws {@link WebhookVerificationError} `invalid_secret`
 *
 * @example
 * ```ts
 * export const POST = createReceiver({ secrets: [process.env.NEW_SECRET, process.env.OLD_SECRET] })
 *   .on('user.deactivated', async (event) => suspend(event.data.user.id))
 *   .on('group.*', async (event) => refresh(event.data.group.id));
 * ```
 */
export function createReceiver(options: ReceiverOptions): Receiver {
  const { onError = logOwnFaults } = options;
  const verifyBody = createMessageVerifier(options);
  const handlers: { pattern: string | undefined; handle: (event: never) => unknown }[] = [];

  async function receive(input: WebhookInput): Promise<ReceiveResult> {
    let event: WebhookEvent | UnknownWebhookEvent | undefined;
    try {
      event = parseEvent(await verifyBody(input));
      const type = isKnown(event) ? event.type : undefined;
      for (const { pattern, handle } of handlers) {
        // `never` for all handlers alike: that this one takes this event is what the pattern just said.
        if (fits(pattern, type)) await handle(event as never);
      }
      return { status: 204 };
    } catch (error) {
      onError(error, event);
      return !event && error instanceof WebhookVerificationError
        ? { status: error.status, code: error.code }
        : { status: 500, code: 'handler_failed' };
    }
  }

  const receiver: Receiver = Object.assign(
    async (request: Request) => {
      const { status, code } = await receive(request);
      return code ? Response.json({ code }, { status }) : new Response(null, { status });
    },
    {
      on: (pattern: string, handle: (event: never) => unknown) => add(pattern, handle),
      unknown: (handle: (event: never) => unknown) => add(undefined, handle),
      receive,
    },
  );

  function add(pattern: string | undefined, handle: (event: never) => unknown): Receiver {
    handlers.push({ pattern, handle });
    return receiver;
  }

  return receiver;
}

/** An unknown type has no name here, and fits only the handlers that have no pattern. */
function fits(pattern: string | undefined, type: string | undefined): boolean {
  if (!pattern || !type) return pattern === type;
  return pattern === type || (pattern.endsWith('*') && type.startsWith(pattern.slice(0, -1)));
}

function logOwnFaults(error: unknown): void {
  if (!(error instanceof WebhookVerificationError) || error.status >= 500) console.error(error);
}
