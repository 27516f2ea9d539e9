import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalText, isSameJson, nameIn, ownValue, withoutDuplicates } from './resource.ts';
import type { Json } from './resource.ts';

test('objects are equal whatever the order of their members', () => {
  expect(isSameJson({ a: 1, b: [{ c: null, d: 2 }] }, { b: [{ d: 2, c: null }], a: 1 })).toBe(true);
});

test('lists are equal only in the same order', () => {
  expect(isSameJson([1, 2], [2, 1])).toBe(false);
  expect(isSameJson([1], [1, 1])).toBe(false);
});

test.each([
  [{}, []],
  [null, {}],
  [undefined, null],
  ['1', 1],
  [{ a: 1 }, { a: 1, b: 1 }],
  [{ constructor: 1 }, {}],
  [{ a: 1 }, { b: 1 }],
] as const)('%j and %j are not equal', (a, b) => {
  expect(isSameJson(a, b)).toBe(false);
  expect(isSameJson(b, a)).toBe(false);
});

test('values have the same canonical text exactly when they are equal', () => {
  const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);
  fc.assert(fc.property(json, json, (a, b) => (canonicalText(a) === canonicalText(b)) === isSameJson(a, b)));
});

test.each([3, 30])('an element stays at its first place, in a list of %i', (length) => {
  const elements = Array.from({ length }, (_, index) => ({ value: index % 2, type: 'x' }));
  expect(withoutDuplicates(elements)).toEqual([
    { value: 0, type: 'x' },
    { value: 1, type: 'x' },
  ]);
});

test('a list without duplicates comes back itself', () => {
  const elements = [{ a: 1 }, { a: 2 }];
  expect(withoutDuplicates(elements)).toBe(elements);
});

test('what every object inherits is no member of a resource', () => {
  expect(ownValue({}, 'constructor')).toBeUndefined();
  expect(ownValue({}, '__proto__')).toBeUndefined();
});

test('a name is found in any case', () => {
  expect(nameIn({ UserName: 1 }, 'username')).toBe('UserName');
  expect(nameIn({ userName: 1, UserName: 2 }, 'userName')).toBe('userName');
  expect(nameIn({}, 'userName')).toBe('userName');
});
