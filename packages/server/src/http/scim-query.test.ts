import { expect, test } from 'vitest';
import { compat, strict } from '../scim/mode.ts';
import { refusal } from '../scim/testing/refusal.ts';
import { readScimQuery } from './scim-query.ts';

const known = ['filter', 'count'];

test('a plus is a space in compat mode and itself in strict mode', () => {
  const search = '?filter=userName+eq+%22a%2Bb%22';
  expect(readScimQuery(search, known, compat).get('filter')).toBe('userName eq "a+b"');
  expect(readScimQuery(search, known, strict).get('filter')).toBe('userName+eq+"a+b"');
});

test.each(['', '?', '?&', '?filter=x&', '?filter=x&&count=1'])('%s is no fault in either mode', (search) => {
  for (const mode of [compat, strict]) expect(() => readScimQuery(search, known, mode)).not.toThrow();
});

test('a parameter that is not there is passed over in compat mode and refused in strict mode', () => {
  expect(readScimQuery('?aadOptscim062020&count=1', known, compat).get('count')).toBe('1');
  expect(refusal(() => readScimQuery('?aadOptscim062020&count=1', known, strict))).toBe('400 invalidValue');
  expect(readScimQuery('?anything=1', undefined, strict).get('anything')).toBe('1');
});
