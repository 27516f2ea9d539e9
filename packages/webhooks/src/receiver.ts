import { toResponse } from './answer.ts';
import { type WebhookErrorCode, WebhookVerificationError } from './errors.ts';
import { isKnown, parseEvent, type UnknownWebhookEvent } from './event.ts';
import { type EventStore, stateOf, type StoreOutcome } from './event-store.ts';
import type { WebhookEvent } from './generated/events.ts';
import { HandlerDecision, RetryLater } from './decisions.ts';
import { createMessageVerifier, type VerifyOptions, type WebhookInput } from './verify.ts';

type EventType = WebhookEvent['type'];
type Resource = EventType extends infer Type
  ? Type extends `${infer Name}.${string}`
    ? Name
    : never
  : never;

/**
 * A type of event, all events of a resource (`user.*`), or all events (`*`).
 *
 * @example
 * ```ts
 * const patterns: readonly EventPattern[] = ['user.*', 'group.*', 'directory.deleted'];
 * for (const pattern of patterns) receiver.on(pattern, ({ type, id }) => console.log(type, id));
 * ```
 */
export type EventPattern = EventType | `${Resource}.*` | '*';

/**
 * The events that a pattern stands for.
 *
 * @example
 * ```ts
 * async function onMembership({ data }: EventOf<'group.user_added' | 'group.user_removed'>): Promise<void> {
 *   await refresh(data.user.id);
 * }
 * receiver.on('group.user_added', onMembership).on('group.user_removed', onMembership);
 * ```
 */
export type EventOf<Pattern extends EventPattern> = Pattern extends '*'
  ? WebhookEvent
  : Pattern extends `${infer Name}.*`
    ? Extract<WebhookEvent, { type: `${Name}.${string}` }>
    : Extract<WebhookEvent, { type: Pattern }>;

/**
 * How to receive.
 *
 * @example
 * ```ts
 * const options: ReceiverOptions = {
 *   secrets,
 *   toleranceSeconds: 60,
 *   onError: (error) => console.error('webhook', error),
 * };
 * const receiver = createReceiver(options);
 * ```
 */
export interface ReceiverOptions<Transaction = undefined> extends VerifyOptions {
  /**
   * Remembers what was handled, so that an event which comes twice is handled once. What it gives to each handler is
   * the handler's second argument: a transaction, say. Without a store each delivery is handled.
   */
  readonly store?: EventStore<Transaction>;
  /**
   * Whether the store also stops a state of a user, group, membership or directory that comes after a newer one:
   * `skip` (the default) acknowledges it and calls no handler, `handle` calls them. They come late after a delivery
   * was refused again and again and then repeated by hand. Events without a handler are not remembered.
   */
  readonly outdated?: 'skip' | 'handle';
  /**
   * Told of whatever is thrown: a {@link WebhookVerificationError}, or what a handler threw and the event that it
   * had. By default a fault of this side (status 500 and 503), a {@link HandlerDecision} excepted, goes to
   * `console.error`. Must not throw.
   */
  readonly onError?: (error: unknown, event?: WebhookEvent | UnknownWebhookEvent) => void;
}

/**
 * What to answer the sender.
 *
 * @example
 * ```ts
 * const { status, code, retryAfterSeconds }: ReceiveResult = await receiver.receive({ headers, body });
 * console.log(status, code ?? 'handled', retryAfterSeconds);
 * ```
 */
export interface ReceiveResult {
  /** 204, or the status of the error. */
  readonly status: number;
  /** Why it is not 204, or why no handler ran. */
  readonly code?:
    WebhookErrorCode | HandlerDecision['code'] | Exclude<StoreOutcome, 'handled'> | 'handler_failed';
  /** The value of the header `Retry-After`. */
  readonly retryAfterSeconds?: number;
}

/**
 * A fetch handler, `(request: Request) => Promise<Response>`, that verifies a webhook and runs its handlers.
 *
 * @example
 * ```ts
 * function addBilling(receiver: Receiver): Receiver {
 *   return receiver.on('user.created', handle).on('user.deactivated', handle);
 * }
 * addBilling(createReceiver({ secrets })).unknown(({ type }) => console.info('not handled yet', type));
 * ```
 */
