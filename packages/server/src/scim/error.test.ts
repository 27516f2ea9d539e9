import { expect, test } from 'vitest';
import { ScimError, scimErrorBody } from './error.ts';

test('the body of an error has its status as a string', () => {
  expect(scimErrorBody(new ScimError(409, 'userName is taken.', 'uniqueness'))).toEqual({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: '409',
    scimType: 'uniqueness',
    detail: 'userName is taken.',
  });
});

test('the body of an error without a keyword has no scimType', () => {
  expect(scimErrorBody(new ScimError(404, 'There is no such user.'))).not.toHaveProperty('scimType');
});

test('a detail is cut where it would fill the answer', () => {
  expect(new ScimError(400, 'x'.repeat(5000)).detail).toHaveLength(1001);
});
