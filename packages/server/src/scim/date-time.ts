const dateTime = /^(\d{4}-\d{2}-(\d{2})T\d{2}:\d{2}:\d{2})(\.\d+)?(?:Z|([+-])(\d{2}):(\d{2}))?$/i;

/**
 * The moment of an xsd:dateTime (RFC 7643 section 2.3.5) in milliseconds, fractions of them kept; nothing when it is
 * none. Without an offset it is taken as UTC.
 */
export function parseDateTime(text: string): number | undefined {
  const match = dateTime.exec(text);
  if (match === null) return undefined;
  const [, seconds = '', day, fraction = '', sign = '+', hours = '0', minutes = '0'] = match;
  const local = Date.parse(`${seconds}Z`);
  // Date takes the 30th of February for the 2nd of March.
  if (Number.isNaN(local) || new Date(local).getUTCDate() !== Number(day)) return undefined;
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return local + Number(`0${fraction}`) * 1000 - (sign === '-' ? -offset : offset);
}
