import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCursorSeal } from './cursor-seal.ts';

const seal = createCursorSeal(new Uint8Array(32).fill(1));

test('a cursor is opened by whoever has the same key, for the same query', () => {
  const other = createCursorSeal(new Uint8Array(32).fill(1));
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, query) => {
      const cursor = seal.seal(text, query);
      expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(other.open(cursor, query)).toBe(text);
    }),
  );
});

test('nobody opens it with another key, for another query, or changed by one character', () => {
  const cursor = seal.seal('text', 'query');
  expect(createCursorSeal(new Uint8Array(32).fill(2)).open(cursor, 'query')).toBeUndefined();
  expect(seal.open(cursor, 'quer')).toBeUndefined();
  for (let index = 0; index < cursor.length; index += 1) {
    const changed = cursor.slice(0, index) + (cursor[index] === 'A' ? 'B' : 'A') + cursor.slice(index + 1);
    expect(seal.open(changed, 'query')).toBeUndefined();
  }
});

test.each(['', 'A', 'not base64url!', 'AAAA', `${'A'.repeat(22)}=`])('%j is no cursor', (text) => {
  expect(seal.open(text, 'query')).toBeUndefined();
});

test('what moves from the text into the query is not the same', () => {
  expect(seal.open(seal.seal('bc', 'a'), 'ab')).toBeUndefined();
});
