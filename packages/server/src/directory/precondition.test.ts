import { expect, test } from 'vitest';
import { assertMatch, entityTag, namesVersion } from './precondition.ts';

test('the tag of a version is weak', () => {
  expect(entityTag(3)).toBe('W/"3"');
});

test.each(['*', ' * ', 'W/"3"', '"3"', 'W/"2", W/"3"', '"2",W/"3",'])('%s names version 3', (tags) => {
  expect(namesVersion(tags, 3)).toBe(true);
  expect(() => assertMatch(tags, 3)).not.toThrow();
});

test.each(['', 'W/"2"', '3', 'W/3', 'W/"33"', '"*"', 'W/"3'])('%s does not name version 3', (tags) => {
  expect(namesVersion(tags, 3)).toBe(false);
  expect(() => assertMatch(tags, 3)).toThrow(expect.objectContaining({ status: 412 }));
});

test('without If-Match every version matches', () => {
  expect(() => assertMatch(undefined, 3)).not.toThrow();
});
