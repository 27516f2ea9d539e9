import type { ScimError } from '../scim/error.ts';
import { ProblemError } from './problem.ts';

/** A refusal that ends by itself: a fault that is answered with a `Retry-After`. */
export class RetryLaterError extends Error {
  override readonly name = 'RetryLaterError';
  readonly fault: ScimError | ProblemError;
  readonly retryAfterSeconds: number;

  constructor(fault: ScimError | ProblemError, retryAfterSeconds: number) {
    super(fault.message);
    this.fault = fault;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Never less than was asked for, and never 0, which clients take for nothing. */
export function wholeSeconds(waitMs: number): number {
  return Math.max(1, Math.ceil(waitMs / 1000));
}

/** The process or its database is not there for now. */
export function unavailable(detail: string): RetryLaterError {
  return new RetryLaterError(new ProblemError('unavailable', detail), 5);
}
