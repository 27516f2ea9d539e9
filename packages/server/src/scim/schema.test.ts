import { expect, test } from 'vitest';
import { parseAttributePath } from './attribute-path.ts';
import { compat, strict } from './mode.ts';
import type { ScimMode } from './mode.ts';
import { groupResourceType, resourceTypes, userResourceType } from './resource-types.ts';
import { enterpriseUserSchema, findSchemaUrn, resolveAttribute, userSchema } from './schema.ts';
import type { AttributeTarget } from './schema.ts';

function resolve(text: string, mode: ScimMode = compat): AttributeTarget | undefined {
  const path = parseAttributePath(text);
  return path && resolveAttribute(userResourceType, path, mode);
}

test.each([
  ['username', 'userName'],
  ['NAME.GIVENNAME', 'name.givenName'],
  ['emails.$REF', undefined],
  ['meta.lastmodified', 'meta.lastModified'],
  ['URN:IETF:params:scim:schemas:core:2.0:user:UserName', 'userName'],
  [`${enterpriseUserSchema}:Manager.Value`, `${enterpriseUserSchema}:manager.value`],
  ['manager.value', `${enterpriseUserSchema}:manager.value`],
  ['userName.x', undefined],
  ['nope', undefined],
  [`${enterpriseUserSchema}:nope`, undefined],
  ['urn:ietf:params:scim:schemas:core:2.0:Group:displayName', undefined],
  ['urn:ietf:params:scim:api:messages:2.0:PatchOp:op', undefined],
  ['http://example.com:userName', undefined],
])('%s is %s', (text, path) => {
  expect(resolve(text)?.path).toBe(path);
});

test('an attribute of an extension that no schema describes has its names as they were written', () => {
  expect(resolve('urn:acme:2.0:User:Shoe.Size')).toEqual({
    path: 'urn:acme:2.0:User:Shoe.Size',
    extension: 'urn:acme:2.0:User',
    name: 'Shoe',
    attribute: undefined,
    subName: 'Size',
    subAttribute: undefined,
  });
});

test('a complex attribute knows its sub-attribute', () => {
  expect(resolve('emails.type')).toMatchObject({
    name: 'emails',
    subName: 'type',
    attribute: { multiValued: true },
    subAttribute: { type: 'string' },
  });
});

test.each([
  'urn:scim:schemas:core:1.0',
  'urn:scim:schemas:core:2.0',
  'urn:scim:schemas:core:2.0:User',
  'urn:ietf:params:scim:schemas:core:2.0',
])('compat mode knows %s as the schema of users, strict mode does not', (urn) => {
  expect(findSchemaUrn(userResourceType, urn, compat)).toBe(userSchema);
  expect(findSchemaUrn(userResourceType, urn, strict)).toBeUndefined();
});

test.each([
  'urn:scim:schemas:extension:enterprise:1.0',
  'urn:scim:schemas:extension:enterprise:2.0',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0User',
])('compat mode knows %s as the enterprise extension', (urn) => {
  expect(findSchemaUrn(userResourceType, urn, compat)).toBe(enterpriseUserSchema);
});

test('every resource type has the common attributes', () => {
  expect(resourceTypes).toEqual([userResourceType, groupResourceType]);
  for (const { attributes } of resourceTypes) {
    expect([...attributes.byName.keys()]).toEqual(
      expect.arrayContaining(['schemas', 'id', 'externalId', 'externalid', 'meta']),
    );
  }
});

test('the password is known, and withheld from answers', () => {
  expect(resolve('password')?.attribute).toMatchObject({ mutability: 'writeOnly', returned: 'never' });
  expect(userResourceType.attributes.withheld.map(({ name }) => name)).toEqual(['password']);
});
