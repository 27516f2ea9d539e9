import { expect, it } from 'vitest';
import { taggedTestsOf } from './tagged-tests.ts';

const inBackends = (test: string): string => `describeEachBackend('Users', (server) => { ${test} });`;

it('finds tests with their tags, in tables too', () => {
  const text = inBackends(`
    it('are created', { tags: ['rfc-41'] }, async () => { expect(await create()).toBe(1); });
    it.for(cases)('are %s', { tags: ['rfc-1', 'rfc-2'] }, async () => expectUnchanged());
    it('has no tags', () => { expect(1).toBe(1); });
    // it('is a comment', { tags: ['rfc-3'] }, () => {});
  `);
  expect(taggedTestsOf('users.test.ts', text)).toEqual([
    { file: 'users.test.ts', title: 'are created', tags: ['rfc-41'], faults: [] },
    { file: 'users.test.ts', title: 'are %s', tags: ['rfc-1', 'rfc-2'], faults: [] },
  ]);
});

it.for<readonly [test: string, fault: string]>([
  ["it.skip('x', { tags: ['rfc-1'] }, () => expect(1));", 'is no test that has to pass'],
  ["it.fails('x', { tags: ['rfc-1'] }, () => expect(1));", 'is no test that has to pass'],
  ["it.skipIf(true)('x', { tags: ['rfc-1'] }, () => expect(1));", 'is no test that has to pass'],
  [
    "describe.skip('y', () => { it('x', { tags: ['rfc-1'] }, () => expect(1)); });",
    'does not run on each database',
  ],
  ["it('x', { tags: ['rfc-1'] }, () => { send(); });", 'expects nothing'],
  ["it('x', { tags: ['rfc-1'] });", 'expects nothing'],
])('finds fault with %s', ([test, fault]) => {
  expect(taggedTestsOf('users.test.ts', inBackends(test)).map(({ faults }) => faults.join())).toEqual([
    expect.stringContaining(fault),
  ]);
});

it('finds fault with a test of one database', () => {
  const [test] = taggedTestsOf('a.test.ts', "it('x', { tags: ['rfc-1'] }, () => { expect(1).toBe(1); });");
  expect(test?.faults).toEqual(['does not run on each database']);
});
