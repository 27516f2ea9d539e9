/** What decides an answer: the part of a `ReceiveResult` that is sent. */
interface Answered {
  readonly status: number;
  readonly code?: string;
  readonly retryAfterSeconds?: number;
}

/** An answer, for whatever sends it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or nothing. */
  readonly body: string | undefined;
}

/** Makes the answer to the sender: nothing but the code. */
export function toAnswer({ status, code, retryAfterSeconds }: Answered): Answer {
  const headers: Record<string, string> = {};
  if (retryAfterSeconds !== undefined) headers['retry-after'] = String(retryAfterSeconds);
  // 204 has no body.
  if (status === 204) return { status, headers, body: undefined };
  headers['content-type'] = 'application/json';
  return { status, headers, body: JSON.stringify({ code }) };
}

/** Makes the same answer for the web. */
export function toResponse(result: Answered): Response {
  const { status, headers, body } = toAnswer(result);
  return new Response(body ?? null, { status, headers });
}
