/** What every answer tells browsers: for those that nobody is to see as a page, nothing may be loaded, run or framed. */
const onEveryAnswer = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};

/**
 * The headers of an answer with what every answer has; a page brings a policy of its own. Names are in lower case.
 * A plain object all the way to the socket: as `Headers` they cost forty times as much.
 */
export function answerHeaders(
  requestId: string,
  own: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const headers: Record<string, string> = { ...onEveryAnswer, 'x-request-id': requestId };
  for (const [name, value] of Object.entries(own)) headers[name.toLowerCase()] = value;
  return headers;
}
