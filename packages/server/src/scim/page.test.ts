import { expect, test } from 'vitest';
import { parsePage } from './page.ts';
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
  expect(parsePage(query)).toEqual({ kind: 'index', ...page });
});

test.each(['abc', '1.5', '1e3', '0x10', 'Infinity', '1;drop'])(
  'refuses %j by the name of the parameter',
  (text) => {
    expect(refusal(() => parsePage({ startIndex: text }))).toBe('400 invalidValue');
    expect(refusalOf(() => parsePage({ count: text })).detail).toContain('count');
  },
);

test('whoever sends a cursor, be it empty, asks for pages by cursor', () => {
  expect(parsePage({ cursor: '' })).toEqual({ kind: 'cursor', cursor: '', count: 100 });
  expect(parsePage({ cursor: 'c', count: '7' })).toEqual({ kind: 'cursor', cursor: 'c', count: 7 });
  expect(parsePage({ cursor: null, count: '7' })).toMatchObject({ kind: 'index' });
});

test('a cursor refuses a startIndex beside it, and counts what is no count as its own fault', () => {
  expect(refusal(() => parsePage({ cursor: '', startIndex: '1' }))).toBe('400 invalidValue');
  expect(refusal(() => parsePage({ cursor: '', count: 'many' }))).toBe('400 invalidCount');
});
