import { ConnectionError, TimeoutError } from './errors.ts';
import { parseRetryAfter } from './retry-after.ts';
import type { Sleep } from './sleep.ts';

/**
 * Sends one request.
 *
 * @example
 * ```ts
 * const timed: Fetch = async (request) => {
 *   const startedAt = performance.now();
 *   const response = await fetch(request);
 *   console.log(request.method, request.url, performance.now() - startedAt);
 *   return response;
 * };
 * const dirsync = createDirsync({ apiKey, baseUrl, fetch: timed });
 * ```
 */
export type Fetch = (request: Request) => Promise<Response>;

/** How requests are sent and sent again. */
export interface RetryOptions {
  /** Sends one attempt. */
  readonly fetch: Fetch;
  /** How long one attempt may take, its whole answer included. */
  readonly timeoutMs: number;
  /** How many attempts may follow the first. */
  readonly maxRetries: number;
  /** The longest wait that the server may ask for. */
  readonly maxRetryDelayMs: number;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly now: () => number;
}

const firstDelayMs = 500;
const longestDelayMs = 8000;

/**
 * Makes a `fetch` that sends again what may be sent again. It stands below the middleware of openapi-fetch, which
 * sees one request and one answer.
 *
 * Repeated after 408, 429, 5xx, a broken connection and a timeout, and while the server works on an earlier attempt. A request whose effect may then be there twice
 * (PATCH, and POST without an idempotency key) only when it had none: after 429, and when no connection came about.
 */
export function createRetryingFetch(options: RetryOptions): Fetch {
  const { maxRetries, sleep } = options;
  return async (request) => {
    for (let attempt = 0; ; attempt++) {
      const outcome = await send(request, options);
      const delayMs =
        attempt < maxRetries && (await isRepeatable(request, outcome))
          ? delayBefore(attempt, outcome, options)
          : undefined;
      if (delayMs === undefined) {
        if (outcome instanceof Response) return outcome;
        throw outcome;
      }
      await sleep(delayMs, request.signal);
    }
  };
}

/** One attempt: the answer with its body read, or why there is none. Rejects only when the caller aborts. */
async function send(
  request: Request,
  { fetch, timeoutMs }: RetryOptions,
): Promise<Response | ConnectionError | TimeoutError> {
  const { method, signal } = request;
  signal.throwIfAborted();
  // Not AbortSignal.timeout and any(): Node 20 may collect these before they fire.
  const controller = new AbortController();
  const onAbort = () => controller.abort(signal.reason);
  signal.addEventListener('abort', onAbort);
  const timer = setTimeout(() => controller.abort(), timeoutMs);
  try {
    return await readWhole(await fetch(new Request(request.clone(), { signal: controller.signal })));
  } catch (cause) {
    signal.throwIfAborted();
    const { pathname } = new URL(request.url);
    return controller.signal.aborted
      ? new TimeoutError(`${method} ${pathname} had no complete answer after ${timeoutMs} ms.`)
      : new ConnectionError(`${method} ${pathname} had no answer: ${reasonOf(cause)}.`, { cause });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

/** Reads the body within the attempt, so that a connection that breaks in it is repeated and timed like any other. */
async function readWhole(response: Response): Promise<Response> {
  const bytes = await response.arrayBuffer();
  const whole = new Response(bytes.byteLength > 0 ? bytes : null, response);
  Object.defineProperty(whole, 'url', { value: response.url });
  return whole;
}

async function isRepeatable(
  { method, headers }: Request,
  outcome: Response | ConnectionError | TimeoutError,
): Promise<boolean> {
  // RFC 9110 section 9.2.2.
  const isIdempotent = (method !== 'POST' && method !== 'PATCH') || headers.has('idempotency-key');
  if (!(outcome instanceof Response)) {
    return isIdempotent || (outcome instanceof ConnectionError && isNeverSent(outcome));
  }
  const { status } = outcome;
  if (status === 429) return true;
  if (status === 409) return isKeyInUse(outcome);
  return isIdempotent && (status === 408 || (status >= 500 && status !== 501));
}

/** Whether the server still works on an attempt that was given up here; its answer can be had when it is done. */
async function isKeyInUse(response: Response): Promise<boolean> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return (
    typeof body === 'object' && body !== null && 'code' in body && body.code === 'idempotency_key_in_use'
  );
}

// What Node and Bun report when no connection came about.
const neverSent = new Set([
  'ECONNREFUSED',
  'ConnectionRefused',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function isNeverSent({ cause }: ConnectionError): boolean {
  return [cause, innerCause(cause)].some((error) => neverSent.has(codeOf(error)));
}

/** How long to wait; nothing when the server asks for more than we would wait. */
function delayBefore(
  attempt: number,
  outcome: unknown,
  { maxRetryDelayMs, random, now }: RetryOptions,
): number | undefined {
  const asked =
    outcome instanceof Response ? parseRetryAfter(outcome.headers.get('retry-after'), now()) : undefined;
  // A server's own delay gets no jitter.
  if (asked) return asked <= maxRetryDelayMs ? asked : undefined;
  return random() * Math.min(longestDelayMs, firstDelayMs * 2 ** attempt);
}

/** `fetch failed` says nothing; the reason stands in its cause. */
function reasonOf(error: unknown): string {
  const inner = innerCause(error);
  return (
    codeOf(inner) ||
    (inner instanceof Error && inner.message) ||
    (error instanceof Error ? error.message : String(error))
  );
}

function innerCause(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
