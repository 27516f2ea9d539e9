import type { Problem, ProblemCode } from './generated/api.ts';

/**
 * What went wrong, as a value to switch on: a code of the API, or one of the client's own.
 *
 * - `unexpected_answer`: an answer that is not one of dirsync's, from a proxy or a wrong `baseUrl`.
 * - `connection_failed`, `timeout`: no answer.
 * - `pagination_limit`, `cursor_repeated`: a listing that cannot be finished.
 * - `event_gap`: events of the log are missing.
 *
 * @example
 * ```ts
 * const passing: ReadonlySet<DirsyncErrorCode> = new Set(['timeout', 'connection_failed', 'unavailable']);
 * const mayPass = (error: unknown): boolean => error instanceof DirsyncError && passing.has(error.code);
 * ```
 */
export type DirsyncErrorCode =
  | ProblemCode
  | 'unexpected_answer'
  | 'connection_failed'
  | 'timeout'
  | 'pagination_limit'
  | 'cursor_repeated'
  | 'event_gap';

/**
 * The base of all errors of this package.
 *
 * @example
 * ```ts
 * try {
 *   await dirsync.directories.get(directoryId);
 * } catch (error) {
 *   if (error instanceof NotFoundError) console.log('It was deleted.');
 *   else if (error instanceof DirsyncError) console.log(error.code, error.message);
 *   else throw error;
 * }
 * ```
 */
export class DirsyncError extends Error {
  override readonly name: string = 'DirsyncError';
  /** What went wrong. */
  readonly code: DirsyncErrorCode;

