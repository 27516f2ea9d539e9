import { expect, test } from 'vitest';
import { compat, strict } from '../mode.ts';
import type { ScimMode } from '../mode.ts';
import type { ScimResource } from '../resource.ts';
import { enterpriseUserSchema, userSchema } from '../schema.ts';
import { patchUser } from '../testing/patch-user.ts';
import { refusal } from '../testing/refusal.ts';

/** What RFC 7644 section 3.5.2 says holds in both modes. */
const modes = [compat, strict] as const satisfies readonly ScimMode[];

const work = { value: 'a@work', type: 'work', primary: true };
const home = { value: 'a@home', type: 'home' };
const before: ScimResource = freeze({
  schemas: [userSchema, enterpriseUserSchema],
  userName: 'a',
  title: 'T',
  active: true,
  name: { givenName: 'G', familyName: 'F' },
  emails: [work, home],
  [enterpriseUserSchema]: { department: 'D', manager: { value: 'm1', $ref: '../Users/m1' } },
});
const enterprise = before[enterpriseUserSchema];

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}

/** The user with other attributes; undefined for one that is gone. */
function with_(attributes: object): object {
  return JSON.parse(JSON.stringify({ ...before, ...attributes })) as object;
}

interface Case {
  readonly title: string;
  readonly operations: readonly object[];
  readonly after: object;
}

const add = (path: string | undefined, value: unknown): object => ({ op: 'add', path, value });
const replace = (path: string | undefined, value: unknown): object => ({ op: 'replace', path, value });
const remove = (path: string): object => ({ op: 'remove', path });

