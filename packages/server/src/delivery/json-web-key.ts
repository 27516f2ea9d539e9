import { createHash } from 'node:crypto';
import type { components } from '../generated/api.ts';

type JsonWebKey = components['schemas']['JsonWebKey'];

/** A `whpk_` key as a JSON Web Key (RFC 8037). */
export function toJsonWebKey(publicKey: string): JsonWebKey {
  const x = Buffer.from(publicKey.slice('whpk_'.length), 'base64').toString('base64url');
  // RFC 7638 section 3: the required members in this order.
  const thumbprint = JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x });
  const kid = createHash('sha256').update(thumbprint).digest('base64url');
  return { kty: 'OKP', crv: 'Ed25519', x, kid, use: 'sig', alg: 'EdDSA' };
}
