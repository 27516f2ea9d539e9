import { expect, test } from 'vitest';
import { compat, strict } from './mode.ts';
import type { ScimMode } from './mode.ts';
import { normaliseGroup, normaliseResource } from './normalise.ts';
import { groupResourceType, userResourceType } from './resource-types.ts';
import type { ScimResource } from './resource.ts';
import { enterpriseUserSchema, groupSchema, userSchema } from './schema.ts';
import { refusal, refusalOf } from './testing/refusal.ts';

const modes = [compat, strict] as const satisfies readonly ScimMode[];

/** The document of a user with these attributes beside its schema and userName. */
function user(attributes: object, mode: ScimMode = compat): ScimResource {
  return normaliseResource(userResourceType, { schemas: [userSchema], userName: 'a', ...attributes }, mode);
}

const minimal = { userName: 'a', schemas: [userSchema] };

test.each(modes)('a whole user of $name mode keeps what it says', (mode) => {
  const body = {
    schemas: [userSchema, enterpriseUserSchema],
    userName: 'a',
    externalId: '1',
    name: { familyName: 'F', givenName: 'G' },
    active: true,
    emails: [
      { value: 'a@x', type: 'work', primary: true },
      { value: 'b@x', type: 'Sierra Leone' },
    ],
    x509Certificates: [{ value: 'MIIDQzCCAqygAwIBAgICEAAwDQYJKoZIhvcNAQEFBQAwTjELMAkG' }],
    [enterpriseUserSchema]: { department: 'D', manager: { value: 'm', $ref: '../Users/m' } },
  };
  expect(normaliseResource(userResourceType, body, mode)).toEqual(body);
});

test.each(modes)('names come in any case in $name mode', (mode) => {
  const body = {
    SCHEMAS: [userSchema.toUpperCase()],
    USERNAME: 'a',
    Emails: [{ VALUE: 'a@x', Type: 'work' }],
    [enterpriseUserSchema.toUpperCase()]: { Department: 'D' },
  };
  expect(normaliseResource(userResourceType, body, mode)).toEqual({
    userName: 'a',
    emails: [{ value: 'a@x', type: 'work' }],
    [enterpriseUserSchema]: { department: 'D' },
    schemas: [userSchema, enterpriseUserSchema],
  });
});

test.each(modes)('null, empty lists and empty objects are no values in $name mode', (mode) => {
  const attributes = {
    title: null,
    roles: [],
    name: {},
    emails: [null, { value: null, type: null }],
    addresses: null,
    [enterpriseUserSchema]: { manager: null, department: null },
    'urn:acme:2.0:User': { a: null, b: [null, []], c: { d: {} } },
  };
  expect(user(attributes, mode)).toEqual(minimal);
});

test.each(modes)('what the server sets is dropped in $name mode, and so is the password', (mode) => {
  const attributes = {
    id: 'evil',
    meta: { resourceType: 'User', lastModified: 5 },
    groups: [{ value: 'g' }],
    password: 'secret',
    [enterpriseUserSchema]: { manager: { value: 'm', displayName: 'Boss' } },
  };
  expect(user(attributes, mode)).toEqual({
    userName: 'a',
    [enterpriseUserSchema]: { manager: { value: 'm' } },
    schemas: [userSchema, enterpriseUserSchema],
  });
});

test.each(modes)('equal elements are kept once in $name mode', (mode) => {
  const emails = [
    { value: 'a@x', type: 'work' },
    { type: 'work', value: 'a@x' },
  ];
  expect(user({ emails }, mode)['emails']).toEqual([{ value: 'a@x', type: 'work' }]);
});

test.each(modes)('data of other extensions is kept and listed in schemas in $name mode', (mode) => {
  const data = {
    shoeSize: 42,
    tags: ['a', 'b'],
    car: { color: 'red', doors: [{ n: 1.5 }] },
    old: false,
    note: '',
  };
  expect(user({ 'urn:acme:2.0:User': data }, mode)).toEqual({
    userName: 'a',
    'urn:acme:2.0:User': data,
    schemas: [userSchema, 'urn:acme:2.0:User'],
  });
});

