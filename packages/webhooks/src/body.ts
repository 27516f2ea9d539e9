import { encode } from '#crypto';
import { concat } from './bytes.ts';
import type { Bytes } from './crypto.ts';
import { toVerificationError, WebhookVerificationError } from './errors.ts';

/**
 * A body exactly as it came.
 *
 * @example
 * ```ts
 * async function enqueue(body: RawBody): Promise<void> {
 *   await queue.push(typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body));
 * }
 * ```
 */
export type RawBody = string | Uint8Array | ArrayBuffer;

/** Takes the bytes of a raw body; refuses one that something has parsed. */
export function toBytes(body: unknown): Bytes {
  if (typeof body === 'string') return encode(body);
  // By shape, since a test runner's ArrayBuffer is often that of another realm. A view has `buffer` and `byteOffset`.
  const binary = body as (ArrayBuffer & Partial<Pick<Bytes, 'buffer' | 'byteOffset'>>) | null | undefined;
  if (binary?.byteLength !== undefined) {
    return new Uint8Array(binary.buffer ?? binary, binary.byteOffset, binary.byteLength);
  }
  throw new WebhookVerificationError(
    'body_not_raw',
    `got ${typeof body}, use express.raw(), parseAs 'buffer', bodyParser: false`,
  );
}

/** Reads the body of a request, up to the chunk that goes beyond `maxBytes`. */
export async function readRequest({ body, bodyUsed }: Request, maxBytes: number): Promise<Bytes> {
  if (bodyUsed || body?.locked) {
    throw new WebhookVerificationError('body_already_read', 'verify first or clone()');
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body ?? []) {
      chunks.push(chunk);
      // The caller refuses what is longer; leaving the loop cancels the stream.
      if ((size += chunk.length) > maxBytes) break;
    }
  } catch (cause) {
    throw toVerificationError(cause, 'body_incomplete');
  }
  return concat(chunks);
}
