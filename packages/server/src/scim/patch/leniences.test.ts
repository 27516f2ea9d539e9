import { expect, test } from 'vitest';
import type { ScimResource } from '../resource.ts';
import { enterpriseUserSchema, userSchema } from '../schema.ts';
import { patchUser } from '../testing/patch-user.ts';
import { refusal } from '../testing/refusal.ts';
import { compat, strict } from '../mode.ts';

/** What compat mode takes beside RFC 7644, each as an identity provider sends it. */
const work = { value: 'a@work', type: 'work', primary: true };
const before: ScimResource = {
  schemas: [userSchema, enterpriseUserSchema],
  userName: 'a',
  title: 'T',
  active: true,
  emails: [work],
  [enterpriseUserSchema]: { manager: { value: 'm1' } },
};
const minimal: ScimResource = { schemas: [userSchema], userName: 'a' };
const managerPath = `${enterpriseUserSchema}:manager`;

function patch(operation: object, resource: ScimResource = before): ScimResource {
  return patchUser(resource, [operation], compat);
}

test('a capitalised op and a string boolean', () => {
  expect(patch({ op: 'Replace', path: 'active', value: 'False' })['active']).toBe(false);
  expect(patch({ op: 'replace', value: { active: 'TRUE' } }, minimal)['active']).toBe(true);
});

test('dotted and URN names in a value without a path', () => {
  const value = {
    displayName: 'x',
    'name.givenName': 'G',
    'name.familyName': 'F',
    [`${enterpriseUserSchema}:employeeNumber`]: '42',
    [managerPath]: 'm2',
    'emails[type eq "work"].value': 'b@work',
  };
  const after = patch({ op: 'replace', value });
  expect(after).toEqual({
    ...before,
    displayName: 'x',
    name: { givenName: 'G', familyName: 'F' },
    emails: [{ ...work, value: 'b@work' }],
    [enterpriseUserSchema]: { employeeNumber: '42', manager: { value: 'm2' } },
  });
});

test.each(['Add', 'Replace'])('%s on a filter that matches nothing makes the element', (op) => {
  const made = (path: string, value: unknown): unknown => patch({ op, path, value }, minimal);
  expect(made('emails[type eq "work"].value', 'a@x')).toEqual({
    ...minimal,
    emails: [{ type: 'work', value: 'a@x' }],
  });
  expect(made('addresses[type eq "work"].formatted', 'A')).toEqual({
    ...minimal,
    addresses: [{ type: 'work', formatted: 'A' }],
  });
  expect(made('phoneNumbers[type eq "work" and primary eq true]', { value: '1' })).toEqual({
    ...minimal,
    phoneNumbers: [{ type: 'work', primary: true, value: '1' }],
  });
  expect(made('roles[primary eq "True"].value', 'admin')).toEqual({
    ...minimal,
    roles: [{ primary: true, value: 'admin' }],
  });
});

test('a made primary element takes it from the others', () => {
  const after = patch({
    op: 'Add',
    path: 'emails[primary eq "True" and type eq "home"].value',
    value: 'a@home',
  });
  expect(after['emails']).toEqual([
    { ...work, primary: false },
    { primary: true, type: 'home', value: 'a@home' },
  ]);
});

test('an emptied element that is not there is not made', () => {
  for (const value of [null, '', []]) {
    expect(patch({ op: 'Replace', path: 'emails[type eq "home"].value', value })).toBe(before);
    expect(patch({ op: 'Replace', path: 'emails[type eq "home"]', value })).toBe(before);
  }
});

test('a string boolean in a filter', () => {
  const after = patch({ op: 'replace', path: 'emails[primary eq "True"].value', value: 'b@work' });
  expect(after['emails']).toEqual([{ ...work, value: 'b@work' }]);
});

test('a replaced element keeps what its filter names', () => {
  const after = patch({ op: 'replace', path: 'emails[type eq "work"]', value: { value: 'b@work' } });
  expect(after['emails']).toEqual([{ type: 'work', value: 'b@work' }]);
});

test.each([
  ['a bare string', managerPath, 'm2', { value: 'm2' }],
  [
    'a list, without a URN',
    'manager',
    [{ $ref: '../Users/m2', value: 'm2' }],
    { value: 'm2', $ref: '../Users/m2' },
  ],
  ['an object', managerPath, { value: 'm2' }, { value: 'm2' }],
  ['an object with nulls', managerPath, { value: 'm2', $ref: null, displayName: null }, { value: 'm2' }],
])('%s as the manager', (_what, path, value, manager) => {
  for (const op of ['Add', 'Replace']) {
    expect(patch({ op, path, value })[enterpriseUserSchema]).toEqual({ manager });
    expect(patch({ op, path, value }, minimal)[enterpriseUserSchema]).toEqual({ manager });
  }
});

test.each([
  { op: 'Remove', path: managerPath },
  { op: 'Remove', path: managerPath, value: { value: 'm1' } },
  { op: 'Replace', path: managerPath, value: '' },
  { op: 'Replace', path: 'manager', value: [] },
  { op: 'Replace', path: managerPath, value: [''] },
  { op: 'Replace', path: managerPath, value: { value: '' } },
  { op: 'replace', value: { [managerPath]: '' } },
])('the manager is cleared by %j', (operation) => {
  const { [enterpriseUserSchema]: _gone, ...rest } = before;
  expect(patch(operation)).toEqual({ ...rest, schemas: [userSchema] });
});

