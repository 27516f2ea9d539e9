import { expect, test } from 'vitest';
import { parseDateTime } from './date-time.ts';

test('different spellings of one moment are the same moment', () => {
  const moment = Date.UTC(2011, 4, 13, 4, 42, 34, 500);
  for (const text of [
    '2011-05-13T04:42:34.5Z',
    '2011-05-13T04:42:34.500',
    '2011-05-13T06:42:34.5+02:00',
    '2011-05-13T01:12:34.5-03:30',
    '2011-05-13t04:42:34.5z',
  ]) {
    expect(parseDateTime(text)).toBe(moment);
  }
});

test('fractions below a millisecond count', () => {
  const earlier = parseDateTime('2011-05-13T04:42:34.1231Z') ?? NaN;
  expect(parseDateTime('2011-05-13T04:42:34.1232Z')).toBeGreaterThan(earlier);
});

test.each([
  '2011-05-13',
  '2011-13-13T04:42:34Z',
  '2011-02-30T04:42:34Z',
  'now',
  '',
  '2011-05-13T04:42Z',
  '2011-05-13T04:42:34+15:00',
  '2011-05-13T24:42:34Z',
  '1305261754',
])('%j is no date and time', (text) => {
  expect(parseDateTime(text)).toBeUndefined();
});
