import { sign } from '@dirsync/webhooks';
import { Agent } from 'undici';
import type { Dispatcher } from 'undici';
import { AddressRefusedError, checkWebhookUrl, createGuardedLookup } from './address-guard.ts';
import type { ResolveHost, WebhookPolicy } from './address-guard.ts';
import { Exchange } from './exchange.ts';
import type { Answer } from './exchange.ts';
import { createRunning, timeout } from './running.ts';

export interface SenderOptions {
  readonly policy: WebhookPolicy;
  /** Default `dirsync`. */
  readonly userAgent?: string;
  /** Default 5000. */
  readonly connectTimeoutMs?: number;
  /** From the beginning of an attempt to the end of its answer. Default 15000. */
  readonly timeoutMs?: number;
  /** The resolver of the operating system when left out. */
  readonly resolve?: ResolveHost;
}

export interface OutgoingWebhook {
  readonly url: string;
  readonly eventId: string;
  /** Sent as it is. */
  readonly body: string;
  /** Marked as a repetition. */
  readonly isReplay?: boolean;
  /** A signature is made with each. */
  readonly secrets: readonly string[];
  readonly attemptedAt: Date;
}

export interface SendResult {
  /** null: no answer came. */
  readonly status: number | null;
  /** Why no answer came. */
  readonly error: string | null;
  readonly responseBody: string | null;
  readonly retryAfter: string | undefined;
  readonly durationMs: number;
}

export interface Sender {
  /** Makes one attempt. Whatever the receiver or the network does is a result. */
  send(webhook: OutgoingWebhook): Promise<SendResult>;
  /** Ends the attempts that go on; they come to no answer. */
  abort(): void;
  close(): Promise<void>;
}

/** Where a URL leads, or what is wrong with it. */
type Place = { readonly fault: string } | { readonly origin: string; readonly path: string };

const maxPlaces = 1000;

/** Sends webhooks over connections of its own, whose addresses are checked when they are made. */
export function createSender(options: SenderOptions): Sender {
  const { policy, userAgent = 'dirsync', connectTimeoutMs = 5000, timeoutMs = 15_000, resolve } = options;
  const agent = new Agent({
    allowH2: false,
    connect: { timeout: connectTimeoutMs, lookup: createGuardedLookup(policy, resolve) },
    // What a receiver asks for by its Keep-Alive header ends here.
    keepAliveMaxTimeout: 30_000,
  });
  const running = createRunning();
  const places = new Map<string, Place>();

  /** The check depends on nothing but the URL and the policy. */
  function placeOf(url: string): Place {
    const known = places.get(url);
    if (known !== undefined) return known;
    if (places.size >= maxPlaces) places.clear();
    const place = toPlace(url, policy);
    places.set(url, place);
    return place;
  }

  function exchange(request: Dispatcher.DispatchOptions): Promise<Answer> {
    return new Promise((settle) => {
      const going = new Exchange(performance.now() + timeoutMs, (answer) => {
        running.remove(going);
        settle(answer);
      });
      running.add(going);
      agent.dispatch(request, going);
    });
  }

  async function post(webhook: OutgoingWebhook): Promise<Omit<SendResult, 'durationMs'>> {
    const { url, eventId, body, isReplay = false, secrets, attemptedAt } = webhook;
    const place = placeOf(url);
    if ('fault' in place) return { ...noAnswer, error: place.fault };
    const bytes = Buffer.from(body);
    const timestamp = Math.floor(attemptedAt.getTime() / 1000);
    const signature = await sign({ id: eventId, timestamp, body: bytes }, { secrets });
    const answer = await exchange({
      ...place,
      method: 'POST',
      headers: {
        ...signature,
        ...(isReplay && { 'webhook-replay': 'true' }),
        ...{ 'content-type': 'application/json', 'user-agent': userAgent },
      },
      body: bytes,
    });
    if (answer.status === null) return { ...noAnswer, error: describe(answer.error) };
    const { status, body: responseBody, retryAfter } = answer;
    return { status, error: null, responseBody, retryAfter };
  }

  return {
    async send(webhook) {
      const start = performance.now();
      const result = await post(webhook);
      return { ...result, durationMs: performance.now() - start };
    },
    abort: () => running.abort(),
    close() {
      running.close();
      return agent.destroy();
    },
  };
}

const noAnswer = { status: null, responseBody: null, retryAfter: undefined };

function toPlace(url: string, policy: WebhookPolicy): Place {
  const fault = checkWebhookUrl(url, policy);
  if (fault !== undefined) return { fault };
  const { origin, pathname, search } = new URL(url);
  return { origin, path: `${pathname}${search}` };
}

const causes = new Map([
  ['UND_ERR_CONNECT_TIMEOUT', 'No connection in time.'],
  ['ENOTFOUND', 'The host has no address.'],
  ['EAI_AGAIN', 'The name service did not answer.'],
  ['ECONNREFUSED', 'The connection was refused.'],
  ['ECONNRESET', 'The connection broke off.'],
  ['UND_ERR_SOCKET', 'The connection broke off.'],
]);

/** Never the message of the system: it names addresses inside the network. */
function describe(error: unknown): string {
  if (error === timeout) return 'No answer in time.';
  if (error instanceof AddressRefusedError) return error.message;
  if (!(error instanceof Error)) return 'The request failed.';
  const code = 'code' in error ? String(error.code) : error.name;
  return causes.get(code) ?? `The request failed (${code}).`;
}
