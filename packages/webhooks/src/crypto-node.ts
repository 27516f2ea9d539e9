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

// The bytes of a TextEncoder in a third of its time.
export const encode: CryptoBackend['encode'] = (text) => Buffer.from(text);

export const createSigner: CryptoBackend['createSigner'] = (version, bytes) => {
  if (version === 'v1') {
    const key = createSecretKey(bytes);
    return (prefix, body) => createHmac('sha256', key).update(prefix).update(body).digest('base64');
  }
  const key = createPrivateKey({ key: pkcs8(bytes), format: 'der', type: 'pkcs8' });
  return (prefix, body) => sign(null, join(prefix, body), key).toString('base64');
};

export const createVerifier: CryptoBackend['createVerifier'] = (version, bytes) => {
  if (version === 'v1') {
    const key = createSecretKey(bytes);
    return (prefix, body, signatures) => {
      // One HMAC for all of them: their number is the sender's choice, and the length of the data too.
      // Through a text, since memory of its own for a digest takes a tenth of the time of all this.
      const text = createHmac('sha256', key).update(prefix).update(body).digest('latin1');
      const expected = Buffer.from(text, 'latin1');
      return signatures.some((signature) => timingSafeEqual(Buffer.from(signature, 'base64'), expected));
    };
  }
  // SPKI (RFC 8410).
  const der = concat([decodeBase64('MCowBQYDK2VwAyEA'), bytes]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return (prefix, body, signatures) =>
    signatures.some((signature) => verify(null, join(prefix, body), key, Buffer.from(signature, 'base64')));
};
