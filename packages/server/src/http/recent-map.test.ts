import { expect, test } from 'vitest';
import { createRecentMap } from './recent-map.ts';

test('keeps what is read again and again, and forgets what is not', () => {
  const map = createRecentMap<number>(10);
  map.set('kept', 1);
  map.set('forgotten', 2);
  for (let count = 0; count < 100; count += 1) {
    map.set(`other ${count}`, count);
    expect(map.get('kept')).toBe(1);
  }
  expect(map.get('forgotten')).toBeUndefined();
});

test('a deleted key is gone, whichever generation it is in', () => {
  const map = createRecentMap<number>(2);
  map.set('a', 1);
  map.set('b', 2);
  map.set('c', 3);
  for (const key of ['a', 'c']) {
    map.delete(key);
    expect(map.get(key)).toBeUndefined();
  }
});
