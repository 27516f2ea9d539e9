import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareText } from '../../scim/text.ts';
import { prefixEnd } from './prefix-end.ts';

test.each([
  ['a', 'b'],
  ['az', 'a{'],
  ['é', 'ê'],
  ['a\uD7FF', 'a\uE000'],
  ['\uFFFF', '\u{10000}'],
  ['a\u{10FFFF}\u{10FFFF}', 'b'],
  ['\u{10FFFF}', undefined],
  ['', undefined],
])('after all that begin with %j comes %j', (prefix, end) => {
  expect(prefixEnd(prefix)).toBe(end);
});

test('a text lies between the prefix and its end exactly when it begins with it', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', 'z', '\uD7FF', '\uE000', '😀', '\u{10FFFF}'),
    maxLength: 4,
  });
  fc.assert(
    fc.property(text, text, (prefix, other) => {
      const end = prefixEnd(prefix);
      const isBetween = compareText(other, prefix) >= 0 && (end === undefined || compareText(other, end) < 0);
      expect(isBetween).toBe(other.startsWith(prefix));
    }),
  );
});
