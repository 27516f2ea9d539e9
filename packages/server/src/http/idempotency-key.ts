import { ProblemError } from './problem.ts';

/** Visible ASCII: a UUID, or whatever else the caller makes up. */
const form = /^[\x21-\x7e]{1,255}$/;

/** The `Idempotency-Key` of a request; 400 when it has another form. */
export function readIdempotencyKey(headers: Headers): string | undefined {
  const key = headers.get('idempotency-key');
  if (key === null || form.test(key)) return key ?? undefined;
  const message = `Idempotency-Key must be 1 to 255 visible ASCII characters, such as a UUID; ${key.length} came.`;
  throw new ProblemError('invalid_request', message, [{ path: 'Idempotency-Key', message }]);
}
