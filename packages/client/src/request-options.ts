/** What can be set for one call. */
export interface RequestOptions {
  /** Ends the call: it rejects with the reason of the signal. */
  readonly signal?: AbortSignal;
  /** How long one attempt may take, instead of the client's `timeoutMs`. */
  readonly timeoutMs?: number;
  /** How many attempts may follow the first, instead of the client's `maxRetries`. */
  readonly maxRetries?: number;
}

/** What can be set for one list. */
export interface ListOptions extends RequestOptions {
  /** After how many pages an iteration fails with a `PaginationError`; 100,000 by default. */
  readonly maxPages?: number;
}