test('the body itself is never changed', () => {
  const body = JSON.stringify({
    schemas: [userSchema],
    USERNAME: 'a',
    name: { givenName: null },
    roles: [{ value: 'r' }],
  });
  const given: unknown = JSON.parse(body);
  normaliseResource(userResourceType, given, compat);
  expect(JSON.stringify(given)).toBe(body);
});

test.each([
  ['a string boolean', { active: 'True' }, { active: true }],
  [
    'a string boolean of a sub-attribute',
    { roles: [{ value: 'r', primary: 'FALSE' }] },
    { roles: [{ value: 'r', primary: false }] },
  ],
  ['an object where a list is expected', { emails: { value: 'a@x' } }, { emails: [{ value: 'a@x' }] }],
  ['an address alone', { emails: 'a@x' }, { emails: [{ value: 'a@x' }] }],
  ['addresses alone in a list', { emails: ['a@x', 'b@x'] }, { emails: [{ value: 'a@x' }, { value: 'b@x' }] }],
  ['an empty string', { title: '', name: { givenName: '', familyName: 'F' } }, { name: { familyName: 'F' } }],
  [
    'an unknown attribute',
    { nope: 1, name: { nope: 1, givenName: 'G' }, 'bad name': 1 },
    { name: { givenName: 'G' } },
  ],
  [
    'a dotted name',
    { 'name.givenName': 'G', name: { familyName: 'F' } },
    { name: { familyName: 'F', givenName: 'G' } },
  ],
  ['JSON texts of roles', { roles: '[{"value":"r"}]' }, { roles: [{ value: 'r' }] }],
])('compat mode takes %s', (_what, attributes, expected) => {
  expect(user(attributes)).toEqual({ ...minimal, ...expected });
});

test.each([
  ['a bare string', 'm', { value: 'm' }],
  ['a list', [{ value: 'm', $ref: '../Users/m' }], { value: 'm', $ref: '../Users/m' }],
  ['a list of a bare string', ['m'], { value: 'm' }],
])('compat mode takes %s as the manager', (_what, manager, expected) => {
  expect(user({ [enterpriseUserSchema]: { manager } })[enterpriseUserSchema]).toEqual({ manager: expected });
  expect(user({ [`${enterpriseUserSchema}:manager`]: manager })[enterpriseUserSchema]).toEqual({
    manager: expected,
  });
});

test.each([
  ['an empty string', ''],
  ['an empty list', []],
  ['what has no value', { managerId: '' }],
])('compat mode takes %s as no manager', (_what, manager) => {
  expect(user({ [enterpriseUserSchema]: { manager } })).toEqual(minimal);
});

test.each([
  `${enterpriseUserSchema}:department`,
  'urn:scim:schemas:extension:enterprise:1.0:department',
  'department',
])('compat mode takes the attribute of an extension by its name %s', (name) => {
  expect(user({ [name]: 'D' })).toEqual({
    userName: 'a',
    [enterpriseUserSchema]: { department: 'D' },
    schemas: [userSchema, enterpriseUserSchema],
  });
});

test('compat mode takes an attribute of an unknown extension by its qualified name', () => {
  expect(user({ 'urn:acme:2.0:User:shoeSize': 42 })).toMatchObject({ 'urn:acme:2.0:User': { shoeSize: 42 } });
});

test('compat mode ignores read-only attributes by their dotted names too', () => {
  expect(user({ 'meta.version': 'x', 'groups.value': 'g', [`${userSchema}:id`]: 'x' })).toEqual(minimal);
});

test('compat mode takes the enterprise data of SCIM 1 style templates', () => {
  const body = {
    schemas: ['urn:scim:schemas:core:2.0', 'urn:scim:schemas:extension:enterprise:2.0'],
    id: null,
    userName: 'a',
    'urn:scim:schemas:extension:enterprise:2.0': { department: 'D' },
  };
  expect(normaliseResource(userResourceType, body, compat)).toEqual({
    userName: 'a',
    [enterpriseUserSchema]: { department: 'D' },
    schemas: [userSchema, enterpriseUserSchema],
  });
});

