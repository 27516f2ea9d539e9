import { expect, test } from 'vitest';
import { readIdempotencyKey } from './idempotency-key.ts';
import { ProblemError } from './problem.ts';

function read(value: string): string | undefined {
  return readIdempotencyKey(new Headers({ 'Idempotency-Key': value }));
}

test.each(['1', '0f8fad5b-d9cb-469f-a165-70867728950e', '"quoted"', '~'.repeat(255)])('takes %s', (key) => {
  expect(read(key)).toBe(key);
});

test('a request may have none', () => {
  expect(readIdempotencyKey(new Headers())).toBeUndefined();
});

test.each(['', 'two words', 'one, two', 'caf\u00e9', '~'.repeat(256)])('refuses "%s"', (key) => {
  expect(() => read(key)).toThrow(ProblemError);
  expect(() => read(key)).toThrow(/1 to 255 visible ASCII characters/);
});
