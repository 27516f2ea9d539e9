/**
 * Signed events, for the tests of your receiver.
 *
 * @packageDocumentation
 */
import type { WebhookEvent } from '../generated/events.ts';
import { eventExamples } from '../generated/event-examples.ts';
import type { EventOf } from '../receiver.ts';
import type { WebhookSecrets } from '../secret.ts';
import { sign, type WebhookHeaders } from '../sign.ts';
import { merge, type Overrides } from './merge.ts';

export type { Overrides };

/**
 * A secret for tests, known to everybody: what {@link signEvent} signs with unless told otherwise.
 *
 * @example
 * ```ts
 * const receiver = createReceiver({ secrets: [testSecret] }).on('user.deleted', handle);
 * const { status } = await receiver(await createRequest(createEvent('user.deleted')));
 * equal(status, 204);
 * ```
 */
export const testSecret = 'whsec_ZGlyc3luYyB0ZXN0IHNlY3JldCwga25vd24gdG8gYWxs';

/**
 * How to sign a test event.
 *
 * @example
 * ```ts
 * const anHourAgo: SignEventOptions = { now: Date.now() - 3_600_000 };
 * const response = await receiver(await createRequest(createEvent('user.created'), anHourAgo));
 * equal(response.status, 400);
 * ```
 */
export interface SignEventOptions {
  /** The keys: `[testSecret]` by default. */
  readonly secrets?: WebhookSecrets;
  /** The time of the attempt, in milliseconds: now by default. */
  readonly now?: number;
}

/**
 * A webhook as it is sent.
 *
 * @example
 * ```ts
 * const post = ({ headers, body }: SignedEvent): Promise<Response> => fetch(url, { method: 'POST', headers, body });
 * const { status } = await post(await signEvent(createEvent('group.created')));
 * ```
 */
export interface SignedEvent {
  /** The headers, the content type among them. */
  readonly headers: WebhookHeaders & { readonly 'content-type': 'application/json' };
  /** The body exactly as it was signed. */
  readonly body: string;
}

/**
 * Makes an event from the contract's example of its type, with an id of its own and what you override: objects are
 * merged, everything else is replaced.
 *
 * @example
 * ```ts
 * const event = createEvent('user.deactivated', { data: { user: { email: 'ada@acme.example' } } });
 * ```
 */
export function createEvent<Type extends WebhookEvent['type']>(
  type: Type,
  overrides?: Overrides<EventOf<Type>>,
): EventOf<Type> {
  // The table has for each type an event of that type.
  const example: object = { ...eventExamples[type], id: crypto.randomUUID() };
  return merge(example, overrides ?? {}) as EventOf<Type>;
}

/**
 * Signs an event as dirsync does.
 *
 * @example
 * ```ts
 * const { headers, body } = await signEvent(createEvent('user.created'));
 * await fetch(url, { method: 'POST', headers, body });
 * ```
 */
export async function signEvent(
  event: { readonly id: string },
  { secrets = [testSecret], now = Date.now() }: SignEventOptions = {},
): Promise<SignedEvent> {
  const body = JSON.stringify(event);
  const headers = await sign({ id: event.id, timestamp: Math.floor(now / 1000), body }, { secrets });
  return { headers: { ...headers, 'content-type': 'application/json' }, body };
}

/**
 * Makes the `Request` that brings an event.
 *
 * @example
 * ```ts
 * const receiver = createReceiver({ secrets: [testSecret] }).on('user.created', invite);
 * const response = await receiver(await createRequest(createEvent('user.created')));
 * ```
 */
export async function createRequest(
  event: { readonly id: string },
  { url = 'http://localhost/webhooks', ...options }: SignEventOptions & { readonly url?: string } = {},
): Promise<Request> {
  return new Request(url, { method: 'POST', ...(await signEvent(event, options)) });
}
