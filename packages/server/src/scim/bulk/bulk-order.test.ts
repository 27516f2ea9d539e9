import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderOf } from './bulk-order.ts';

test.each([
  ['nothing refers', [[], [], []], [[0], [1], [2]]],
  ['a reference backward', [[], [0]], [[0], [1]]],
  ['a reference forward', [[1], []], [[1], [0]]],
  ['a chain forward; what is independent keeps its place', [[2], [], [3], []], [[3], [2], [0], [1]]],
  ['a circle', [[1], [0]], [[0, 1]]],
  ['a circle, and what it needs', [[1], [2, 3], [0], []], [[3], [0, 1, 2]]],
  ['what needs a circle', [[2], [], [3], [2]], [[2, 3], [0], [1]]],
  ['itself', [[0]], [[0]]],
  [
    'two circles that share nothing',
    [[1], [0], [3], [2]],
    [
      [0, 1],
      [2, 3],
    ],
  ],
])('%s', (_what, references, order) => {
  expect(orderOf(references)).toEqual(order);
});

const graphs = fc.integer({ min: 1, max: 12 }).chain((count) =>
  fc.array(fc.uniqueArray(fc.integer({ min: 0, max: count - 1 }), { maxLength: 3 }), {
    minLength: count,
    maxLength: count,
  }),
);

test('everything is there once, behind or beside what it refers to', () => {
  fc.assert(
    fc.property(graphs, (references) => {
      const order = orderOf(references);
      expect(order.flat().toSorted((a, b) => a - b)).toEqual([...references.keys()]);
      const batchOf = new Map(order.flatMap((batch, index) => batch.map((position) => [position, index])));
      references.forEach((targets, position) => {
        for (const target of targets) {
          expect(batchOf.get(target)).toBeLessThanOrEqual(Number(batchOf.get(position)));
        }
      });
    }),
  );
});

test('those stand together that reach each other, and no others', () => {
  fc.assert(
    fc.property(graphs, (references) => {
      const reaches = (from: number, to: number, seen = new Set<number>()): boolean =>
        (references[from] ?? []).some((next) => {
          if (next === to) return true;
          if (seen.has(next)) return false;
          seen.add(next);
          return reaches(next, to, seen);
        });
      for (const batch of orderOf(references)) {
        for (const one of references.keys()) {
          const first = batch[0] ?? 0;
          const isTogether = one === first || (reaches(one, first) && reaches(first, one));
          expect(batch.includes(one)).toBe(isTogether);
        }
      }
    }),
  );
});

test('a chain of a thousand', () => {
  const references = Array.from({ length: 1000 }, (_, position) => (position === 999 ? [] : [position + 1]));
  expect(orderOf(references).flat()).toEqual([...references.keys()].toReversed());
});
