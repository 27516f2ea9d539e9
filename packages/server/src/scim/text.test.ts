import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareText, isStorableText, isUriReference, parseBoolean } from './text.ts';

test('texts are ordered as their UTF-8 bytes are', () => {
  // Around where UTF-16 units and code points are ordered differently.
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', '\u07FF', '\uD7FF', '\uE000', '\uFFFD', '\u{10000}', '\u{10FFFF}'),
  });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const bytes = Buffer.compare(Buffer.from(a), Buffer.from(b));
      return Math.sign(compareText(a, b)) === bytes;
    }),
  );
  expect(compareText('\u{1F600}', '\uFF5E')).toBeGreaterThan(0);
});

test('NUL and half a surrogate pair cannot be stored, a whole pair can', () => {
  expect(isStorableText('a\u0000')).toBe(false);
  expect(isStorableText('a\uD83D')).toBe(false);
  expect(isStorableText('\uDE00a')).toBe(false);
  expect(isStorableText('\u{1F600}')).toBe(true);
});

test('a boolean is spelt in any case', () => {
  expect(['True', 'FALSE', 'true', 'yes', '', '1'].map(parseBoolean)).toEqual([
    true,
    false,
    true,
    undefined,
    undefined,
    undefined,
  ]);
});

test.each(['', 'https://acme.example/a%20b?c=d#e', '../Users/1', 'urn:x:y', 'mailto:a@b'])(
  '%j is a URI reference',
  (text) => {
    expect(isUriReference(text)).toBe(true);
  },
);

test.each(['a b', 'http://käse', '%', '%2', '<a>', 'a\nb', 'C:\\x'])('%j is no URI reference', (text) => {
  expect(isUriReference(text)).toBe(false);
});