test.each([
  ['active', { active: 'True' }],
  ['emails', { emails: { value: 'a@x' } }],
  ['emails', { emails: 'a@x' }],
  ['emails', { emails: ['a@x'] }],
  ['externalId', { externalId: 42 }],
  ['manager', { [enterpriseUserSchema]: { manager: 'm' } }],
  ['manager', { [enterpriseUserSchema]: { manager: [{ value: 'm' }] } }],
  ['x509Certificates.value', { x509Certificates: [{ value: 'no base64!' }] }],
])('strict mode refuses another type for %s', (path, attributes) => {
  const error = refusalOf(() => user(attributes, strict));
  expect(error).toMatchObject({ status: 400, scimType: 'invalidValue' });
  expect(error.detail).toContain(path);
});

test.each([
  ['nope', { nope: 1 }],
  ['name.nope', { name: { nope: 1 } }],
  ['name.givenName', { 'name.givenName': 'G' }],
  [`${enterpriseUserSchema}:nope`, { [enterpriseUserSchema]: { nope: 1 } }],
  [`${enterpriseUserSchema}:department`, { [`${enterpriseUserSchema}:department`]: 'D' }],
])('strict mode refuses the unknown attribute %s by its name', (path, attributes) => {
  const error = refusalOf(() => user(attributes, strict));
  expect(error).toMatchObject({ status: 400, scimType: 'invalidSyntax' });
  expect(error.detail).toContain(path);
});

test('strict mode keeps an empty string', () => {
  expect(user({ title: '' }, strict)['title']).toBe('');
});

const deep: unknown = JSON.parse(`${'{"a":'.repeat(50)}1${'}'.repeat(50)}`);

test.each([
  ['userName', { userName: {} }],
  ['userName', { userName: ['a'] }],
  ['userName', { userName: true }],
  ['userName', { userName: '' }],
  ['userName', { userName: null }],
  ['userName', { userName: undefined }],
  ['name', { name: 'Ann' }],
  ['name', { name: ['a', 'b'] }],
  ['name.givenName', { name: { givenName: { a: 1 } } }],
  ['name.givenName', { name: { givenName: ['a'] } }],
  ['active', { active: 'yes' }],
  ['active', { active: 1 }],
  ['emails', { emails: true }],
  ['emails', { emails: [true] }],
  ['emails', { emails: [[['a']]] }],
  ['emails.value', { emails: [{ value: {} }] }],
  ['title', { title: 'a\u0000' }],
  ['title', { title: '\ud83d' }],
  ['externalId', { externalId: 1.5 }],
  ['externalId', { externalId: 2 ** 60 }],
  [enterpriseUserSchema, { [enterpriseUserSchema]: 'x' }],
  [enterpriseUserSchema, { [enterpriseUserSchema]: [1] }],
  [
    `${enterpriseUserSchema}:manager`,
    { [enterpriseUserSchema]: { manager: [{ value: 'a' }, { value: 'b' }] } },
  ],
  ['urn:acme:2.0:User', { 'urn:acme:2.0:User': { a: 'a\u0000' } }],
  ['urn:acme:2.0:User', { 'urn:acme:2.0:User': { '\ud83d': 'a' } }],
  ['urn:acme:2.0:User', { 'urn:acme:2.0:User': { a: JSON.parse('1e999') } }],
  ['urn:acme:2.0:User', { 'urn:acme:2.0:User': deep }],
])('a wrong value of %s is 400 invalidValue in both modes and names it', (path, attributes) => {
  for (const mode of modes) {
    const error = refusalOf(() => user(attributes, mode));
    expect(error).toMatchObject({ status: 400, scimType: 'invalidValue' });
    expect(error.detail).toContain(path);
  }
});

test('of several primary elements the first stays primary in compat mode; strict mode refuses them', () => {
  const emails = [{ value: 'a' }, { value: 'b', primary: true }, { value: 'c', primary: true }];
  expect(user({ emails })['emails']).toEqual([
    { value: 'a' },
    { value: 'b', primary: true },
    { value: 'c', primary: false },
  ]);
  expect(refusal(() => user({ emails }, strict))).toBe('400 invalidValue');
});

