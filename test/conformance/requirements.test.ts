import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { findTaggedTests } from '../harness/tagged-tests.ts';
import { mistakes } from './mistakes.ts';
import { requirements } from './requirements.ts';

const tests = findTaggedTests(fileURLToPath(new URL('../', import.meta.url)));
const tested = new Set(tests.flatMap(({ tags }) => tags));
const entries = [...requirements, ...mistakes];

it('every requirement and every mistake is listed once, in order', () => {
  expect(requirements.map(({ id }) => id)).toEqual(Array.from({ length: 143 }, (_, at) => `rfc-${at + 1}`));
  expect(mistakes.map(({ id }) => id)).toEqual(Array.from({ length: 52 }, (_, at) => `mistake-${at + 1}`));
});

it('every requirement names its clause and says what it asks in one sentence', () => {
  for (const { clause, says } of requirements) {
    expect(clause).toMatch(
      /^https:\/\/www\.rfc-editor\.org\/rfc\/rfc(?:7643|7644|9865|9967)(?:#section-[\d.]+)?$/,
    );
    expect(says).toMatch(/^\S.{10,}\.$/);
  }
});

it('every one has a test, or a decision with its reason', () => {
  const bare = entries.filter(({ id, decision }) => decision === undefined && !tested.has(id));
  expect(bare.map(({ id, says }) => `${id}: ${says}`)).toEqual([]);
});

it('none is decided away that has a test', () => {
  expect(entries.filter(({ id, decision }) => decision !== undefined && tested.has(id))).toEqual([]);
});

it('every tag of a test is in the lists', () => {
  const known = new Set(entries.map(({ id }) => id));
  expect(
    tests.flatMap(({ file, title, tags }) =>
      tags.filter((tag) => !known.has(tag)).map((tag) => `${file}: ${title}: ${tag}`),
    ),
  ).toEqual([]);
});

it('every test with a tag can fail, on each database', () => {
  expect(tests.filter(({ faults }) => faults.length > 0)).toEqual([]);
});