const cases: readonly Case[] = [
  // Section 3.5.2.1
  {
    title: 'add without a path sets single-valued and adds to multi-valued attributes',
    operations: [add(undefined, { emails: [{ value: 'b@x', type: 'other' }], nickName: 'Babs' })],
    after: { emails: [work, home, { value: 'b@x', type: 'other' }], nickName: 'Babs' },
  },
  { title: 'add replaces a single value', operations: [add('title', 'X')], after: { title: 'X' } },
  {
    title: 'add gives a complex attribute the sub-attributes of the value',
    operations: [add('name', { givenName: 'X', middleName: 'M' })],
    after: { name: { givenName: 'X', familyName: 'F', middleName: 'M' } },
  },
  {
    title: 'add to a multi-valued attribute takes one value as an object',
    operations: [add('emails', { value: 'b@x' })],
    after: { emails: [work, home, { value: 'b@x' }] },
  },
  { title: 'add of what is there changes nothing', operations: [add('emails', [home])], after: {} },
  {
    title: 'add of the same value and type gives the element the other sub-attributes',
    operations: [add('emails', [{ value: 'A@HOME', type: 'Home', display: 'D' }])],
    after: { emails: [work, { ...home, display: 'D' }] },
  },
  {
    title: 'add of the same value with another type is another element',
    operations: [add('emails', [{ value: 'a@home', type: 'other' }])],
    after: { emails: [work, home, { value: 'a@home', type: 'other' }] },
  },
  {
    title: 'add behind a filter gives the matching elements the sub-attributes of the value',
    operations: [add('emails[type eq "home"]', { display: 'D' })],
    after: { emails: [work, { ...home, display: 'D' }] },
  },
  {
    title: 'add of an attribute of an extension adds its URN to schemas',
    operations: [remove(enterpriseUserSchema), add(`${enterpriseUserSchema}:employeeNumber`, '42')],
    after: { [enterpriseUserSchema]: { employeeNumber: '42' } },
  },
  {
    title: 'add to a whole extension sets the attributes of the value',
    operations: [add(enterpriseUserSchema, { department: 'X', division: 'V' })],
    after: { [enterpriseUserSchema]: { ...(enterprise as object), department: 'X', division: 'V' } },
  },
  // Section 3.5.2.2
  { title: 'remove of a single value', operations: [remove('title')], after: { title: undefined } },
  {
    title: 'remove of a sub-attribute',
    operations: [remove('name.givenName')],
    after: { name: { familyName: 'F' } },
  },
  {
    title: 'remove of the last sub-attribute removes the attribute',
    operations: [remove('name.givenName'), remove('name.familyName')],
    after: { name: undefined },
  },
  { title: 'remove of all values', operations: [remove('emails')], after: { emails: undefined } },
  {
    title: 'remove behind a filter takes only the matching elements',
    operations: [remove('emails[type eq "work" and value ew "work"]')],
    after: { emails: [home] },
  },
  {
    title: 'remove of the last element removes the attribute',
    operations: [remove('emails[type eq "work"]'), remove('emails[not (type eq "work")]')],
    after: { emails: undefined },
  },
  {
    title: 'remove of a sub-attribute behind a filter',
    operations: [remove('emails[type eq "work"].primary')],
    after: { emails: [{ value: 'a@work', type: 'work' }, home] },
  },
  {
    title: 'remove of a sub-attribute in all elements',
    operations: [remove('emails.type')],
    after: { emails: [{ value: 'a@work', primary: true }, { value: 'a@home' }] },
  },
  {
    title: 'remove of what is not there changes nothing',
    operations: [
      remove('nickName'),
      remove('emails[type eq "other"]'),
      remove('emails[type eq "other"].value'),
      remove('addresses.type'),
      remove('name.middleName'),
      remove(`${enterpriseUserSchema}:division`),
      remove('urn:acme:2.0:User'),
      remove('urn:acme:2.0:User:a.b'),
    ],
    after: {},
  },
  {
    title: 'remove of the last attribute of an extension takes its URN out of schemas',
    operations: [remove(`${enterpriseUserSchema}:department`), remove(`${enterpriseUserSchema}:manager`)],
    after: { [enterpriseUserSchema]: undefined, schemas: [userSchema] },
  },
  {
    title: 'remove of a whole extension',
    operations: [remove(enterpriseUserSchema)],
    after: { [enterpriseUserSchema]: undefined, schemas: [userSchema] },
  },
  // Section 3.5.2.3
  {
    title: 'replace without a path sets the attributes of the value and leaves the others',
    operations: [replace(undefined, { title: 'X', emails: [home], active: false })],
    after: { title: 'X', emails: [home], active: false },
  },
  {
    title: 'replace with the URN of the schema as its path is one without a path',
    operations: [replace(userSchema, { title: 'X' })],
    after: { title: 'X' },
  },
  {
    title: 'replace of what is not there adds it',
    operations: [
      replace('nickName', 'N'),
      replace('addresses', [{ locality: 'L' }]),
      replace('ims.value', 'i'),
    ],
    after: { nickName: 'N', addresses: [{ locality: 'L' }], ims: [{ value: 'i' }] },
  },
  {
    title: 'replace of a complex attribute leaves sub-attributes that the value does not name',
    operations: [replace('name', { givenName: 'X' })],
    after: { name: { givenName: 'X', familyName: 'F' } },
  },
  {
    title: 'replace of a multi-valued attribute replaces all values',
    operations: [replace('emails', [{ value: 'b@x' }])],
    after: { emails: [{ value: 'b@x' }] },
  },
  {
    title: 'replace behind a filter replaces the matching elements',
    operations: [replace('emails[type eq "work"]', { type: 'work', value: 'b@x' })],
    after: { emails: [{ type: 'work', value: 'b@x' }, home] },
  },
  {
    title: 'replace of a sub-attribute behind a filter',
    operations: [replace('emails[type eq "work"].value', 'b@x')],
    after: { emails: [{ ...work, value: 'b@x' }, home] },
  },
  {
    title: 'replace of a sub-attribute in all elements',
    operations: [replace('emails.display', 'D')],
    after: {
      emails: [
        { ...work, display: 'D' },
        { ...home, display: 'D' },
      ],
    },
  },
  {
    title: 'replace with null or [] leaves the attribute unassigned',
    operations: [
      replace('title', null),
      replace('name', null),
      replace('emails', []),
      replace(undefined, { active: null }),
      replace(`${enterpriseUserSchema}:manager`, null),
      replace(`${enterpriseUserSchema}:department`, null),
    ],
    after: {
      title: undefined,
      name: undefined,
      emails: undefined,
      active: undefined,
      [enterpriseUserSchema]: undefined,
      schemas: [userSchema],
    },
  },
  {
    title: 'replace of an element with null removes it',
    operations: [replace('emails[type eq "work"]', null)],
    after: { emails: [home] },
  },
  // Section 3.5.2
  {
    title: 'an element that becomes primary takes it from the others',
    operations: [replace('emails[type eq "home"].primary', true)],
    after: {
      emails: [
        { ...work, primary: false },
        { ...home, primary: true },
      ],
    },
  },
  {
    title: 'an added primary element takes it from the others',
    operations: [add('emails', [{ value: 'b@x', primary: true }])],
    after: { emails: [{ ...work, primary: false }, home, { value: 'b@x', primary: true }] },
  },
  {
    title: 'each operation sees the result of the one before it',
    operations: [
      add('emails', [{ value: 'b@x', type: 'other' }]),
      replace('emails[value eq "b@x"].type', 'third'),
      remove('emails[type ne "third"]'),
    ],
    after: { emails: [{ value: 'b@x', type: 'third' }] },
  },
  {
    title: 'operations that undo each other change nothing',
    operations: [replace('title', 'X'), replace('title', 'T'), add('nickName', 'N'), remove('nickName')],
    after: {},
  },
  {
    title: 'schemas follows from the data, whatever an operation says',
    operations: [add('schemas', ['urn:acme']), replace('schemas', [userSchema])],
    after: {},
  },
  {
    title: 'a password is accepted and not kept',
    operations: [replace(undefined, { password: 'p' }), add('password', 'p'), remove('password')],
    after: {},
  },
  {
    title: 'another value of a manager takes the reference to the old one with it',
    operations: [replace(`${enterpriseUserSchema}:manager`, { value: 'm2' })],
    after: { [enterpriseUserSchema]: { department: 'D', manager: { value: 'm2' } } },
  },
  {
    title: 'another value of a manager by its own path does so too',
    operations: [replace(`${enterpriseUserSchema}:manager.value`, 'm2')],
    after: { [enterpriseUserSchema]: { department: 'D', manager: { value: 'm2' } } },
  },
  {
    title: 'a manager keeps its reference with the same value, and gets one with a new value',
    operations: [
      replace(`${enterpriseUserSchema}:manager`, { value: 'm1' }),
      replace(`${enterpriseUserSchema}:manager`, { value: 'm2', $ref: '../Users/m2' }),
    ],
    after: { [enterpriseUserSchema]: { department: 'D', manager: { value: 'm2', $ref: '../Users/m2' } } },
  },
  {
    title: 'attributes of an extension that no schema describes',
    operations: [
      add('urn:acme:2.0:User', { a: 1, list: ['x'] }),
      add('urn:acme:2.0:User:list', ['y', 'x']),
      add('urn:acme:2.0:User:list', 'z'),
      replace('URN:acme:2.0:user:A', 2),
      add('urn:acme:2.0:User:car.color', 'red'),
      add('urn:acme:2.0:User:car', { doors: 4 }),
      remove('urn:acme:2.0:User:car.color'),
      replace('urn:acme:2.0:User:gone', 'x'),
      replace('urn:acme:2.0:User:gone', null),
    ],
    after: {
      'urn:acme:2.0:User': { a: 2, list: ['x', 'y', 'z'], car: { doors: 4 } },
      schemas: [userSchema, enterpriseUserSchema, 'urn:acme:2.0:User'],
    },
  },
];

