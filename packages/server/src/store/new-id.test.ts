import { afterEach, expect, it, vi } from 'vitest';
import { newId } from './new-id.ts';

afterEach(() => {
  vi.useRealTimers();
});

it('makes ids of version 7 that rise, within a millisecond too', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(
    ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toEqual([]);
});

it('tells the time, and rises when the clock goes back', () => {
  const now = Date.now() + 86_400_000;
  vi.useFakeTimers({ now, toFake: ['Date'] });
  const before = newId();
  expect(Number.parseInt(before.replace('-', '').slice(0, 12), 16)).toBe(now);
  vi.setSystemTime(now - 3_600_000);
  expect(newId() > before).toBe(true);
});
