import { expect, test } from 'vitest';
import { createProjection } from './projection.ts';
import type { Projection } from './projection.ts';
import { groupResourceType, userResourceType } from './resource-types.ts';
import type { ScimResource } from './resource.ts';
import { createResourceType, enterpriseUserSchema, userSchema } from './schema.ts';
import { refusal } from './testing/refusal.ts';

const minimum = { schemas: [userSchema, enterpriseUserSchema], id: '1' };
const user: ScimResource = {
  ...minimum,
  externalId: 'e',
  meta: { resourceType: 'User', version: 'W/"1"' },
  userName: 'a',
  name: { givenName: 'G', familyName: 'F' },
  emails: [{ value: 'a@x', type: 'work' }, { value: 'b@x' }],
  groups: [{ value: 'g', display: 'G' }],
  [enterpriseUserSchema]: { department: 'D', manager: { value: 'm', $ref: '../Users/m' } },
  'urn:acme:2.0:User': { car: { color: 'red', doors: 4 }, shoeSize: 42 },
};

const project = (options: Parameters<typeof createProjection>[1]): ScimResource =>
  createProjection(userResourceType, options).project(user);

test('without a choice the whole resource comes back itself', () => {
  for (const options of [
    undefined,
    {},
    { attributes: null },
    { attributes: '' },
    { excludedAttributes: ' , ' },
  ]) {
    expect(project(options)).toBe(user);
  }
});

test.each<[string, object]>([
  ['userName', { userName: 'a' }],
  ['USERNAME, externalid', { userName: 'a', externalId: 'e' }],
  ['name.givenName', { name: { givenName: 'G' } }],
  ['name.givenName,name', { name: user['name'] }],
  ['name,name.givenName', { name: user['name'] }],
  ['emails.type', { emails: [{ type: 'work' }] }],
  ['emails.display', {}],
  ['meta.version', { meta: { version: 'W/"1"' } }],
  [`${userSchema}:userName`, { userName: 'a' }],
  [`${enterpriseUserSchema}:department`, { [enterpriseUserSchema]: { department: 'D' } }],
  [`${enterpriseUserSchema}:manager.value`, { [enterpriseUserSchema]: { manager: { value: 'm' } } }],
  ['manager.value', { [enterpriseUserSchema]: { manager: { value: 'm' } } }],
  [enterpriseUserSchema.toUpperCase(), { [enterpriseUserSchema]: user[enterpriseUserSchema] }],
  ['urn:acme:2.0:User', { 'urn:acme:2.0:User': user['urn:acme:2.0:User'] }],
  ['URN:acme:2.0:user:car.color', { 'urn:acme:2.0:User': { car: { color: 'red' } } }],
  ['nope,name.nope,a b,__proto__', {}],
  ['id,schemas', {}],
  ['password', {}],
])('attributes=%s gives it and what is always returned', (attributes, expected) => {
  expect(project({ attributes })).toEqual({ ...minimum, ...expected });
  expect(project({ attributes: attributes.split(',') })).toEqual({ ...minimum, ...expected });
});

test('the URN of the schema stands for all its attributes', () => {
  const { meta, externalId, ...rest } = user;
  const { [enterpriseUserSchema]: _enterprise, 'urn:acme:2.0:User': _acme, ...core } = rest;
  expect(project({ attributes: userSchema })).toEqual(core);
  expect(project({ excludedAttributes: `${userSchema},${enterpriseUserSchema},urn:acme:2.0:User` })).toEqual({
    ...minimum,
    meta,
    externalId,
  });
});

test.each<[string, object]>([
  ['emails', { emails: undefined }],
  ['Name.GivenName', { name: { familyName: 'F' } }],
  ['name.givenName,name.familyName', { name: undefined }],
  ['emails.type', { emails: [{ value: 'a@x' }, { value: 'b@x' }] }],
  ['id,schemas,userName', { userName: undefined }],
  ['id.x,meta', { meta: undefined }],
  [enterpriseUserSchema, { [enterpriseUserSchema]: undefined }],
  ['department', { [enterpriseUserSchema]: { manager: { value: 'm', $ref: '../Users/m' } } }],
  ['urn:acme:2.0:User:car', { 'urn:acme:2.0:User': { shoeSize: 42 } }],
  ['nope', {}],
])(
  'excludedAttributes=%s leaves it out, but nothing that is always returned',
  (excludedAttributes, expected) => {
    expect(project({ excludedAttributes })).toEqual({ ...user, ...expected });
  },
);

test('both together are refused', () => {
  const options = { attributes: 'userName', excludedAttributes: 'emails' };
  expect(refusal(() => createProjection(userResourceType, options))).toBe('400 invalidValue');
});

test('it says beforehand what need not be read', () => {
  const wants = (options?: Parameters<typeof createProjection>[1]): readonly boolean[] => {
    const projection: Projection = createProjection(groupResourceType, options);
    return ['members', 'meta', 'id'].map((name) => projection.wants(name));
  };
  expect(wants()).toEqual([true, true, true]);
  expect(wants({ excludedAttributes: 'Members,id' })).toEqual([false, true, true]);
  expect(wants({ excludedAttributes: 'members.value' })).toEqual([true, true, true]);
  expect(wants({ attributes: 'displayName' })).toEqual([false, false, true]);
  expect(wants({ attributes: 'members.value' })).toEqual([true, false, true]);
});

test('what is never returned stays out, what is returned on request comes when it is asked for', () => {
  const base = { ...userResourceType.schema.attributes[0]!, required: false };
  const resourceType = createResourceType({
    ...userResourceType,
    schema: {
      ...userResourceType.schema,
      attributes: [
        { ...base, name: 'hidden', returned: 'never' },
        { ...base, name: 'large', returned: 'request' },
        {
          ...base,
          name: 'badge',
          type: 'complex',
          subAttributes: [
            { ...base, name: 'number', returned: 'always' },
            { ...base, name: 'pin', returned: 'never' },
            { ...base, name: 'color' },
          ],
        },
      ],
    },
    commonAttributes: [],
  });
  const resource = { hidden: 'h', large: 'l', badge: { number: 1, pin: 2, color: 'red' } };
  const answer = (options: Parameters<typeof createProjection>[1]): ScimResource =>
    createProjection(resourceType, options).project(resource);
  expect(answer({})).toEqual({ badge: { number: 1, color: 'red' } });
  expect(answer({ attributes: 'hidden,large,badge.color,badge.pin' })).toEqual({
    large: 'l',
    badge: { number: 1, color: 'red' },
  });
  expect(answer({ excludedAttributes: 'badge.number,badge.color' })).toEqual({ badge: { number: 1 } });
  expect(createProjection(resourceType).project({ title: 'T' })).toEqual({ title: 'T' });
});
