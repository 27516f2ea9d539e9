import openapiFetch from 'openapi-fetch';
import type { Client } from 'openapi-fetch';
import { toApiError } from './api-error.ts';
import { DirsyncError } from './errors.ts';
import type { paths } from './generated/api.ts';
import { createListing } from './pagination.ts';
import type { Listing, Page } from './pagination.ts';
import type { ListOptions, RequestOptions } from './request-options.ts';
import { createRetryingFetch } from './retry.ts';
import type { Fetch, RetryOptions } from './retry.ts';

/**
 * `openapi-fetch` itself, typed by the contract: it returns `{ data, error, response }`, and throws only when no answer
 * comes. Retries and timeouts are those of the client.
 *
 * @example
 * ```ts
 * function logAnswers(http: DirsyncHttp): void {
 *   http.use({ onResponse: ({ request, response }) => console.log(request.url, response.status) });
 * }
 * logAnswers(dirsync.http);
 * ```
 */
export type DirsyncHttp = Client<paths>;

// Required from our CommonJS build the default import is the whole module, as Node has it for ES modules.
const createClient: typeof openapiFetch =
  'default' in openapiFetch ? (openapiFetch.default as typeof openapiFetch) : openapiFetch;

/** What the transport is made of. */
export interface TransportOptions extends RetryOptions {
  readonly baseUrl: string;
  readonly apiKey: string;
}

/** What resources send with. */
export interface Transport extends Pick<RetryOptions, 'sleep' | 'random' | 'now'> {
  readonly http: DirsyncHttp;
  /** What a call gets for its options. */
  readonly init: (options?: RequestOptions) => RequestInitOptions;
  /** Gives the data of a result, or throws the error that it is. */
  readonly send: <Data>(call: Promise<Result<Data>>) => Promise<Data>;
  /** Makes a list of an operation that answers pages. */
  readonly list: <ListPage extends Page, Query extends Cursor>(
    query: Query,
    options: ListOptions | undefined,
    call: (query: Query) => Promise<Result<ListPage>>,
    isLast?: (page: ListPage) => boolean,
  ) => Listing<ListPage>;
}

interface Cursor {
  readonly after?: string;
}

interface RequestInitOptions {
  signal?: AbortSignal;
  headers?: Record<string, string>;
  fetch?: Fetch;
}

interface Result<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** Makes the transport. */
export function createTransport({ baseUrl, apiKey, ...retry }: TransportOptions): Transport {
  const http: DirsyncHttp = createClient<paths>({
    baseUrl,
    headers: { authorization: `Bearer ${apiKey}`, accept: 'application/json' },
    // An answer that leads elsewhere is not one of this API; following it would turn a POST into a GET.
    redirect: 'manual',
    fetch: createPatientFetch(retry),
    pathSerializer: toPath,
    querySerializer: { array: { style: 'form', explode: false } },
  });
  const send: Transport['send'] = (call) => unwrap(call, retry.now);
  const { sleep, random, now } = retry;
  return {
    http,
    send,
    sleep,
    random,
    now,
    init: ({ signal, idempotencyKey, onResponse, ...changes } = {}) => ({
      ...(signal && { signal }),
      ...(idempotencyKey !== undefined && { headers: { 'idempotency-key': idempotencyKey } }),
      fetch: createPatientFetch({ ...retry, ...changes }, onResponse),
    }),
    list: (query, { maxPages } = {}, call, isLast) =>
      createListing({
        fetchPage: (after) => send(call(after === undefined ? query : { ...query, after })),
        maxPages,
        isLast,
      }),
  };
}

/** Sends a call: with its key, with the time that it asks the server to wait on top, and tells of the answer. */
function createPatientFetch(retry: RetryOptions, onResponse?: RequestOptions['onResponse']): Fetch {
  return async (request) => {
    // Once for all attempts. A key that the caller or middleware has set stands.
    if (request.method === 'POST' && !request.headers.has('idempotency-key')) {
      request.headers.set('idempotency-key', crypto.randomUUID());
    }
    const waitSeconds = Number(new URL(request.url).searchParams.get('waitSeconds')) || 0;
    const timeoutMs = retry.timeoutMs + waitSeconds * 1000;
    const response = await createRetryingFetch({ ...retry, timeoutMs })(request);
    const { status, headers } = response;
    onResponse?.({ status, headers, requestId: headers.get('x-request-id') ?? undefined });
    return response;
  };
}

async function unwrap<Data>(call: Promise<Result<Data>>, now: () => number): Promise<Data> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new DirsyncError('unexpected_answer', 'The answer is not JSON: is baseUrl right?', { cause });
  });
  // Not by `error`: that is undefined when the body of a failure is empty.
  if (!response.ok || (data === undefined && response.status !== 204)) throw toApiError(response, error, now);
  // True: `undefined` remains for 204 only, where that is what `Data` is.
  return data as Data;
}

/** Fills in path parameters. One that is empty or has a meaning of its own in a path would address something else. */
function toPath(template: string, parameters: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name];
    if (typeof value === 'string' && /^(?!\.{0,2}$)[^/\\]+$/.test(value)) return encodeURIComponent(value);
    throw new TypeError(`${name} must be an id, got ${JSON.stringify(value) ?? typeof value}.`);
  });
}
