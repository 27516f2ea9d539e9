import { expect, test } from 'vitest';
import { filterLimits } from './filter/filter-reader.ts';
import { compat, createMode, strict } from './mode.ts';
import type { ScimMode } from './mode.ts';
import { resolveName, resolvePath } from './path.ts';
import type { PatchPath } from './path.ts';
import { groupResourceType, userResourceType } from './resource-types.ts';
import { enterpriseUserSchema, userSchema } from './schema.ts';
import { refusal, refusalOf } from './testing/refusal.ts';

const resolve = (text: string, mode: ScimMode = compat, resourceType = userResourceType): PatchPath =>
  resolvePath(resourceType, text, mode);

/** The path in canonical form, with [] where a filter stands. */
function canonical(path: PatchPath | undefined): string | undefined {
  if (path?.kind !== 'attribute') return path?.kind === 'extension' ? path.urn : path?.kind;
  return path.filter === undefined ? path.target.path : `${path.target.path} []`;
}

test.each([
  ['userName', 'userName'],
  ['NAME.familyname', 'name.familyName'],
  [' title ', 'title'],
  ['addresses[type eq "work"]', 'addresses []'],
  ['emails[type eq "work" and value ew "example.com"].value', 'emails.value []'],
  ['Emails[Type EQ "work"].VALUE', 'emails.value []'],
  [`${userSchema}:name.givenName`, 'name.givenName'],
  [`${enterpriseUserSchema}:department`, `${enterpriseUserSchema}:department`],
  [`${enterpriseUserSchema}:manager.value`, `${enterpriseUserSchema}:manager.value`],
  ['manager', `${enterpriseUserSchema}:manager`],
  [enterpriseUserSchema.toUpperCase(), enterpriseUserSchema],
  [userSchema, 'resource'],
  ['urn:acme:params:2.0:User', 'urn:acme:params:2.0:User'],
  ['urn:acme:params:1.0', 'urn:acme:params:1.0'],
  ['urn:acme:params:2.0:User:shoeSize', 'urn:acme:params:2.0:User:shoeSize'],
])('%s is %s in both modes', (text, path) => {
  expect(canonical(resolve(text, compat))).toBe(path);
  expect(canonical(resolve(text, strict))).toBe(path);
});

test.each([
  ['urn:scim:schemas:extension:enterprise:1.0', enterpriseUserSchema],
  [
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0User:department',
    `${enterpriseUserSchema}:department`,
  ],
])('compat mode takes %s for %s', (text, path) => {
  expect(canonical(resolve(text))).toBe(path);
});

test.each([
  '',
  ' ',
  '.',
  'name.',
  '.familyName',
  'name.familyName.x',
  'emails[type eq "work"]value',
  'emails[type eq "work"].',
  'emails[type eq "work"].value.x',
  'emails[type eq "work"] .value',
  'emails.value[type eq "work"]',
  'emails type',
  'emails]',
  'nope',
  'name.nope',
  `${enterpriseUserSchema}:nope`,
  'urn:ietf:params:scim:schemas:core:2.0:Group:displayName',
  'name[familyName eq "x"]',
  'userName[value eq "x"]',
  'urn:acme:params:2.0:User:cars[color eq "x"]',
  'x'.repeat(filterLimits.characters + 1),
])('%.40j is 400 invalidPath', (text) => {
  expect(refusal(() => resolve(text, strict))).toBe('400 invalidPath');
  expect(refusal(() => resolve(text, compat))).toBe('400 invalidPath');
});

test.each([
  'emails[0]',
  'emails[',
  'emails[]',
  'emails[type eq]',
  'emails[nope eq "x"]',
  'emails[type regex "x"]',
])('the fault in the brackets of %s is 400 invalidFilter', (text) => {
  expect(refusal(() => resolve(text))).toBe('400 invalidFilter');
});

test('an overlong path is not repeated in the message', () => {
  expect(refusalOf(() => resolve('x'.repeat(5000))).detail.length).toBeLessThan(400);
});

// RFC 7644 section 3.5.2 has `members[…].displayName`, which no schema has.
test('compat mode passes an unknown sub-attribute of an element on, strict mode refuses it', () => {
  const text = 'members[value eq "1"].displayName';
  expect(resolve(text, compat, groupResourceType)).toMatchObject({
    target: { path: 'members.displayName', subName: 'displayName', subAttribute: undefined },
  });
  expect(refusal(() => resolve(text, strict, groupResourceType))).toBe('400 invalidPath');
});

test.each<[string, unknown, string | undefined, string | undefined]>([
  ['username', 'x', 'userName', 'userName'],
  [enterpriseUserSchema, {}, enterpriseUserSchema, enterpriseUserSchema],
  ['urn:acme:2.0:User', {}, 'urn:acme:2.0:User', 'urn:acme:2.0:User'],
  ['urn:okta:acme:1.0:user:custom', {}, 'urn:okta:acme:1.0:user:custom', 'urn:okta:acme:1.0:user:custom'],
  ['name.givenName', 'x', 'name.givenName', undefined],
  [`${enterpriseUserSchema}:department`, 'x', `${enterpriseUserSchema}:department`, undefined],
  [`${enterpriseUserSchema}:manager`, {}, `${enterpriseUserSchema}:manager`, undefined],
  ['urn:acme:2.0:User:shoeSize', 42, 'urn:acme:2.0:User:shoeSize', undefined],
  ['department', 'x', `${enterpriseUserSchema}:department`, undefined],
  ['emails[type eq "work"].value', 'x', 'emails.value []', undefined],
  ['nope', 'x', undefined, undefined],
  ['no pe', 'x', undefined, undefined],
  ['nope[0]', 'x', undefined, undefined],
  ['nope[', 'x', undefined, undefined],
  ['__proto__', {}, undefined, undefined],
  ['constructor', {}, undefined, undefined],
  [userSchema, {}, undefined, undefined],
  ['urn:ietf:params:scim:schemas:core:2.0:Group', {}, undefined, undefined],
  ['urn:acme:\u0000', {}, undefined, undefined],
  ['http://acme', {}, undefined, undefined],
])('the name %s with %j is %s in compat mode and %s in strict mode', (name, value, inCompat, inStrict) => {
  expect(canonical(resolveName(userResourceType, name, value, compat))).toBe(inCompat);
  expect(canonical(resolveName(userResourceType, name, value, strict))).toBe(inStrict);
});

test('a path that needs a lenience counts it each time, and strict mode takes it as it stands', () => {
  const used: string[] = [];
  const text = 'urn:scim:schemas:extension:enterprise:1.0:costCenter';
  for (let request = 0; request < 2; request += 1) {
    resolve(
      text,
      createMode('compat', (lenience) => used.push(lenience)),
    );
  }
  expect(used).toStrictEqual(['legacySchemaUrn', 'legacySchemaUrn']);
  expect(canonical(resolve(text, strict))).toBe(text);
});

test('a path is that of its own resource type, however often another one had it', () => {
  expect(resolve('displayName')).not.toStrictEqual(resolve('displayName', compat, groupResourceType));
  expect(resolve('displayName')).toStrictEqual(resolve('displayName'));
});

test('more paths than are remembered are each what they are', () => {
  for (let turn = 0; turn < 2; turn += 1) {
    for (let id = 0; id < 1500; id += 1) {
      const path = resolve(`emails[value eq "${id}"]`);
      expect(path).toMatchObject({ filter: { value: String(id) } });
    }
  }
});
