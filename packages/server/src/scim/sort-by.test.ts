import { expect, test } from 'vitest';
import { compat, strict } from './mode.ts';
import { groupResourceType, userResourceType } from './resource-types.ts';
import { enterpriseUserSchema } from './schema.ts';
import { resolveSortBy } from './sort-by.ts';
import { refusal } from './testing/refusal.ts';

const both = [userResourceType, groupResourceType];

test.each([
  ['USERNAME', 'userName'],
  ['name.familyname', 'name.familyName'],
  ['emails.value', 'emails.value'],
  ['meta.lastModified', 'meta.lastModified'],
  ['department', `${enterpriseUserSchema}:department`],
  ['urn:acme:2.0:User:shoeSize', 'urn:acme:2.0:User:shoeSize'],
])('%s sorts by %s in both modes', (sortBy, path) => {
  for (const mode of [compat, strict]) {
    expect(resolveSortBy(userResourceType, [userResourceType], sortBy, mode).path).toBe(path);
  }
});

test('compat mode sorts a complex attribute by its value, strict mode refuses it', () => {
  expect(resolveSortBy(userResourceType, [userResourceType], 'emails', compat).path).toBe('emails.value');
  const inStrictMode = () => resolveSortBy(userResourceType, [userResourceType], 'emails', strict);
  expect(refusal(inStrictMode)).toBe('400 invalidValue');
});

test.each(['', 'nope', 'name', 'name.nope', 'password', 'members', 'a b', 'emails[type eq "work"]'])(
  '%j sorts no users',
  (sortBy) => {
    expect(refusal(() => resolveSortBy(userResourceType, [userResourceType], sortBy, compat))).toBe(
      '400 invalidValue',
    );
  },
);

test('over several types it is enough that one of them has the attribute', () => {
  expect(resolveSortBy(groupResourceType, both, 'userName', compat)).toMatchObject({
    path: 'userName',
    attribute: undefined,
    extension: undefined,
  });
  expect(refusal(() => resolveSortBy(groupResourceType, both, 'nope', compat))).toBe('400 invalidValue');
  expect(refusal(() => both.map((type) => resolveSortBy(type, both, 'password', compat)))).toBe(
    '400 invalidValue',
  );
});