export interface Receiver<Transaction = undefined> {
  /** Answers 204 once every handler is done, else the status of the error and its `code` as JSON. Never rejects. */
  (request: Request): Promise<Response>;
  /**
   * Adds a handler. All whose pattern fits run in the order in which they were added; an event is acknowledged when
   * all are done, and sent again when one throws, unless it throws {@link Drop} or {@link Unsubscribe}. Without a
   * `store` the same event can come more than once: recognise it by its `id`.
   */
  on<Pattern extends EventPattern>(
    pattern: Pattern,
    handler: (event: EventOf<Pattern>, transaction: Transaction) => unknown,
  ): Receiver<Transaction>;
  /** Adds a handler for events of a type that is newer than this version; without one they are acknowledged. */
  unknown(handler: (event: UnknownWebhookEvent, transaction: Transaction) => unknown): Receiver<Transaction>;
  /** Does the same for an input that is no `Request`: what adapters are made of. Never rejects. */
  receive(input: WebhookInput): Promise<ReceiveResult>;
}

interface Handler<Transaction> {
  readonly pattern: string | undefined;
  readonly handle: (event: never, transaction: Transaction) => unknown;
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
export function createReceiver<Transaction = undefined>(
  options: ReceiverOptions<Transaction>,
): Receiver<Transaction> {
  const { store, outdated, onError = logOwnFaults } = options;
  const verifyBody = createMessageVerifier(options);
  const handlers: Handler<Transaction>[] = [];

  async function handleEvent(event: WebhookEvent | UnknownWebhookEvent): Promise<StoreOutcome> {
    const known = isKnown(event) ? event : undefined;
    const fitting = handlers.filter(({ pattern }) => fits(pattern, known?.type));
    async function run(transaction: Transaction): Promise<void> {
      // `never` for all handlers alike: that this one takes this event is what its pattern just said.
      for (const { handle } of fitting) await handle(event as never, transaction);
    }
    if (store && fitting.length) {
      const state = known && outdated !== 'handle' && stateOf(known);
      return store.run({ id: event.id, ...(state && { state }) }, run);
    }
    // Without a store `Transaction` is undefined; without handlers nobody gets it.
    await run(undefined as Transaction);
    return 'handled';
  }

  async function receive(input: WebhookInput): Promise<ReceiveResult> {
    let event: WebhookEvent | UnknownWebhookEvent | undefined;
    try {
      event = parseEvent(await verifyBody(input));
      const outcome = await handleEvent(event);
      return outcome === 'handled' ? { status: 204 } : { status: 204, code: outcome };
    } catch (error) {
      onError(error, event);
      return resultOf(error, !event);
    }
  }

  const receiver: Receiver<Transaction> = Object.assign(
    async (request: Request) => toResponse(await receive(request)),
    {
      on: (pattern: string, handle: Handler<Transaction>['handle']) => add(pattern, handle),
      unknown: (handle: Handler<Transaction>['handle']) => add(undefined, handle),
      receive,
    },
  );

  function add(pattern: string | undefined, handle: Handler<Transaction>['handle']): Receiver<Transaction> {
    handlers.push({ pattern, handle });
    return receiver;
  }

  return receiver;
}

function resultOf(error: unknown, isUnverified: boolean): ReceiveResult {
  if (error instanceof RetryLater) {
    return { status: error.status, code: error.code, retryAfterSeconds: error.afterSeconds };
  }
  if (error instanceof HandlerDecision || (isUnverified && error instanceof WebhookVerificationError)) {
    return { status: error.status, code: error.code };
  }
  return { status: 500, code: 'handler_failed' };
}

/** An unknown type has no name here, and fits only the handlers that have no pattern. */
function fits(pattern: string | undefined, type: string | undefined): boolean {
  if (!pattern || !type) return pattern === type;
  return pattern === type || (pattern.endsWith('*') && type.startsWith(pattern.slice(0, -1)));
}

function logOwnFaults(error: unknown): void {
  const isDeliberate = error instanceof HandlerDecision;
  if (!isDeliberate && (!(error instanceof WebhookVerificationError) || error.status >= 500))
    console.error(error);
}