test('an empty string clears a value', () => {
  expect(patch({ op: 'Replace', path: 'title', value: '' })).not.toHaveProperty('title');
  expect(patch({ op: 'Replace', path: 'emails[type eq "work"].value', value: '' })['emails']).toEqual([
    { type: 'work', primary: true },
  ]);
  expect(patch({ op: 'Replace', value: { title: '', 'name.givenName': '' } })).not.toHaveProperty('title');
});

test('remove with a value takes only that', () => {
  const resource = {
    ...before,
    emails: [work, { value: 'a@home', type: 'home' }, { value: 'b@home', type: 'home' }],
  };
  const emails = (value: unknown): unknown =>
    patch({ op: 'Remove', path: 'emails', value }, resource)['emails'];
  const [, second, third] = resource.emails;
  expect(emails([{ $ref: null, value: 'A@WORK' }])).toEqual([second, third]);
  expect(emails([{ value: 'a@home', type: 'home' }, 'b@home'])).toEqual([work]);
  expect(emails({ value: 'a@home', type: 'work' })).toEqual(resource.emails);
  expect(emails([])).toEqual(resource.emails);
  expect(emails([{ value: 'nobody' }])).toEqual(resource.emails);
  expect(emails(null)).toBeUndefined();
});

test('remove with a value takes what has no value only when all is equal', () => {
  const addresses = [{ locality: 'L', type: 'work' }, { locality: 'L' }];
  const operation = { op: 'Remove', path: 'addresses', value: [{ locality: 'L' }] };
  expect(patch(operation, { ...before, addresses })['addresses']).toEqual([addresses[0]]);
});

test('strict mode refuses to remove by a value', () => {
  const operation = { op: 'remove', path: 'emails', value: [work] };
  expect(refusal(() => patchUser(before, [operation], strict))).toBe('400 invalidValue');
});

test('the resource’s own id and any meta in a value are ignored', () => {
  const value = { id: 'u1', meta: { lastModified: 'old' }, groups: [{ value: 'g' }], title: 'X' };
  expect(patch({ op: 'replace', value })).toEqual({ ...before, title: 'X' });
  expect(patch({ op: 'replace', value: { id: null, 'meta.version': 'x' } })).toBe(before);
  for (const attribute of [{ id: 'u1' }, { meta: {} }, { groups: [] }]) {
    expect(refusal(() => patchUser(before, [{ op: 'replace', value: attribute }], strict))).toBe(
      '400 mutability',
    );
  }
});

test.each([
  [
    'of JSON texts',
    ['{"id":"1","value":"admin","displayName":"Admin"}', '{"id":"2","value":"dev","displayName":"Dev"}'],
  ],
  [
    'of JSON texts in value',
    [
      { value: '{"id":"1","value":"admin","displayName":"Admin"}' },
      { value: '{"id":"2","value":"dev","displayName":"Dev"}' },
    ],
  ],
  [
    'that is a JSON text',
    '[{"id":"1","value":"admin","displayName":"Admin"},{"value":"dev","displayName":"Dev"}]',
  ],
])('roles as a list %s', (_what, value) => {
  expect(patch({ op: 'Add', path: 'roles', value })['roles']).toEqual([
    { value: 'admin', display: 'Admin' },
    { value: 'dev', display: 'Dev' },
  ]);
});

test('a role that only looks like JSON stays a text', () => {
  expect(patch({ op: 'Add', path: 'roles', value: [{ value: '{admin' }] })['roles']).toEqual([
    { value: '{admin' },
  ]);
});

test('an object where a list is expected', () => {
  const after = patch({ op: 'replace', value: { emails: { value: 'b@x', type: 'work', primary: true } } });
  expect(after['emails']).toEqual([{ value: 'b@x', type: 'work', primary: true }]);
});

test('unknown attributes in a value without a path are ignored, in a path they are refused', () => {
  expect(patch({ op: 'replace', value: { nope: 1, 'name.nope': 1, title: 'X' } })).toEqual({
    ...before,
    title: 'X',
  });
  expect(patch({ op: 'add', path: enterpriseUserSchema, value: { nope: 1 } })).toBe(before);
  expect(refusal(() => patchUser(before, [{ op: 'replace', value: { nope: 1 } }], strict))).toBe(
    '400 invalidSyntax',
  );
  expect(refusal(() => patch({ op: 'replace', path: 'emails.nope', value: 'x' }))).toBe('400 invalidPath');
});

test.each([
  { op: 'replace', path: 'emails[type eq "home"].value', value: 'x' },
  { op: 'add', path: 'emails[type eq "home"].value', value: 'x' },
  { op: 'add', path: 'emails[type eq "home"]', value: { value: 'x' } },
])('strict mode answers noTarget to %j', (operation) => {
  expect(refusal(() => patchUser(before, [operation], strict))).toBe('400 noTarget');
});

test.each([
  { op: 'replace', path: 'active', value: 'False' },
  { op: 'replace', path: 'emails[primary eq "True"].value', value: 'x' },
  { op: 'replace', value: { 'name.givenName': 'G' } },
  { op: 'replace', value: { [managerPath]: { value: 'm' } } },
  { op: 'add', path: managerPath, value: 'm2' },
  { op: 'add', path: managerPath, value: [{ value: 'm2' }] },
  { op: 'replace', path: 'emails', value: { value: 'x' } },
  { op: 'add', path: 'roles', value: ['{"value":"admin"}'] },
  { op: 'add', path: 'emails', value: 'x' },
])('strict mode refuses %j', (operation) => {
  expect(refusal(() => patchUser(before, [operation], strict))).toMatch(/^400 invalid/);
});
