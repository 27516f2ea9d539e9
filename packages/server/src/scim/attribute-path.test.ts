import { expect, test } from 'vitest';
import { formatAttributePath, parseAttributePath } from './attribute-path.ts';

test.each([
  ['userName', undefined, 'userName', undefined],
  ['name.givenName', undefined, 'name', 'givenName'],
  ['members.$ref', undefined, 'members', '$ref'],
  [
    'urn:ietf:params:scim:schemas:core:2.0:User:userName',
    'urn:ietf:params:scim:schemas:core:2.0:User',
    'userName',
    undefined,
  ],
  [
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value',
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
    'manager',
    'value',
  ],
])('reads %s; dots before the last colon belong to the URN', (text, urn, name, subName) => {
  expect(parseAttributePath(text)).toEqual({ urn, name, subName });
  expect(formatAttributePath({ urn, name, subName })).toBe(text);
});

test.each([
  '',
  '.',
  'a.',
  '.a',
  'a.b.c',
  '1a',
  'a b',
  'a[',
  'é',
  'urn:x:',
  ':a',
  'urn:\u0000:a',
  'urn:é:a',
  '$',
  '$$ref',
  'a$',
])('refuses %j', (text) => {
  expect(parseAttributePath(text)).toBeUndefined();
});
