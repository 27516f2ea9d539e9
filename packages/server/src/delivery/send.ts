import { sign } from '@dirsync/webhooks';
import { Agent, request } from 'undici';
import { AddressRefusedError, checkWebhookUrl, createGuardedLookup } from './address-guard.ts';
import type { ResolveHost, WebhookPolicy } from './address-guard.ts';

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

const keptBytes = 4096;
/** A connection whose answer was read to its end can be used again; from here on that is not worth it. */
const readBytes = 65_536;

/** Sends webhooks over connections of its own, whose addresses are checked when they are made. */
export function createSender(options: SenderOptions): Sender {
  const { policy, userAgent = 'dirsync', connectTimeoutMs = 5000, timeoutMs = 15_000, resolve } = options;
  const agent = new Agent({
    allowH2: false,
    connect: { timeout: connectTimeoutMs, lookup: createGuardedLookup(policy, resolve) },
    // What a receiver asks for by its Keep-Alive header ends here.
    keepAliveMaxTimeout: 30_000,
  });

  const running = new Set<AbortController>();

  async function post(webhook: OutgoingWebhook): Promise<Omit<SendResult, 'durationMs'>> {
    const { url, eventId, body, isReplay = false, secrets, attemptedAt } = webhook;
    const fault = checkWebhookUrl(url, policy);
    if (fault !== undefined) return { ...noAnswer, error: fault };
    const bytes = Buffer.from(body);
    const timestamp = Math.floor(attemptedAt.getTime() / 1000);
    const signature = await sign({ id: eventId, timestamp, body: bytes }, { secrets });
    // By hand: a signal of AbortSignal.timeout would live for all of its time, after thousands of fast answers too.
    const ending = new AbortController();
    const timer = setTimeout(() => ending.abort(timeout), timeoutMs);
    running.add(ending);
    try {
      const response = await request(url, {
        method: 'POST',
        headers: {
          ...signature,
          ...(isReplay && { 'webhook-replay': 'true' }),
          ...{ 'content-type': 'application/json', 'user-agent': userAgent },
        },
        body: bytes,
        signal: ending.signal,
        dispatcher: agent,
      });
      const retryAfter = response.headers['retry-after'];
      return {
        status: response.statusCode,
        error: null,
        responseBody: await readStart(response.body),
        retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined,
      };
    } catch (error) {
      return { ...noAnswer, error: describe(error) };
    } finally {
      clearTimeout(timer);
      running.delete(ending);
    }
  }

  return {
    async send(webhook) {
      const start = performance.now();
      const result = await post(webhook);
      return { ...result, durationMs: performance.now() - start };
    },
    abort() {
      for (const ending of running) ending.abort();
    },
    close: () => agent.destroy(),
  };
}

const timeout = new Error('timeout');
const noAnswer = { status: null, responseBody: null, retryAfter: undefined };

/** The beginning of an answer, as text that PostgreSQL can store. */
async function readStart(body: AsyncIterable<Uint8Array>): Promise<string> {
  const kept: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      if (size < keptBytes) kept.push(chunk.subarray(0, keptBytes - size));
      size += chunk.length;
      if (size >= readBytes) break;
    }
  } catch {
    // The status has come, and it says whether the receiver took the event.
  }
  // `stream`: a character that was cut off at the end is left out.
  const text = new TextDecoder().decode(Buffer.concat(kept), { stream: true });
  return text.replaceAll('\0', '\uFFFD');
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
