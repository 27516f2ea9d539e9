import { expect, it } from 'vitest';
import { defaultRetryScheduleMs, nextRetryMs, parseRetryAfter } from './retry-schedule.ts';

const now = new Date('2026-03-01T12:00:00Z');
const steady = { scheduleMs: defaultRetryScheduleMs, random: () => 0, retryAfterMs: undefined };

it('tries ten times over 75 hours and 35 minutes, then once a day', () => {
  const pauses = defaultRetryScheduleMs.map((_, index) => nextRetryMs({ ...steady, failures: index + 1 }));
  expect(pauses).toEqual(defaultRetryScheduleMs);
  expect(defaultRetryScheduleMs.reduce((sum, pause) => sum + pause)).toBe((75 * 60 + 35) * 60_000 + 5000);
  expect(nextRetryMs({ ...steady, failures: 10 })).toBe(24 * 3_600_000);
});

it('adds at most a fifth, never takes away', () => {
  expect(nextRetryMs({ ...steady, failures: 1, random: () => 0.5 })).toBe(5500);
  expect(nextRetryMs({ ...steady, failures: 1, random: () => 0.999_999 })).toBeLessThan(6000);
});

it.each([
  ['a longer pause', 90_000, 90_000],
  ['a shorter pause: keeps its own', 1000, 5000],
  ['more than an hour: takes an hour', 7_200_000, 3_600_000],
])('takes Retry-After as a floor when it asks for %s', (_, retryAfterMs, expected) => {
  expect(nextRetryMs({ ...steady, failures: 1, retryAfterMs })).toBe(expected);
});

it.each([
  ['120', 120_000],
  ['0', 0],
  ['Sun, 01 Mar 2026 12:00:30 GMT', 30_000],
  ['Sunday, 01-Mar-26 12:00:30 GMT', 30_000],
  ['Sun Mar  1 12:00:30 2026', 30_000],
  ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
])('reads Retry-After: %s', (value, expected) => {
  expect(parseRetryAfter(value, now)).toBe(expected);
});

it.each([undefined, '', '-1', '1.5', 'soon', '2026-03-01', 'Sun, 99 Mar 2026 12:00:30 GMT', 'March 7'])(
  'ignores Retry-After: %s',
  (value) => {
    expect(parseRetryAfter(value, now)).toBeUndefined();
  },
);
