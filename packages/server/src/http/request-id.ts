import { randomUUID } from 'node:crypto';

const accepted = /^[\w.:-]{1,128}$/;

/** The caller's own `X-Request-Id` when it is fit for a log line, else a new one. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id');
  return given !== null && accepted.test(given) ? given : randomUUID();
}
