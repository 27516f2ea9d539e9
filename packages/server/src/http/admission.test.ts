import { expect, test } from 'vitest';
import { createAdmission } from './admission.ts';
import type { Admission } from './admission.ts';

function createClock() {
  let timeMs = 0;
  return { now: () => timeMs, pass: (ms: number) => void (timeMs += ms) };
}

/** A request with a live credential of `owner`; whether it passed. */
function passes(admission: Admission, credential: string, owner: string): boolean {
  return admission.mayLookUp(credential) === 0 && admission.accepted(credential, owner) === 0;
}

/** Requests with credentials that nobody has, until one is not even looked up. */
function exhaust(admission: Admission): number {
  for (let count = 0; ; count += 1) {
    if (admission.mayLookUp(`unknown ${count}`) > 0) return count;
    admission.refused(`unknown ${count}`);
  }
}

test('counts all credentials of an owner together, and no owner with another', () => {
  const { now, pass } = createClock();
  const admission = createAdmission({ perSecond: 2, now });
  const sent = ['one', 'other', 'one', 'other', 'one'].map((token) => passes(admission, token, 'acme'));
  expect(sent).toEqual([true, true, true, true, false]);
  expect(passes(admission, 'third', 'globex')).toBe(true);
  expect(admission.mayLookUp('one')).toBe(500);
  pass(500);
  expect(passes(admission, 'other', 'acme')).toBe(true);
});

test('who is over the limit is not looked up', () => {
  const { now } = createClock();
  const admission = createAdmission({ perSecond: 1, now });
  admission.accepted('token', 'acme');
  admission.accepted('token', 'acme');
  expect(admission.mayLookUp('token')).toBe(1000);
});

test('unseen credentials are looked up 1000 times at once, and known ones all the same', () => {
  const { now, pass } = createClock();
  const admission = createAdmission({ perSecond: 10, now });
  admission.accepted('known', 'acme');
  expect(exhaust(admission)).toBe(1000);
  expect(admission.mayLookUp('new')).toBe(2);
  expect(passes(admission, 'known', 'acme')).toBe(true);
  pass(2);
  expect(passes(admission, 'new', 'globex')).toBe(true);
});

test('a credential that opens nothing is looked up ten times at once and once a second, and is in the way of no other', () => {
  const { now, pass } = createClock();
  const admission = createAdmission({ perSecond: 1000, now });
  admission.accepted('revoked', 'acme');
  const tries = Array.from({ length: 50 }, () => {
    const waitMs = admission.mayLookUp('revoked');
    if (waitMs === 0) admission.refused('revoked');
    return waitMs;
  });
  expect(tries).toEqual([...Array<number>(10).fill(0), ...Array<number>(40).fill(1000)]);
  expect(passes(admission, 'new', 'globex')).toBe(true);
  pass(1000);
  expect(admission.mayLookUp('revoked')).toBe(0);
});

test('without a limit all may send what they like', () => {
  const admission = createAdmission({ perSecond: undefined });
  const sent = Array.from({ length: 5000 }, () => passes(admission, 'token', 'acme'));
  expect(sent).not.toContain(false);
  for (let count = 0; count < 5000; count += 1) admission.refused('revoked');
  expect(admission.mayLookUp('revoked')).toBe(0);
});
