/**
 * What is known of an answer besides its body.
 *
 * @example
 * ```ts
 * const trace = ({ status, requestId }: ResponseInfo): void => console.debug(status, requestId);
 * await dirsync.users.get({ directoryId, userId }, { onResponse: trace });
 * ```
 */
export interface ResponseInfo {
  /** The HTTP status. */
  readonly status: number;
  /** The headers. */
  readonly headers: Headers;
  /** The id of the request in the log of the server: quote it when you ask for help. */
  readonly requestId: string | undefined;
}

/**
 * What can be set for one call.
 *
 * @example
 * ```ts
 * function once(idempotencyKey: string): RequestOptions {
 *   return { idempotencyKey, signal, timeoutMs: 5000 };
 * }
 * await dirsync.directories.create({ name: 'Acme' }, once('signup-42'));
 * ```
 */
export interface RequestOptions {
  /** Ends the call: it rejects with the reason of the signal. */
  readonly signal?: AbortSignal;
  /** How long one attempt may take, instead of the client's `timeoutMs`. */
  readonly timeoutMs?: number;
  /** How many attempts may follow the first, instead of the client's `maxRetries`. */
  readonly maxRetries?: number;
  /**
   * Of a POST: calls with the same key have their effect once, also from another process, as long as the server keeps
   * it (24 hours). The client makes one for each call, which its attempts share.
   */
  readonly idempotencyKey?: string;
  /** Told of the answer, also of one that becomes an error; of a list once for each page. */
  readonly onResponse?: (info: ResponseInfo) => void;
}

/**
 * What can be set for one list.
 *
 * @example
 * ```ts
 * const bounded: ListOptions = { maxPages: 10, timeoutMs: 5000 };
 * for await (const group of dirsync.groups.list({ directoryId }, bounded)) console.log(group.displayName);
 * ```
 */
export interface ListOptions extends RequestOptions {
  /** After how many pages an iteration fails with a `PaginationError`; 100,000 by default. */
  readonly maxPages?: number;
}
