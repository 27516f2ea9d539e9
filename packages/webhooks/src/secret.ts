import { decodeBase64 } from './base64.ts';
import type { Bytes, Verifier, Version } from './crypto.ts';
import { WebhookVerificationError } from './errors.ts';

/**
 * A key of an endpoint.
 *
 * - `whsec_` and base64: the shared secret of `v1` (HMAC-SHA256), also as `v1,whsec_…`.
 * - `whpk_` and base64: the public key of `v1a` (Ed25519), 32 bytes raw or 44 bytes SPKI.
 * - `whsk_` and base64: the private key of `v1a`, to sign with; the 32-byte seed, or seed and public key.
 * - `{ raw }`: the bytes of a shared secret. A string without a prefix is refused, since some senders mean its
 *   base64 and others its characters.
 *
 * Base64 is accepted in both alphabets, with or without padding.
 *
 * @example
 * ```ts
 * const ofBytes = (raw: Uint8Array): WebhookSecret => ({ raw });
 * const ofText = (text: string): WebhookSecret => ofBytes(new TextEncoder().encode(text));
 * ```
 */
export type WebhookSecret = string | { readonly raw: Uint8Array };

/**
 * A list of secrets of which some may be unset.
 *
 * @example
 * ```ts
 * const readSecrets = ({ WEBHOOK_SECRET, OLD_WEBHOOK_SECRET }: NodeJS.ProcessEnv): WebhookSecrets => [
 *   WEBHOOK_SECRET,
 *   OLD_WEBHOOK_SECRET,
 * ];
 * const receiver = createReceiver({ secrets: readSecrets(process.env) });
 * ```
 */
export type WebhookSecrets = readonly (WebhookSecret | undefined)[];

/**
 * Public keys that are kept elsewhere, such as those of `createJwks` in `@dirsync/webhooks/jwks`.
 *
 * @example
 * ```ts
 * function receiverOf(keys: WebhookKeySet): Receiver {
 *   // The shared secret alone, or the public keys, or both while endpoints move from one to the other.
 *   return createReceiver({ secrets: [process.env.WEBHOOK_SECRET, keys] });
 * }
 * receiverOf(createJwks(`https://dirsync.example.com/.well-known/jwks.json?endpointId=${endpointId}`));
 * ```
 */
export type WebhookKeySet = Key<Verifier>;

/** A key made ready: what it does, and the version of the signatures that it does it with. */
export interface Key<Use> {
  /** `v1` or `v1a`. */
  readonly version: Version;
  /** Signs or verifies. */
  readonly use: Use;
}

const maxCached = 100;

/**
 * Makes the function that makes secrets ready for one use; unset ones are left out.
 *
 * A key stays in the cache: making one costs as much as verifying with it, and calls without a receiver bring the
 * same secrets again and again.
 */
export function keyReader<Use>(
  create: (version: Version, bytes: Bytes) => Use,
  asymmetricPrefix: 'whpk_' | 'whsk_',
  toAsymmetric: (bytes: Bytes) => Bytes | false,
): (secrets: readonly (WebhookSecret | Key<Use> | undefined)[]) => readonly Key<Use>[] {
  const cache = new Map<WebhookSecret | Key<Use>, Key<Use>>();

  function toKey(secret: WebhookSecret | Key<Use>): Key<Use> {
    if ((secret as Partial<Key<Use>>).use) return secret as Key<Use>;
    const [prefix, bytes] = parse(secret as WebhookSecret);
    const version = prefix === 'whsec_' ? 'v1' : 'v1a';
    const key = version === 'v1' ? bytes : prefix === asymmetricPrefix && toAsymmetric(bytes);
    if (!key || !key.length) throw invalid(`no whsec_ or ${asymmetricPrefix} with base64`);
    return { version, use: create(version, key) };
  }

  return (secrets) => {
    const keys: Key<Use>[] = [];
    for (const secret of secrets ?? []) {
      if (!secret) continue;
      const key = cache.get(secret) ?? toKey(secret);
      if (cache.size >= maxCached) cache.clear();
      cache.set(secret, key);
      keys.push(key);
    }
    if (!keys.length || keys.length > 10) throw invalid(`got ${keys.length}, not 1 to 10`);
    return keys;
  };
}

function parse(secret: WebhookSecret): [prefix: string | undefined, bytes: Bytes] {
  if (typeof secret !== 'string') return ['whsec_', Uint8Array.from(secret.raw)];
  // Supabase shows secrets as `v1,whsec_…`; a line of a file brings its end along; SPKI puts 12 bytes of DER, that is
  // 16 characters, before the 32 bytes of a public key, and nothing else begins with them.
  const [, prefix, text = ''] =
    /^\s*(?:v1a?,)?(wh\w+?_)(?:MCowBQYDK2VwAyEA(?=.{43}))?(\S+)\s*$/.exec(secret) ?? [];
  return [prefix, decodeBase64(text)];
}

function invalid(text: string): WebhookVerificationError {
  return new WebhookVerificationError('invalid_secret', text);
}
