import { expect, test } from 'vitest';
import { compat, strict } from '../mode.ts';
import type { ScimMode } from '../mode.ts';
import { groupResourceType, userResourceType } from '../resource-types.ts';
import type { ScimResource } from '../resource.ts';
import { enterpriseUserSchema, userSchema } from '../schema.ts';
import { createMatcher } from './evaluate.ts';
import { parseFilter } from './parse-filter.ts';
import { resolveFilter } from './resolve-filter.ts';

const user: ScimResource = {
  schemas: [userSchema, enterpriseUserSchema, 'urn:acme:2.0:User'],
  id: '2819c223',
  externalId: 'Ext-1',
  userName: 'BJensen',
  name: { familyName: "O'Malley", givenName: 'Zoë' },
  title: 'VP 100%_of',
  userType: 'Employee',
  active: true,
  emails: [
    { value: 'bjensen@example.com', type: 'work', primary: true },
    { value: 'babs@home.org', type: 'home' },
  ],
  meta: { created: '2011-05-13T04:42:34.000Z', lastModified: '2011-05-13T04:42:34.500Z' },
  [enterpriseUserSchema]: { department: 'Sales', manager: { value: 'M-1' } },
  'urn:acme:2.0:User': { shoeSize: 42, tags: ['red', 'blue'], car: { color: 'Black' }, constructorName: 'x' },
};

function matches(text: string, mode: ScimMode = compat): boolean {
  return createMatcher(resolveFilter(userResourceType, parseFilter(text, mode), mode))(user);
}

test.each([
  'userName eq "bjensen"',
  'userName Eq "BJENSEN"',
  'userName sw "bj" and userName ew "SEN" and userName co "jens"',
  'userName ne "other"',
  'userName gt "a" and userName lt "c" and userName ge "bjensen" and userName le "bjensen"',
  'externalId eq "Ext-1"',
  'id eq "2819c223"',
  `name.familyName co "O'Malley"`,
  'name.givenName eq "ZOË"',
  'title co "100%_of"',
  'title pr and name pr and emails pr',
  'active eq true',
  'active eq "True"',
  'active ne false',
  'nickName eq null and title ne null',
  'nickName ne "x"',
  'not (nickName pr)',
  'emails.type eq "home" and emails.value co "@example.com"',
  'emails[type eq "work" and value co "@example.com"]',
  'emails[not (type eq "work")]',
  'emails[primary eq "True"].value eq "bjensen@EXAMPLE.com"',
  'emails co "home.org"',
  'emails.value ne "babs@home.org"',
  'schemas eq "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"',
  'schemas[value eq "urn:acme:2.0:User"]',
  'meta.lastModified gt "2011-05-13T04:42:34Z"',
  'meta.lastModified eq "2011-05-13T06:42:34.5+02:00"',
  'meta.created lt "2011-05-13T04:42:34.001Z" and meta.created ge "2011-05-13T04:42:34Z"',
  'department eq "sales"',
  'manager eq "m-1"',
  `${enterpriseUserSchema}:manager.value eq "M-1"`,
  'urn:acme:2.0:User:shoeSize ge 42',
  'URN:ACME:2.0:user:SHOESIZE eq 42',
  'urn:acme:2.0:User:tags eq "RED"',
  'urn:acme:2.0:User:car.color sw "bl"',
  'urn:acme:2.0:User:car pr',
  'userName eq "x" or userName eq "bjensen" and active eq true',
  'not (userName eq "x") and userName pr',
])('%s matches', (text) => {
  expect(matches(text)).toBe(true);
});

test.each([
  'userName eq "bjense"',
  'userName ne "BJENSEN"',
  'externalId eq "ext-1"',
  'title co "100_"',
  'title co ".*"',
  'nickName pr',
  'nickName eq ""',
  'nickName gt "a"',
  'active eq false',
  'title eq null',
  'emails[type eq "home" and value co "@example.com"]',
  'emails[type eq "home"].primary eq true',
  'phoneNumbers pr',
  'phoneNumbers[type eq "work"]',
  'meta.lastModified gt "2011-05-13T04:42:35Z"',
  'manager eq "m"',
  'urn:acme:2.0:User:constructor pr',
  'urn:acme:2.0:User:shoeSize eq "42"',
  'urn:acme:2.0:User:car eq "Black"',
  'urn:other:2.0:User:car pr',
  '(userName eq "x" or userName eq "bjensen") and active eq false',
])('%s does not match', (text) => {
  expect(matches(text)).toBe(false);
});

test('text is ordered by code points', () => {
  const isAfter = createMatcher(
    resolveFilter(userResourceType, parseFilter('userName gt "\uFF5E"', strict), strict),
  );
  expect(isAfter({ userName: '\u{1F600}' })).toBe(true);
});

test('a group is found by its member', () => {
  const filter = resolveFilter(groupResourceType, parseFilter('members eq "U1"', compat), compat);
  const hasMember = createMatcher(filter);
  expect(hasMember({ members: [{ value: 'u0' }, { value: 'u1' }] })).toBe(true);
  expect(hasMember({ members: [{ value: 'u0' }] })).toBe(false);
  expect(hasMember({})).toBe(false);
});

test('empty values are not present', () => {
  const isPresent = createMatcher(resolveFilter(userResourceType, parseFilter('name pr', strict), strict));
  expect(
    [{ name: {} }, { name: { givenName: '' } }, { name: null }, {}].map((resource) => isPresent(resource)),
  ).toEqual([false, false, false, false]);
});
