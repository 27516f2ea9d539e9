import { expect, test } from 'vitest';
import { readSearchBody, readSearchQuery } from './search-request.ts';
import { refusal, refusalOf } from './testing/refusal.ts';

const schemas = ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'];

test('a query and a body say the same', () => {
  const query = new URLSearchParams({
    ...{ filter: 'title pr', sortBy: 'userName', sortOrder: 'descending', count: '5' },
    ...{ cursor: '', attributes: 'userName,title' },
  });
  expect(readSearchQuery(query)).toEqual({
    ...{ filter: 'title pr', sortBy: 'userName', isDescending: true },
    page: { kind: 'cursor', cursor: '', count: 5 },
    ...{ attributes: 'userName,title', excludedAttributes: null },
  });
  const body = {
    ...{ schemas, filter: 'title pr', sortBy: 'userName', sortOrder: 'descending', count: 5 },
    ...{ cursor: '', attributes: ['userName', 'title'] },
  };
  expect(readSearchBody(body)).toEqual({
    ...readSearchQuery(query),
    attributes: ['userName', 'title'],
  });
});

test('what is not given is left to the defaults', () => {
  const nothing = {
    ...{ filter: undefined, sortBy: undefined, isDescending: false },
    page: { kind: 'index', startIndex: 1, count: 100 },
    ...{ attributes: null, excludedAttributes: null },
  };
  expect(readSearchQuery(new URLSearchParams())).toEqual(nothing);
  expect(readSearchBody({ schemas })).toEqual(nothing);
  expect(readSearchBody({ schemas, filter: null, count: null, cursor: null, attributes: null })).toEqual(
    nothing,
  );
});

test('an empty filter is a filter, and no valid one', () => {
  expect(readSearchQuery(new URLSearchParams('filter=')).filter).toBe('');
});

test.each([
  undefined,
  null,
  'text',
  5,
  [],
  {},
  { schemas: null },
  { schemas: schemas[0] },
  { schemas: ['urn:x'] },
])('%j is no search request', (body) => {
  expect(refusal(() => readSearchBody(body))).toBe('400 invalidSyntax');
});

test.each([
  { filter: 5 },
  { sortBy: ['userName'] },
  { sortOrder: 'Descending' },
  { startIndex: true },
  { count: {} },
  { cursor: 5 },
  { attributes: 'userName' },
  { excludedAttributes: [null] },
])('%j is refused by the name of what is wrong', (member) => {
  const error = refusalOf(() => readSearchBody({ schemas, ...member }));
  expect(error.scimType).toBe('invalidValue');
  expect(error.detail).toContain(Object.keys(member)[0]);
});
