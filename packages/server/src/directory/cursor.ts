/** Opaque to callers, and marked, so that a cursor of something else is not taken for one of the event log. */
const prefix = 'events:';

/** The cursor of a position in the event log. */
export function encodeEventCursor(position: number): string {
  return Buffer.from(`${prefix}${position}`).toString('base64url');
}

/** The position that a cursor names, or undefined when the text is no cursor. */
export function decodeEventCursor(cursor: string): number | undefined {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!text.startsWith(prefix)) return undefined;
  const position = Number(text.slice(prefix.length));
  // Buffer skips what is not base64url, and Number reads more than digits: only what we made ourselves comes back equal.
  return Number.isSafeInteger(position) && position >= 0 && encodeEventCursor(position) === cursor
    ? position
    : undefined;
}
