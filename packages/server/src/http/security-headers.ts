/** For answers that nobody is to see as a page: nothing may be loaded, run or framed. */
const onNoPage = "default-src 'none'; frame-ancestors 'none'";

/** What every answer tells browsers, whatever it is; a page brings a policy of its own. */
export function setSecurityHeaders(headers: Headers): void {
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('x-frame-options', 'DENY');
  headers.set('cross-origin-resource-policy', 'same-origin');
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', onNoPage);
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
}