test.each([{ managerId: 'm' }, { ManagerID: 'm', displayName: 'M' }])('%j is the manager m', (manager) => {
  const attributes = { [enterpriseUserSchema]: { manager } };
  expect(user(attributes)[enterpriseUserSchema]).toEqual({ manager: { value: 'm' } });
  expect(refusal(() => user(attributes, strict))).toBe('400 invalidSyntax');
});

test('a managerId beside a value says nothing', () => {
  const attributes = { [enterpriseUserSchema]: { manager: { value: 'm', managerId: 'n' } } };
  expect(user(attributes)[enterpriseUserSchema]).toEqual({ manager: { value: 'm' } });
});

test('a message says what was expected and what came, and not the value', () => {
  const { detail } = refusalOf(() => user({ active: 'secret' }));
  expect(detail).toBe('active: expected true or false, but a string came.');
});

test('an attribute under two spellings of its name is refused', () => {
  for (const mode of modes) {
    expect(refusal(() => user({ USERNAME: 'b' }, mode))).toBe('400 invalidSyntax');
    expect(refusal(() => user({ name: { givenName: 'a', GivenName: 'b' } }, mode))).toBe('400 invalidSyntax');
  }
});

test.each([null, [], 'x', 5, true, undefined])('the body %j is 400 invalidSyntax', (body) => {
  for (const mode of modes) {
    expect(refusal(() => normaliseResource(userResourceType, body, mode))).toBe('400 invalidSyntax');
    expect(refusal(() => normaliseGroup(groupResourceType, body, mode))).toBe('400 invalidSyntax');
  }
});

test.each([
  userSchema,
  ['urn:scim:schemas:core:1.0'],
  ['http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/User'],
  ['urn:acme:2.0:User'],
])('compat mode takes the schemas %j, strict mode refuses them', (schemas) => {
  expect(user({ schemas })).toEqual(minimal);
  expect(refusal(() => user({ schemas }, strict))).toBe('400 invalidSyntax');
});

test.each([
  { externalId: 42 },
  { userName: 7 },
  { emails: [7] },
  { emails: [{ value: 7 }] },
  { emails: [['a@x']] },
])('the wrong type in %j is 400 invalidValue in both modes', (attributes) => {
  for (const mode of modes) expect(refusal(() => user(attributes, mode))).toBe('400 invalidValue');
});

test.each([[undefined], [null], [[]], [[groupSchema]], [5], [[5]], [{}]])(
  'the schemas %j are 400 invalidSyntax in both modes',
  (schemas) => {
    for (const mode of modes) expect(refusal(() => user({ schemas }, mode))).toBe('400 invalidSyntax');
  },
);

test('strict mode takes only the schemas of the type, and of extensions that have data', () => {
  expect(user({ schemas: [userSchema, enterpriseUserSchema] }, strict)).toEqual(minimal);
  const schemas = [userSchema, 'urn:acme:2.0:User'];
  expect(user({ schemas, 'urn:acme:2.0:User': { a: 1 } }, strict)['schemas']).toEqual(schemas);
  expect(refusal(() => user({ schemas }, strict))).toBe('400 invalidSyntax');
});

test('names of object prototypes do no harm', () => {
  const body: unknown = JSON.parse(`{
    "schemas": ["${userSchema}"], "userName": "a",
    "__proto__": { "userName": "evil", "polluted": true },
    "constructor": { "prototype": { "polluted": true } },
    "name": { "__proto__": { "givenName": "evil" }, "constructor": "x" },
    "urn:acme:2.0:User": { "__proto__": { "polluted": true }, "constructor": "kept" }
  }`);
  const resource = normaliseResource(userResourceType, body, compat);
  expect(resource).toEqual({
    userName: 'a',
    'urn:acme:2.0:User': { constructor: 'kept' },
    schemas: [userSchema, 'urn:acme:2.0:User'],
  });
  expect(Object.getPrototypeOf(resource['urn:acme:2.0:User'])).toBe(Object.prototype);
  expect(Object.prototype).not.toHaveProperty('polluted');
});

test('a body nested 100,000 levels deep is refused, not fatal', () => {
  const nested: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  expect(refusal(() => user({ 'urn:acme:2.0:User': { a: nested } }))).toBe('400 invalidValue');
  expect(refusal(() => user({ emails: nested }))).toBe('400 invalidValue');
});
