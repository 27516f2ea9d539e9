import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import { decodeBase64 } from './base64.ts';
import { concat, join, pkcs8 } from './bytes.ts';
import type { CryptoBackend } from './crypto.ts';

// Synchronous on purpose: for a body of webhook size the hop to the thread pool costs eight times the HMAC itself.

export const createSigner: CryptoBackend['createSigner'] = (version, bytes) => {
  if (version === 'v1') {
    const key = createSecretKey(bytes);
    return (prefix, body) => createHmac('sha256', key).update(prefix).update(body).digest();
  }
  const key = createPrivateKey({ key: pkcs8(bytes), format: 'der', type: 'pkcs8' });
  return (prefix, body) => sign(null, join(prefix, body), key);
};

export const createVerifier: CryptoBackend['createVerifier'] = (version, bytes) => {
  if (version === 'v1') {
    const key = createSecretKey(bytes);
    return (prefix, body, signatures) => {
      // One HMAC for all of them: their number is the sender's choice, and the length of the data too.
      const expected = createHmac('sha256', key).update(prefix).update(body).digest();
      return signatures.some((signature) => timingSafeEqual(signature, expected));
    };
  }
  // SPKI (RFC 8410).
  const der = concat([decodeBase64('MCowBQYDK2VwAyEA'), bytes]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return (prefix, body, signatures) =>
    signatures.some((signature) => verify(null, join(prefix, body), key, signature));
};
