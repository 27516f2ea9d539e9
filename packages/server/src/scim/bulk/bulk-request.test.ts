import { expect, test } from 'vitest';
import { ScimError } from '../error.ts';
import { compat, strict } from '../mode.ts';
import { groupResourceType, userResourceType } from '../resource-types.ts';
import { refusal } from '../testing/refusal.ts';
import { bulkRequestSchema, parseBulkRequest } from './bulk-request.ts';
import type { BulkEntry } from './bulk-request.ts';

const request = (operations: unknown, more: object = {}): object => ({
  schemas: [bulkRequestSchema],
  Operations: operations,
  ...more,
});

function entryOf(operation: unknown, mode = compat): BulkEntry | undefined {
  return parseBulkRequest(request([operation]), mode).entries[0];
}

/** Why an operation cannot be tried, as `status scimType`. */
function faultOf(operation: unknown, mode = compat): string {
  const fault = entryOf(operation, mode)?.operation;
  return fault instanceof ScimError ? `${fault.status} ${fault.scimType}` : 'none';
}

test('reads the operations', () => {
  const operations = [
    { method: 'POST', path: '/Users', bulkId: 'a', data: { userName: 'a' } },
    { method: 'PUT', path: '/Groups/g%201', version: 'W/"1"', data: {} },
    { METHOD: 'DELETE', Path: '/Users/bulkId:a', data: 'ignored', bulkId: null, version: null },
  ];
  const { entries, failOnErrors } = parseBulkRequest(request(operations, { FailOnErrors: 2 }), strict);
  expect(failOnErrors).toBe(2);
  expect(entries).toEqual([
    {
      method: 'POST',
      bulkId: 'a',
      operation: {
        ...{ method: 'POST', resourceType: userResourceType, id: undefined, ifMatch: undefined },
        data: { userName: 'a' },
      },
    },
    {
      method: 'PUT',
      bulkId: undefined,
      operation: { method: 'PUT', resourceType: groupResourceType, id: 'g 1', ifMatch: 'W/"1"', data: {} },
    },
    {
      method: 'DELETE',
      bulkId: undefined,
      operation: {
        ...{ method: 'DELETE', resourceType: userResourceType, id: 'bulkId:a', ifMatch: undefined },
        data: undefined,
      },
    },
  ]);
});

test('takes a method in any case in compat mode only', () => {
  const operation = { method: 'delete', path: '/Users/1' };
  expect(entryOf(operation)).toMatchObject({ method: 'delete', operation: { method: 'DELETE' } });
  expect(faultOf(operation, strict)).toBe('400 invalidSyntax');
});

test.each([
  [null, '400 invalidSyntax'],
  [[], '400 invalidSyntax'],
  [{ Operations: [{}] }, '400 invalidSyntax'],
  [{ schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: [{}] }, '400 invalidSyntax'],
  [request(undefined), '400 invalidSyntax'],
  [request({}), '400 invalidSyntax'],
  [request([]), '400 invalidSyntax'],
  [request([{}], { failOnErrors: 0 }), '400 invalidValue'],
  [request([{}], { failOnErrors: 1.5 }), '400 invalidValue'],
  [request([{}], { failOnErrors: '1' }), '400 invalidValue'],
  [request(Array.from({ length: 1001 }, () => ({}))), '413 undefined'],
  [request([{ bulkId: 'a' }, { bulkId: 'b' }, { bulkId: 'a' }]), '400 invalidSyntax'],
])('the whole request %# is refused', (body, expected) => {
  for (const mode of [compat, strict]) expect(refusal(() => parseBulkRequest(body, mode))).toBe(expected);
});

const post = { method: 'POST', path: '/Users', bulkId: 'a', data: {} };

test.each([
  ['no object', 'POST', '400 invalidSyntax'],
  ['no method', { ...post, method: undefined }, '400 invalidSyntax'],
  ['a method that does not write', { ...post, method: 'GET' }, '400 invalidSyntax'],
  ['no path', { ...post, path: undefined }, '400 invalidSyntax'],
  ['a path without its slash', { ...post, path: 'Users' }, '400 invalidSyntax'],
  ['a path with a query', { ...post, path: '/Users?a=b' }, '400 invalidSyntax'],
  ['a URL', { ...post, path: 'https://x/Users' }, '400 invalidSyntax'],
  ['a POST without a bulkId', { ...post, bulkId: undefined }, '400 invalidSyntax'],
  ['an empty bulkId', { ...post, bulkId: '' }, '400 invalidSyntax'],
  ['a number for a bulkId', { ...post, bulkId: 1 }, '400 invalidSyntax'],
  ['no data', { ...post, data: undefined }, '400 invalidSyntax'],
  ['a number for a version', { ...post, version: 1 }, '400 invalidSyntax'],
  ['a POST to a resource', { ...post, path: '/Users/1' }, '405 undefined'],
  ['a PUT to all resources', { ...post, method: 'PUT' }, '405 undefined'],
  ['a PUT to an empty id', { ...post, method: 'PUT', path: '/Users/' }, '405 undefined'],
  ['a path with more', { ...post, method: 'PUT', path: '/Users/1/x' }, '405 undefined'],
  ['an incomplete escape', { ...post, method: 'PUT', path: '/Users/%' }, '400 invalidSyntax'],
  ['another bulk request', { ...post, path: '/Bulk' }, '400 invalidSyntax'],
  ['/Me', { ...post, path: '/Me' }, '501 undefined'],
  ['discovery', { ...post, path: '/Schemas' }, '405 undefined'],
  ['a search', { ...post, path: '/.search' }, '405 undefined'],
  ['an endpoint that is not there', { ...post, path: '/Robots' }, '404 undefined'],
  ['an endpoint in other letters', { ...post, path: '/users' }, '404 undefined'],
])('%s is refused alone', (_what, operation, expected) => {
  for (const mode of [compat, strict]) expect(faultOf(operation, mode)).toBe(expected);
});
