import { decodeBase64, encodeBase64 } from './base64.ts';
import { encode, join, pkcs8 } from './bytes.ts';
import type { CryptoBackend } from './crypto.ts';

const algorithms = { v1: { name: 'HMAC', hash: 'SHA-256' }, v1a: { name: 'Ed25519' } };

export { encode };

// Both import the key at its first use and once.

export const createSigner: CryptoBackend['createSigner'] = (version, bytes) => {
  const algorithm = algorithms[version];
  let key: Promise<CryptoKey> | undefined;
  return async (prefix, body) => {
    key ??=
      version === 'v1'
        ? crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign'])
        : crypto.subtle.importKey('pkcs8', pkcs8(bytes), algorithm, false, ['sign']);
    return encodeBase64(new Uint8Array(await crypto.subtle.sign(algorithm, await key, join(prefix, body))));
  };
};

export const createVerifier: CryptoBackend['createVerifier'] = (version, bytes) => {
  const algorithm = algorithms[version];
  let key: Promise<CryptoKey> | undefined;
  return async (prefix, body, signatures) => {
    for (const signature of signatures) {
      key ??= crypto.subtle.importKey('raw', bytes, algorithm, false, ['verify']);
      if (await crypto.subtle.verify(algorithm, await key, decodeBase64(signature), join(prefix, body)))
        return true;
    }
    return false;
  };
};
