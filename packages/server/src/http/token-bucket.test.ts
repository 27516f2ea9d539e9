import { expect, test } from 'vitest';
import { createTokenBucket } from './token-bucket.ts';

function createClock() {
  let timeMs = 1_000_000;
  return { now: () => timeMs, pass: (ms: number) => void (timeMs += ms) };
}

test('lets the burst pass at once, then one for each part of a second', () => {
  const { now, pass } = createClock();
  const bucket = createTokenBucket({ perSecond: 4, burst: 8, now });
  expect(Array.from({ length: 10 }, () => bucket.take())).toEqual([...Array<number>(8).fill(0), 250, 250]);
  pass(249);
  expect(bucket.take()).toBeCloseTo(1);
  pass(1);
  expect(bucket.take()).toBe(0);
  expect(bucket.take()).toBe(250);
});

test('asking takes nothing', () => {
  const { now } = createClock();
  const bucket = createTokenBucket({ perSecond: 1, burst: 1, now });
  expect([bucket.waitMs(), bucket.waitMs(), bucket.take(), bucket.waitMs()]).toEqual([0, 0, 0, 1000]);
});

test('fills up to the burst and no further', () => {
  const { now, pass } = createClock();
  const bucket = createTokenBucket({ perSecond: 1, burst: 2, now });
  pass(3_600_000);
  expect([bucket.take(), bucket.take(), bucket.take()]).toEqual([0, 0, 1000]);
});
