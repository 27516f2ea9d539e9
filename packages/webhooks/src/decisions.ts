/**
 * What a handler can decide instead of finishing: thrown, it becomes the answer to the sender.
 *
 * @example
 * ```ts
 * const receiver = createReceiver({
 *   secrets,
 *   onError: (error, event) => {
 *     // A decision is no fault.
 *     if (!(error instanceof HandlerDecision)) console.error(event?.id, error);
 *   },
 * });
 * ```
 */
export abstract class HandlerDecision extends Error {
  /** The status to answer. */
  abstract readonly status: number;
  /** What was decided. */
  abstract readonly code: 'retry_later' | 'dropped' | 'unsubscribed';
}

/**
 * Thrown by a handler: not now, send it again. Answers 503 with `Retry-After`.
 *
 * dirsync keeps the event and everything behind it of the same user or group, and holds back the other deliveries to
 * this endpoint too: it is an answer for a whole receiver that is busy.
 *
 * @example
 * ```ts
 * receiver.on('user.created', async (event) => {
 *   if (await isMigrating()) throw new RetryLater(60);
 *   await invite(event.data.user);
 * });
 * ```
 */
export class RetryLater extends HandlerDecision {
  override readonly name = 'RetryLater';
  override readonly status = 503;
  override readonly code = 'retry_later';
  /** In how many seconds to send it again, at the earliest. */
  readonly afterSeconds: number;

  /** `afterSeconds` is a whole number, 0 or more; 30 by default. */
  constructor(afterSeconds = 30, reason?: string, options?: ErrorOptions) {
    super(reason, options);
    if (!Number.isSafeInteger(afterSeconds) || afterSeconds < 0)
      throw new TypeError(`expected whole seconds, got ${afterSeconds}`);
    this.afterSeconds = afterSeconds;
  }
}

/**
 * Thrown by a handler: never send this event again, though nothing was done with it. Answers 204; the handlers behind
 * it do not run, and a store forgets what the handlers before it did.
 *
 * @example
 * ```ts
 * receiver.on('*', (event) => {
 *   if (!isOurCustomer(event)) throw new Drop('no customer of ours');
 * });
 * ```
 */
export class Drop extends HandlerDecision {
  override readonly name = 'Drop';
  override readonly status = 204;
  override readonly code = 'dropped';
}

/**
 * Thrown by a handler: this receiver is gone for good. Answers 410, on which dirsync disables the endpoint.
 *
 * @example
 * ```ts
 * receiver.on('*', () => {
 *   if (isShutDown) throw new Unsubscribe('the integration was removed');
 * });
 * ```
 */
export class Unsubscribe extends HandlerDecision {
  override readonly name = 'Unsubscribe';
  override readonly status = 410;
  override readonly code = 'unsubscribed';
}
