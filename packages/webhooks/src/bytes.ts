import { decodeBase64 } from './base64.ts';
import type { Bytes } from './crypto.ts';

/** Joins byte strings into one. */
export function concat(parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/** The UTF-8 of a text. */
export function encode(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/** Puts text before bytes. */
export function join(prefix: string, body: Uint8Array): Bytes {
  return concat([encode(prefix), body]);
}

/** Wraps an Ed25519 seed as PKCS #8 (RFC 8410), the one form of a private key that every runtime imports. */
export function pkcs8(seed: Bytes): Bytes {
  return concat([decodeBase64('MC4CAQAwBQYDK2VwBCIEIA'), seed]);
}
