import { isUuid } from '../store/uuid-text.ts';

/** Where a listing goes on: after which id, and which event cursor its first page gave. */
export interface PageCursor {
  readonly after: string;
  readonly eventCursor?: string;
}

/** The opaque text of `nextCursor`. */
export function encodePageCursor({ after, eventCursor }: PageCursor): string {
  return Buffer.from(JSON.stringify([after, eventCursor])).toString('base64url');
}

/** `undefined` for what was not made here. */
export function decodePageCursor(text: string): PageCursor | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(parts)) return undefined;
    const [after, eventCursor] = parts as unknown[];
    if (typeof after !== 'string' || !isUuid(after)) return undefined;
    return { after, ...(typeof eventCursor === 'string' && { eventCursor }) };
  } catch {
    return undefined;
  }
}
