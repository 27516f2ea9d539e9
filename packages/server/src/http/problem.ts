import type { components } from '../generated/api.ts';

export type Problem = components['schemas']['Problem'];
export type ProblemCode = Problem['code'];

/** What is wrong at one place of a request. */
export interface RequestFault {
  /** A JSON pointer into the body, or the name of a parameter. */
  readonly path: string;
  readonly message: string;
}

const titles: Readonly<Record<string, readonly [status: number, title: string]>> = {
  invalid_request: [400, 'The request is invalid'],
  cursor_invalid: [400, 'The cursor is invalid'],
  unauthorized: [401, 'Authentication is required'],
  forbidden: [403, 'Not allowed'],
  not_found: [404, 'Not found'],
  method_not_allowed: [405, 'The method is not allowed here'],
  conflict: [409, 'Conflict'],
  idempotency_key_reused: [409, 'The Idempotency-Key was used for another request'],
  idempotency_key_in_use: [409, 'A request with this Idempotency-Key is at work'],
  cursor_expired: [410, 'The cursor has expired'],
  payload_too_large: [413, 'The body is too large'],
  unsupported_media_type: [415, 'The media type is not supported'],
  rate_limited: [429, 'Too many requests'],
  internal: [500, 'Internal error'],
  unavailable: [503, 'Unavailable'],
} satisfies Record<ProblemCode, readonly [number, string]>;

/** A fault of a directory API request (RFC 9457); turned into the response in one place. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly status: number;
  readonly faults: readonly RequestFault[];

  constructor(code: ProblemCode, detail: string, faults: readonly RequestFault[] = []) {
    super(detail);
    this.code = code;
    this.status = titles[code]?.[0] ?? 500;
    this.faults = faults;
  }
}

/** The `application/problem+json` body. */
export function problemBody(error: ProblemError, requestId: string): Problem {
  return {
    type: 'about:blank',
    title: titles[error.code]?.[1] ?? 'Error',
    status: error.status,
    detail: error.message,
    code: error.code,
    requestId,
    ...(error.faults.length > 0 && { errors: [...error.faults] }),
  };
}

/** A resource that is not there, or belongs to somebody else. */
export function notFound(what: string, id: string): ProblemError {
  return new ProblemError('not_found', `There is no ${what} with the id "${id}".`);
}