test.each(cases)('$title', ({ operations, after }) => {
  for (const mode of modes) expect(patchUser(before, operations, mode)).toEqual(with_(after));
});

test('what changes nothing gives back the same resource', () => {
  expect(patchUser(before, [replace('title', 'T'), add('emails', [home]), remove('nickName')], strict)).toBe(
    before,
  );
  expect(patchUser(before, [replace('title', 'X'), replace('title', 'T')], strict)).toBe(before);
});

test('what does not change is shared with the resource before', () => {
  const after = patchUser(before, [replace('emails[type eq "home"].value', 'b@x')], strict);
  expect(after['name']).toBe(before['name']);
  expect(after['emails']).toMatchObject([{}, { value: 'b@x' }]);
  const [first] = after['emails'] as readonly unknown[];
  expect(first).toBe(work);
});

test.each([
  ['mutability', remove('userName')],
  ['mutability', remove('schemas')],
  ['mutability', remove('id')],
  ['mutability', replace('id', 'x')],
  ['mutability', replace('meta.lastModified', '2026-01-31T08:00:00Z')],
  ['mutability', add('groups', [{ value: 'g' }])],
  ['mutability', remove('groups[value eq "g"]')],
  ['mutability', replace(undefined, { id: 'another' })],
  ['mutability', replace(`${enterpriseUserSchema}:manager.displayName`, 'x')],
  ['invalidValue', replace('userName', null)],
  ['invalidValue', replace('userName', '')],
  ['invalidValue', replace(undefined, { userName: null })],
  ['invalidValue', replace('active', 'yes')],
  ['invalidValue', replace('title', { a: 1 })],
  ['invalidValue', replace('title', ['x'])],
  ['invalidValue', replace('name', 'x')],
  ['invalidValue', add('name.givenName', 5.5)],
  ['invalidValue', replace('title', 'a\u0000')],
  ['invalidValue', replace(undefined, 'x')],
  ['invalidValue', replace(undefined, ['x'])],
  ['invalidValue', replace(enterpriseUserSchema, 'x')],
  ['invalidValue', replace('emails.primary', true)],
  ['invalidValue', add('urn:acme:2.0:User:a', 'a\u0000')],
  ['noTarget', replace('emails[value co "nobody"].type', 'x')],
  ['noTarget', replace('emails[value co "nobody"]', { value: 'x' })],
  ['noTarget', { op: 'remove', path: userSchema }],
])('400 %s for %j in both modes, and the resource stays as it was', (scimType, operation) => {
  for (const mode of modes) {
    const operations = [replace('title', 'changed'), operation];
    expect(refusal(() => patchUser(before, operations, mode))).toBe(`400 ${scimType}`);
  }
  expect(before['title']).toBe('T');
});

test('a sub-attribute of what has none in another extension is 400 invalidPath', () => {
  const operations = [add('urn:acme:2.0:User:list', ['x']), add('urn:acme:2.0:User:list.a', 'y')];
  for (const mode of modes)
    expect(refusal(() => patchUser(before, operations, mode))).toBe('400 invalidPath');
});
