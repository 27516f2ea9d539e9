import { expect, it } from 'vitest';
import { decideOutcome } from './outcome.ts';

const context = { attempts: 1, now: new Date(0), scheduleMs: [5000, 7000], random: () => 0 };
const decide = (status: number | null, attempts = 1, retryAfter?: string) =>
  decideOutcome({ status, retryAfter }, { ...context, attempts });

it.each([200, 201, 202, 204, 299])('delivers with %d', (status) => {
  expect(decide(status)).toEqual({ state: 'delivered' });
});

it.each([null, 100, 301, 307, 400, 401, 404, 408, 429, 500, 502, 503])('tries again after %s', (status) => {
  expect(decide(status)).toEqual({ state: 'ready', retryInMs: 5000 });
});

it('follows the schedule, and fails after its end', () => {
  expect(decide(500, 2)).toEqual({ state: 'ready', retryInMs: 7000 });
  expect(decide(500, 3)).toEqual({ state: 'failed', disablesEndpoint: false });
});

it('waits as long as the receiver asks', () => {
  expect(decide(429, 1, '60')).toEqual({ state: 'ready', retryInMs: 60_000 });
});

it('disables the endpoint with 410', () => {
  expect(decide(410)).toEqual({ state: 'failed', disablesEndpoint: true });
});
