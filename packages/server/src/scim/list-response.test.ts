import { expect, test } from 'vitest';
import { listResponse, parsePage } from './list-response.ts';
import { refusal, refusalOf } from './testing/refusal.ts';

test.each([
  [{}, { startIndex: 1, count: 100 }],
  [
    { startIndex: '', count: null },
    { startIndex: 1, count: 100 },
  ],
  [
    { startIndex: '3', count: '5' },
    { startIndex: 3, count: 5 },
  ],
  [
    { startIndex: 3, count: 5 },
    { startIndex: 3, count: 5 },
  ],
  [{ startIndex: '0' }, { startIndex: 1, count: 100 }],
  [{ startIndex: '-5' }, { startIndex: 1, count: 100 }],
  [{ count: '-1' }, { startIndex: 1, count: 0 }],
  [{ count: '0' }, { startIndex: 1, count: 0 }],
  [{ count: '100000' }, { startIndex: 1, count: 200 }],
  [{ startIndex: '9'.repeat(400) }, { startIndex: Number.MAX_SAFE_INTEGER, count: 100 }],
  [{ startIndex: ' 2' }, { startIndex: 2, count: 100 }],
])('%j asks for %j', (query, page) => {
  expect(parsePage(query)).toEqual(page);
});

test.each(['abc', '1.5', '1e3', '0x10', 'Infinity', '1;drop'])(
  'refuses %j by the name of the parameter',
  (text) => {
    expect(refusal(() => parsePage({ startIndex: text }))).toBe('400 invalidValue');
    expect(refusalOf(() => parsePage({ count: text })).detail).toContain('count');
  },
);

test('an empty page still has its Resources and says how many there are', () => {
  expect(listResponse([], { totalResults: 7, startIndex: 8 })).toEqual({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: 7,
    startIndex: 8,
    itemsPerPage: 0,
    Resources: [],
  });
});

test('itemsPerPage is how many resources came', () => {
  expect(listResponse(['a', 'b'], { totalResults: 9 })).toMatchObject({
    itemsPerPage: 2,
    startIndex: 1,
    totalResults: 9,
  });
});
