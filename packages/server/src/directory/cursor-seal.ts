import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Signs what a cursor says together with the query that it belongs to. */
export interface CursorSeal {
  /** The cursor: base64url, so that it stands in a URL as it is. */
  seal(text: string, query: string): string;
  /** The text, or nothing for what was not sealed here, or for another query. */
  open(cursor: string, query: string): string | undefined;
}

const signatureBytes = 16;

/** `secretKey` is the server's; every process that has the same one opens the others' cursors. */
export function createCursorSeal(secretKey: Uint8Array): CursorSeal {
  const key = new Uint8Array(hkdfSync('sha256', secretKey, '', 'dirsync SCIM cursors', 32));

  function signatureOf(text: Uint8Array, query: string): Buffer {
    // Neither can be taken for a part of the other: the length of the query comes first.
    const { length } = Buffer.from(query);
    return createHmac('sha256', key)
      .update(`${length}:${query}`)
      .update(text)
      .digest()
      .subarray(0, signatureBytes);
  }

  return {
    seal(text, query) {
      const bytes = Buffer.from(text);
      return Buffer.concat([signatureOf(bytes, query), bytes]).toString('base64url');
    },
    open(cursor, query) {
      const bytes = Buffer.from(cursor, 'base64url');
      // Buffer passes over what is not base64url.
      if (bytes.length < signatureBytes || bytes.toString('base64url') !== cursor) return undefined;
      const text = bytes.subarray(signatureBytes);
      const isOurs = timingSafeEqual(bytes.subarray(0, signatureBytes), signatureOf(text, query));
      return isOurs ? text.toString() : undefined;
    },
  };
}
