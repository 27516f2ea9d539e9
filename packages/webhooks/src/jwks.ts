/**
 * The public keys of `v1a` signatures, loaded from dirsync and kept.
 *
 * @packageDocumentation
 */
import { createVerifier } from '#crypto';
import { decodeBase64 } from './base64.ts';
import type { Verifier } from './crypto.ts';
import { WebhookVerificationError } from './errors.ts';
import { toPublicKey } from './public-key.ts';
import type { WebhookKeySet } from './secret.ts';

/**
 * How to load a key set, and how often.
 *
 * @example
 * ```ts
 * const options: JwksOptions = { cacheSeconds: 3600, timeoutMs: 2000 };
 * const jwks = createJwks(`https://dirsync.example.com/.well-known/jwks.json?endpointId=${endpointId}`, options);
 * ```
 */
export interface JwksOptions {
  /** The most time for which keys are used before they are loaded again: 600 by default, less if the answer says so. */
  readonly cacheSeconds?: number;
  /**
   * The least time between two loads: 30 by default. A signature by an unknown key loads the keys again, since the
   * sender may have a new one, and so a forger must not decide how often.
   */
  readonly cooldownSeconds?: number;
  /** How much longer keys are used when they cannot be loaded: 86400 (a day) by default. */
  readonly staleSeconds?: number;
  /** How long one load may take: 5000 by default. */
  readonly timeoutMs?: number;
  /** Loads; the global `fetch` by default. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** The clock, in milliseconds; `Date.now` by default. */
  readonly now?: () => number;
}

// Each costs a verification of each signature of a forged message.
const maxKeys = 10;

/**
 * Takes the public keys of `v1a` signatures from a JSON Web Key Set (RFC 7517), which dirsync serves for each endpoint
 * at `/.well-known/jwks.json`, as one of the `secrets`. Make it once and keep it: it holds the cache.
 *
 * All Ed25519 keys of the set are tried, since a webhook does not name its key. While there are no keys the error is
 * `keys_unavailable` (503), so that the sender tries again.
 *
 * @throws TypeError for a URL that is not https; http is taken for this machine itself.
 *
 * @example
 * ```ts
 * const jwks = createJwks(`https://dirsync.example.com/.well-known/jwks.json?endpointId=${endpointId}`);
 * const receiver = createReceiver({ secrets: [jwks] });
 * ```
 */
export function createJwks(
  url: string | URL,
  {
    cacheSeconds = 600,
    cooldownSeconds = 30,
    staleSeconds = 86_400,
    timeoutMs = 5000,
    fetch = globalThis.fetch,
    now = Date.now,
  }: JwksOptions = {},
): WebhookKeySet {
  const address = checkUrl(url);
  // By their `x`, so that a key which stays is imported once.
  let verifiers: ReadonlyMap<string, Verifier> = new Map();
  let expiresAt = -Infinity;
  let triedAt = -Infinity;
  let failure: unknown;
  let loading: Promise<void> | undefined;

  async function load(): Promise<void> {
    triedAt = now();
    try {
      const response = await fetch(address, {
        headers: { accept: 'application/json' },
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (!response.ok) throw new Error(`${address} answered ${response.status}`);
      verifiers = readKeys(await response.json(), verifiers);
      expiresAt = now() + lifetimeSeconds(response, cacheSeconds) * 1000;
      failure = undefined;
    } catch (cause) {
      failure = cause;
    }
  }

  /** Loads unless that was done just now; whoever comes meanwhile waits for the same load. */
  async function refresh(): Promise<void> {
    if (now() - triedAt >= cooldownSeconds * 1000) loading ??= load().finally(() => (loading = undefined));
    await loading;
  }

  return {
    version: 'v1a',
    async use(prefix, body, signatures) {
      if (!signatures.length) return false;
      const isSigned = () => isSignedByOne(verifiers, prefix, body, signatures);
      if (now() >= expiresAt) await refresh();
      if (now() >= expiresAt + staleSeconds * 1000) verifiers = new Map();
      if (await isSigned()) return true;
      const before = verifiers;
      await refresh();
      if (verifiers !== before && (await isSigned())) return true;
      // The key may be one that could not be loaded.
      if (failure !== undefined || !verifiers.size) {
        throw new WebhookVerificationError('keys_unavailable', address, { cause: failure });
      }
      return false;
    },
  };
}

async function isSignedByOne(
  verifiers: ReadonlyMap<string, Verifier>,
  ...message: Parameters<Verifier>
): Promise<boolean> {
  for (const isSigned of verifiers.values()) if (await isSigned(...message)) return true;
  return false;
}

/** For how long an answer may be kept (RFC 9111 section 5.2.2.1), and no longer than `most`. */
function lifetimeSeconds({ headers }: Response, most: number): number {
  const maxAge = /(?:^|[\s,])max-age=(\d+)/i.exec(headers.get('cache-control') ?? '')?.[1];
  return Math.min(most, Number(maxAge ?? most));
}

/** Takes the Ed25519 keys (RFC 8037) that are for signatures; others may stand beside them. */
function readKeys(jwks: unknown, known: ReadonlyMap<string, Verifier>): ReadonlyMap<string, Verifier> {
  const { keys } = (jwks ?? {}) as { readonly keys?: unknown };
  if (!Array.isArray(keys)) throw new TypeError('expected a JSON Web Key Set: { "keys": [...] }');
  const verifiers = new Map<string, Verifier>();
  // Whatever an element is, its properties can be asked for.
  for (const { kty, crv, use = 'sig', x } of keys.filter(Boolean) as Readonly<Record<string, unknown>>[]) {
    if (kty !== 'OKP' || crv !== 'Ed25519' || use !== 'sig' || typeof x !== 'string') continue;
    const bytes = toPublicKey(decodeBase64(x));
    if (bytes) verifiers.set(x, known.get(x) ?? createVerifier('v1a', bytes));
    if (verifiers.size > maxKeys) throw new TypeError(`expected at most ${maxKeys} keys`);
  }
  return verifiers;
}

/** Over http anybody on the way could put a key of their own into the set. */
function checkUrl(url: string | URL): string {
  const { protocol, hostname, href } = new URL(url);
  const isLocal = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  if (protocol === 'https:' || (protocol === 'http:' && isLocal)) return href;
  throw new TypeError(`expected a key set over https, got ${protocol}//${hostname}`);
}
