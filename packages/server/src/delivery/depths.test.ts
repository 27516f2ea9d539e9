import { expect, it } from 'vitest';
import { createDepths } from './depths.ts';

it('gives an endpoint of which nothing is known a second one behind each that is sent', () => {
  const depths = createDepths(32);
  expect(depths.of('new')).toBe(64);
  expect(depths.deeper()).toEqual(new Map());
});

it('gives one that answers fast more, and one that is slow no more than the least', () => {
  const depths = createDepths(32);
  depths.learn('fast', 5);
  depths.learn('medium', 500);
  depths.learn('slow', 14_000);
  expect(['fast', 'medium', 'slow'].map((id) => depths.of(id))).toEqual([512, 128, 64]);
  expect(Object.fromEntries(depths.deeper())).toEqual({ fast: 512, medium: 128 });
});

it('is not put off by single slow answers, and notices when all become slow', () => {
  const depths = createDepths(32);
  for (let n = 0; n < 50; n += 1) depths.learn('a', 5);
  depths.learn('a', 1000);
  expect(depths.of('a')).toBe(512);
  for (let n = 0; n < 50; n += 1) depths.learn('a', 14_000);
  expect(depths.of('a')).toBe(64);
});
