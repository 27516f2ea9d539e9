import { WebhookVerificationError } from './errors.ts';

/**
 * Headers as a `Headers` object, or as the record that Node, Fastify, Lambda and others have.
 *
 * @example
 * ```ts
 * async function isAuthentic(headers: WebhookHeadersInput, body: string): Promise<boolean> {
 *   const { ok } = await safeVerify({ headers, body }, { secrets });
 *   return ok;
 * }
 * await isAuthentic(request.headers, await request.text());
 * await isAuthentic({ 'webhook-id': 'evt-1' }, body);
 * ```
 */
export type WebhookHeadersInput =
  Pick<Headers, 'get'> | { readonly [name: string]: string | readonly string[] | undefined };

/** Reads a header, which has to stand exactly once, in whatever case. */
export function readHeader(headers: WebhookHeadersInput, name: `webhook-${string}`): string {
  const found = lookUp(headers, name);
  const [value, second] = typeof found === 'string' ? [found] : (found ?? []);
  if (!value) throw new WebhookVerificationError('missing_header', name);
  // `Headers` and Node join what came twice; only signatures may be a list.
  if (second || (name !== 'webhook-signature' && value.includes(', '))) {
    throw new WebhookVerificationError('duplicate_header', name);
  }
  return value;
}

function lookUp(headers: WebhookHeadersInput, name: string): string | readonly string[] | null | undefined {
  // The casts are true because a record holds texts and never a function.
  if (typeof headers.get === 'function') return (headers as Pick<Headers, 'get'>).get(name);
  const record = headers as Exclude<WebhookHeadersInput, Pick<Headers, 'get'>>;
  return record[name] ?? Object.entries(record).find(([key]) => key.toLowerCase() === name)?.[1];
}
