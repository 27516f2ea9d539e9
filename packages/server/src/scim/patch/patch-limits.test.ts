import { expect, test } from 'vitest';
import { maxOperations, maxValues } from '../limits.ts';
import { compat } from '../mode.ts';
import type { ScimResource } from '../resource.ts';
import { userSchema } from '../schema.ts';
import { patchUser } from '../testing/patch-user.ts';
import { refusal } from '../testing/refusal.ts';

const before: ScimResource = {
  ...{ schemas: [userSchema], userName: 'a' },
  emails: [{ value: 'a@work' }],
};
const add = (path: string | undefined, value: unknown): object => ({ op: 'add', path, value });

test('more than 200 operations are 413', () => {
  const operations = Array.from({ length: maxOperations + 1 }, () => add('title', 'X'));
  expect(refusal(() => patchUser(before, operations, compat))).toBe('413 undefined');
});

const many = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);
const fromMany = (toEntry: (index: number) => readonly [string, unknown]): object =>
  Object.fromEntries(many(maxValues + 1).map(toEntry));

test.each<[string, object]>([
  [
    'elements',
    add(
      'emails',
      many(maxValues).map((index) => ({ value: `e${index}` })),
    ),
  ],
  ['values of another extension', add('urn:acme:2.0:User:a', many(maxValues + 1))],
  [
    'attributes of another extension',
    add(
      'urn:acme:2.0:User',
      fromMany((index) => [`a${index}`, 1]),
    ),
  ],
  [
    'other extensions',
    add(
      undefined,
      fromMany((index) => [`urn:acme:${index}`, { a: 1 }]),
    ),
  ],
])('more than 1,000 %s are 400 invalidValue', (_what, operation) => {
  expect(refusal(() => patchUser(before, [operation], compat))).toBe('400 invalidValue');
});

test('another extension takes no more than 1,000 values by one after the other', () => {
  const path = 'urn:acme:2.0:User:a';
  const operations = [add(path, many(maxValues)), add(path, maxValues)];
  expect(refusal(() => patchUser(before, operations, compat))).toBe('400 invalidValue');
});
