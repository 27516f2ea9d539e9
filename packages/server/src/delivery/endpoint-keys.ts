import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { EndpointKeys } from '../store/webhook-endpoints.ts';
import type { SecretBox } from './secret-box.ts';

/** New keys for the signatures of an endpoint: what is shown, and what is stored. */
export interface NewEndpointKeys {
  /** `whsec_…`, for `v1`. */
  readonly secret: string;
  readonly stored: EndpointKeys;
}

/** Makes the keys for both versions of signatures, in the forms of Standard Webhooks. */
export function createEndpointKeys(secretBox: SecretBox, endpointId: string): NewEndpointKeys {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  // Seed and public key are the last 32 bytes of their DER forms (RFC 8410).
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32);
  const point = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const signingKey = `whsk_${Buffer.concat([seed, point]).toString('base64')}`;
  return {
    secret,
    stored: {
      secretEncrypted: secretBox.encrypt(secret, endpointId),
      publicKey: `whpk_${point.toString('base64')}`,
      privateKeyEncrypted: secretBox.encrypt(signingKey, endpointId),
    },
  };
}
