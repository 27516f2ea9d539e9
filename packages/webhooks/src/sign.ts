import { createSigner } from '#crypto';
import { type RawBody, toBytes } from './body.ts';
import { keyReader, type WebhookSecrets } from './secret.ts';

/**
 * What is signed.
 *
 * @example
 * ```ts
 * const message: WebhookMessage = { id: 'evt-1', timestamp: Math.floor(Date.now() / 1000), body };
 * const headers = await sign(message, { secrets: [process.env.WEBHOOK_SECRET] });
 * ```
 */
export interface WebhookMessage {
  /** The id of the event: the same at every attempt. Without `.`, which separates it from the timestamp. */
  readonly id: string;
  /** The time of this attempt, in whole unix seconds. */
  readonly timestamp: number;
  /** The body exactly as it will be sent. */
  readonly body: RawBody;
}

/**
 * How to sign.
 *
 * @example
 * ```ts
 * // During a rotation a message carries a signature by each.
 * const rotation: SignOptions = { secrets: [process.env.NEW_SECRET, process.env.OLD_SECRET] };
 * const headers = await sign({ id: 'evt-1', timestamp: 1_767_225_600, body }, rotation);
 * ```
 */
export interface SignOptions {
  /** `whsec_`, `whsk_` or `{ raw }`: a signature for each, as during a rotation. */
  readonly secrets: WebhookSecrets;
}

/**
 * The headers to send with the body.
 *
 * @example
 * ```ts
 * async function send(headers: WebhookHeaders, body: string): Promise<boolean> {
 *   const contentType = { 'content-type': 'application/json' };
 *   const { ok } = await fetch(url, { method: 'POST', headers: { ...headers, ...contentType }, body });
 *   return ok;
 * }
 * ```
 */
export type WebhookHeaders = Readonly<
  Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>
>;

// The seed comes alone or, as Svix has it, with the public key behind it.
// Pure, so that a bundle which only verifies is without it.
const readKeys = /* @__PURE__ */ keyReader(
  createSigner,
  'whsk_',
  (bytes) => [32, 64].includes(bytes.length) && bytes.subarray(0, 32),
);

/**
 * Signs a message as Standard Webhooks asks: `v1` (HMAC-SHA256) or `v1a` (Ed25519), as each secret says.
 *
 * @throws {@link WebhookVerificationError} `invalid_secret`
 * @throws TypeError when the id or the timestamp cannot be signed unambiguously.
 *
 * @example
 * ```ts
 * const headers = await sign({ id: event.id, timestamp: Math.floor(Date.now() / 1000), body }, { secrets });
 * await fetch(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body });
 * ```
 */
export async function sign(
  { id, timestamp, body }: WebhookMessage,
  { secrets }: SignOptions,
): Promise<WebhookHeaders> {
  if (!/^[!-\-/-~]+$/.test(id)) throw new TypeError('expected an id of visible ASCII without a dot');
  if (!Number.isSafeInteger(timestamp) || timestamp < 0) throw new TypeError('expected unix seconds');
  const bytes = toBytes(body);
  const signatures: string[] = [];
  for (const { version, use: signer } of readKeys(secrets)) {
    signatures.push(`${version},${await signer(`${id}.${timestamp}.`, bytes)}`);
  }
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
}
