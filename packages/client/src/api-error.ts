import {
  ApiError,
  AuthenticationError,
  ConflictError,
  CursorExpiredError,
  InvalidRequestError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
} from './errors.ts';
import type { Problem, ProblemCode } from './generated/api.ts';
import { parseRetryAfter } from './retry-after.ts';

// A code that the contract gains does not compile until it has its class here.
const classes: { readonly [code in ProblemCode]: typeof ApiError } = {
  invalid_request: InvalidRequestError,
  method_not_allowed: InvalidRequestError,
  payload_too_large: InvalidRequestError,
  unsupported_media_type: InvalidRequestError,
  cursor_invalid: InvalidRequestError,
  unauthorized: AuthenticationError,
  forbidden: PermissionError,
  not_found: NotFoundError,
  conflict: ConflictError,
  idempotency_key_reused: ConflictError,
  idempotency_key_in_use: ConflictError,
  cursor_expired: CursorExpiredError,
  rate_limited: RateLimitError,
  internal: ServerError,
  unavailable: ServerError,
};

/** Makes the error of an answer that is no success; `body` is what it held, parsed where that was possible. */
export function toApiError(response: Response, body: unknown, now: () => number): ApiError {
  const { status } = response;
  const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), now());
  const shared = {
    response,
    retryAfterSeconds: retryAfterMs === undefined ? undefined : Math.ceil(retryAfterMs / 1000),
  };
  if (isProblem(body)) {
    const { code, detail, requestId } = body;
    return new classes[code]({
      ...shared,
      code,
      problem: body,
      message: `${status} ${code}: ${detail} (request ${requestId})`,
    });
  }
  // Not by the status alone where that would be read as a statement of dirsync: whoever takes a proxy's 404 for a
  // deleted user deletes it too.
  const Class = status === 429 ? RateLimitError : status >= 500 ? ServerError : ApiError;
  return new Class({
    ...shared,
    code: 'unexpected_answer',
    message: `${status}, and the body is not an answer of dirsync: is baseUrl right?`,
  });
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    Object.hasOwn(classes, String(body.code)) &&
    'requestId' in body
  );
}
