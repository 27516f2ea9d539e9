const imfFixdate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const rfc850Date = /^[A-Z][a-z]+day, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/;
const asctimeDate = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/;

/**
 * How many milliseconds a `Retry-After` asks to wait from `now` on; nothing when it is none.
 *
 * Strict (RFC 9110 section 10.2.3): whole seconds, or one of the three forms of an HTTP date (section 5.6.7).
 * `Date.parse` alone takes `2`, `-1` and much else for a date.
 */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const isGmt = imfFixdate.test(value) || rfc850Date.test(value);
  if (!isGmt && !asctimeDate.test(value)) return undefined;
  const time = Date.parse(isGmt ? value : `${value} GMT`);
  return Number.isNaN(time) ? undefined : Math.max(0, time - now);
}
