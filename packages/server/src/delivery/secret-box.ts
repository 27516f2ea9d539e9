import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Encrypts what is secret at rest. */
export interface SecretBox {
  /** `owner` is the id of the endpoint whose secret it is, or whatever else names the place where it is kept. */
  encrypt(secret: string, owner: string): Buffer;
  /** @throws Error when it was encrypted with another key or for another owner, or was changed. */
  decrypt(box: Uint8Array, owner: string): string;
}

/** version, nonce, ciphertext, tag */
const version = 1;
const nonceAt = 1;
const textAt = 13;
const tagBytes = 16;

/**
 * AES-256-GCM with a 32-byte key. The owner's name is authenticated with the secret, so that one owner's
 * ciphertext is worthless in another's row.
 *
 * @throws TypeError when the key has another length.
 */
export function createSecretBox(key: Uint8Array): SecretBox {
  if (key.length !== 32) throw new TypeError(`Expected a key of 32 bytes, got ${key.length}.`);
  return {
    encrypt(secret, owner) {
      const nonce = randomBytes(textAt - nonceAt);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(version), nonce, text, cipher.getAuthTag()]);
    },
    decrypt(box, owner) {
      const tagAt = box.length - tagBytes;
      if (box[0] !== version || tagAt < textAt) throw new Error('Expected an encrypted secret of version 1.');
      const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(nonceAt, textAt))
        .setAAD(Buffer.from(owner))
        .setAuthTag(box.subarray(tagAt));
      try {
        return Buffer.concat([decipher.update(box.subarray(textAt, tagAt)), decipher.final()]).toString(
          'utf8',
        );
      } catch (cause) {
        throw new Error('The secret was not encrypted with this DIRSYNC_SECRET_KEY for this owner.', {
          cause,
        });
      }
    },
  };
}
