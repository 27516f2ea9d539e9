import { expect, it } from 'vitest';
import { parseRetryAfter } from './retry-after.ts';

// RFC 9110 section 5.6.7 writes this moment in all three forms.
const moment = Date.UTC(1994, 10, 6, 8, 49, 37);

it.each([
  ['0', 0],
  ['1', 1000],
  ['0120', 120_000],
  ['Sun, 06 Nov 1994 08:49:37 GMT', 5000],
  ['Sunday, 06-Nov-94 08:49:37 GMT', 5000],
  ['Sun Nov  6 08:49:37 1994', 5000],
])('%s', (value, expected) => {
  expect(parseRetryAfter(value, moment - 5000)).toBe(expected);
});

it('gives no time before now', () => {
  expect(parseRetryAfter('Sun, 06 Nov 1994 08:49:37 GMT', moment + 5000)).toBe(0);
});

it.each([
  null,
  '',
  '-1',
  '1.5',
  '+1',
  '1e3',
  ' 1',
  '1 ',
  '1, 2',
  '12345678901',
  'soon',
  '2026-11-23',
  '2026-11-23T00:00:00Z',
  'Sun, 06 Nov 1994 08:49:37',
  'Sun, 06 Nov 1994 08:49:37 UTC',
  'Sun, 6 Nov 1994 08:49:37 GMT',
  'Sun, 06 Xyz 1994 08:49:37 GMT',
])('ignores %j', (value) => {
  expect(parseRetryAfter(value, moment)).toBeUndefined();
});
