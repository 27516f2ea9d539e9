import { expect, test } from 'vitest';
import { listResponse } from './list-response.ts';

test('an empty page still has its Resources and says how many there are', () => {
  expect(listResponse([], { totalResults: 7, startIndex: 8 })).toEqual({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: 7,
    startIndex: 8,
    itemsPerPage: 0,
    Resources: [],
  });
});

test('itemsPerPage is how many resources came, on a page by cursor too', () => {
  expect(listResponse(['a', 'b'], { totalResults: 9, nextCursor: 'n' })).toEqual({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: 9,
    itemsPerPage: 2,
    nextCursor: 'n',
    Resources: ['a', 'b'],
  });
});