  /** Makes an error; the client makes them, tests may. */
  constructor(code: DirsyncErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * No answer came: the name did not resolve, the connection was refused or broke. `cause` has the reason.
 *
 * @example
 * ```ts
 * try {
 *   await dirsync.directories.list();
 * } catch (error) {
 *   if (error instanceof ConnectionError) console.error('Is dirsync up?', error.message, error.cause);
 *   else throw error;
 * }
 * ```
 */
export class ConnectionError extends DirsyncError {
  override readonly name = 'ConnectionError';

  /** Makes an error of what `fetch` threw. */
  constructor(message: string, options?: ErrorOptions) {
    super('connection_failed', message, options);
  }
}

/**
 * No complete answer came within `timeoutMs`.
 *
 * @example
 * ```ts
 * const { state } = await dirsync.directories
 *   .get(directoryId, { timeoutMs: 500, maxRetries: 0 })
 *   .catch((error: unknown) => {
 *     if (error instanceof TimeoutError) return { state: 'unknown' };
 *     throw error;
 *   });
 * ```
 */
export class TimeoutError extends DirsyncError {
  override readonly name = 'TimeoutError';

  /** Makes an error. */
  constructor(message: string) {
    super('timeout', message);
  }
}

/**
 * A listing that did not come to its end: what it gave so far is not everything.
 *
 * @example
 * ```ts
 * try {
 *   for await (const user of dirsync.users.list({ directoryId }, { maxPages: 5 })) await invite(user);
 * } catch (error) {
 *   if (error instanceof PaginationError) console.error('There are more people:', error.message);
 *   else throw error;
 * }
 * ```
 */
export class PaginationError extends DirsyncError {
  override readonly name = 'PaginationError';
}

/**
 * The log jumped: events of a directory were lost. List users and groups again, as `mirror` of
 * `@dirsync/client/mirror` does.
 *
 * @example
 * ```ts
 * await dirsync.events.consume({
 *   cursorStore,
 *   handler,
 *   onGap: async ({ directoryId, expectedSequence, sequence }: EventGapError) => {
 *     console.error(`Events ${expectedSequence} to ${sequence - 1} of ${directoryId} are missing.`);
 *     await refresh(directoryId);
 *   },
 * });
 * ```
 */
export class EventGapError extends DirsyncError {
  override readonly name = 'EventGapError';
  /** The directory whose events are missing. */
  readonly directoryId: string;
  /** The `sequence` that should have come next. */
  readonly expectedSequence: number;
  /** The `sequence` that came. */
  readonly sequence: number;

  /** Makes an error; the client makes them, tests may. */
  constructor(directoryId: string, expectedSequence: number, sequence: number) {
    super(
      'event_gap',
      `Events of directory ${directoryId} are missing: expected sequence ${expectedSequence}, got ${sequence}.`,
    );
    this.directoryId = directoryId;
    this.expectedSequence = expectedSequence;
    this.sequence = sequence;
  }
}

/**
 * What an {@link ApiError} is made of.
 *
 * @example
 * ```ts
 * // In a test of what your product does then.
 * const response = new Response(null, { status: 429 });
 * const init: ApiErrorInit = { code: 'rate_limited', message: 'too many', response, retryAfterSeconds: 30 };
 * throw new RateLimitError(init);
 * ```
 */
export interface ApiErrorInit {
  /** The code of the problem, or `unexpected_answer`. */
  readonly code: DirsyncErrorCode;
  /** What to say. */
  readonly message: string;
  /** The answer. */
  readonly response: Response;
  /** The body of the answer, when it is a problem. */
  readonly problem?: Problem | undefined;
  /** Seconds to wait, when the answer says so. */
  readonly retryAfterSeconds?: number | undefined;
  /** What it was made from. */
  readonly cause?: unknown;
}

/**
 * The server answered, but not with what was asked for.
 *
 * @example
 * ```ts
 * const user = await dirsync.users.get({ directoryId, userId }).catch((error: unknown) => {
 *   if (error instanceof ApiError) console.error(`Tell support of request ${error.requestId}.`);
 *   throw error;
 * });
 * ```
 */
export class ApiError extends DirsyncError {
  override readonly name: string = 'ApiError';
  /** The HTTP status. */
  readonly status: number;
  /** The id of the request in the log of the server: quote it when you ask for help. */
  readonly requestId: string | undefined;
  /** What the server said (RFC 9457); absent when the answer was not one of dirsync's. */
  readonly problem: Problem | undefined;
  /** Seconds to wait before the next try, when the server said so. */
  readonly retryAfterSeconds: number | undefined;
  /** The answer; its body is read. Not enumerable, so that logs of the error stay small. */
  declare readonly response: Response;

  /** Makes an error of an answer; the client makes them, tests may. */
  constructor({ code, message, response, problem, retryAfterSeconds, cause }: ApiErrorInit) {
    super(code, message, cause === undefined ? undefined : { cause });
    this.status = response.status;
    this.requestId = problem?.requestId ?? response.headers.get('x-request-id') ?? undefined;
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
    Object.defineProperty(this, 'response', { value: response });
  }
}

/**
 * The request is not what the operation expects; `problem.errors` lists each fault.
 *
 * @example
 * ```ts
 * await dirsync.directories.update(directoryId, { name: '' }).catch((error: unknown) => {
 *   if (!(error instanceof InvalidRequestError)) throw error;
 *   for (const { path, message } of error.problem?.errors ?? []) console.warn(path, message);
 * });
 * ```
 */
export class InvalidRequestError extends ApiError {
  override readonly name = 'InvalidRequestError';
}

/**
 * There is no API key, or not a live one.
 *
 * @example
 * ```ts
 * const isKeyRefused = await dirsync.directories.list({ limit: 1 }).then(
 *   () => false,
 *   (error: unknown) => error instanceof AuthenticationError,
 * );
 * ```
 */
export class AuthenticationError extends ApiError {
  override readonly name = 'AuthenticationError';
}

/**
 * The API key does not open this operation.
 *
 * @example
 * ```ts
 * await dirsync.directories.delete(directoryId).catch((error: unknown) => {
 *   if (error instanceof PermissionError) console.error(error.problem?.detail);
 *   throw error;
 * });
 * ```
 */
export class PermissionError extends ApiError {
  override readonly name = 'PermissionError';
}

/**
 * There is no such resource. Only dirsync's own answer becomes this error, never a 404 of something in between.
 *
 * @example
 * ```ts
 * const user = await dirsync.users.get({ directoryId, userId }).catch((error: unknown) => {
 *   if (error instanceof NotFoundError) return undefined;
 *   throw error;
 * });
 * ```
 */
export class NotFoundError extends ApiError {
  override readonly name = 'NotFoundError';
}

/**
 * The request contradicts what is stored.
 *
 * @example
 * ```ts
 * await dirsync.directories.release(directoryId, { mode: 'deliver' }).catch((error: unknown) => {
 *   // It was not held: somebody else has released it.
 *   if (!(error instanceof ConflictError)) throw error;
 * });
 * ```
 */
export class ConflictError extends ApiError {
  override readonly name = 'ConflictError';
}

/**
 * The cursor is older than the events that are kept. List users and groups again, and go on from the `eventCursor`
 * of their first page.
 *
 * @example
 * ```ts
 * await dirsync.events.consume({ cursorStore, handler, signal }).catch(async (error: unknown) => {
 *   if (!(error instanceof CursorExpiredError)) throw error;
 *   const { eventCursor } = await dirsync.users.list({ directoryId });
 *   await refresh(directoryId); // lists all users and groups
 *   await cursorStore.save(eventCursor);
 * });
 * ```
 */
export class CursorExpiredError extends ApiError {
  override readonly name = 'CursorExpiredError';
}

/**
 * Too many requests, also after the retries; `retryAfterSeconds` says when to go on.
 *
 * @example
 * ```ts
 * async function getPatiently(): Promise<Directory> {
 *   return dirsync.directories.get(directoryId).catch(async (error: unknown) => {
 *     if (!(error instanceof RateLimitError)) throw error;
 *     await new Promise((resolve) => setTimeout(resolve, (error.retryAfterSeconds ?? 60) * 1000));
 *     return getPatiently();
 *   });
 * }
 * ```
 */
export class RateLimitError extends ApiError {
  override readonly name = 'RateLimitError';
}

/**
 * The server failed, or cannot be reached behind what answered for it.
 *
 * @example
 * ```ts
 * if (error instanceof ServerError) {
 *   console.error(`dirsync answered ${error.status}; look for request ${error.requestId} in its log.`);
 * }
 * ```
 */
export class ServerError extends ApiError {
  override readonly name = 'ServerError';
}
