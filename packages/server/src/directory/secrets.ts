import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What an API key is made of; operators may choose one. */
export const apiKeyForm: RegExp = /^[\w.~+/-]{32,}=*$/;

/** A new API key: 256 random bits. */
export function createApiKey(): string {
  return `dsk_${randomText()}`;
}

/** A new directory token: 256 random bits. */
export function createDirectoryToken(): string {
  return `dst_${randomText()}`;
}

/** A new key of the operator of an embedded server. */
export function createOperatorKey(): string {
  return `dso_${randomText()}`;
}

function randomText(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a key or token. One round of SHA-256: what has 256 random bits cannot be guessed. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Whether a text has the form of an API key, also of one that an operator chose: what has not is not looked up. */
export function mayBeApiKey(text: string): boolean {
  return apiKeyForm.test(text);
}

/** Whether a text has the form of a directory token. */
export function mayBeDirectoryToken(text: string): boolean {
  return /^dst_[\w-]{43}$/.test(text);
}

/** Compares in a time that tells nothing. */
export function isSameSecret(a: string, b: string): boolean {
  return timingSafeEqual(hashSecret(a), hashSecret(b));
}

/** The credentials of `Authorization: Bearer …` (RFC 6750 section 2.1; schemes have no case, RFC 9110 section 11.1). */
export function readBearer(authorization: string | null): string | undefined {
  return authorization?.match(/^bearer +(\S+) *$/i)?.[1];
}

/**
 * The token of a SCIM request: as Bearer; as it is, since administrators type it into a box for the whole header;
 * or as the password of Basic, with any user name (RFC 7617), for identity providers that know nothing else.
 */
export function readDirectoryToken(authorization: string | null): string | undefined {
  const basic = authorization?.match(/^basic +(\S+) *$/i)?.[1];
  if (basic !== undefined)
    return Buffer.from(basic, 'base64')
      .toString()
      .match(/^[^:]*:(\S+)$/)?.[1];
  return readBearer(authorization) ?? authorization?.match(/^ *(\S+) *$/)?.[1];
}
