import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createElementMatcher } from '../filter/evaluate.ts';
import { compat, strict } from '../mode.ts';
import type { ScimMode } from '../mode.ts';
import { resolvePath } from '../path.ts';
import { groupResourceType } from '../resource-types.ts';
import { refusal } from '../testing/refusal.ts';
import { planGroupPatch } from './group-plan.ts';
import type { MemberDecision } from './group-plan.ts';
import type { MemberPlan, ScimMember } from './member-steps.ts';
import { parsePatchRequest, patchOpSchema } from './patch-request.ts';

const modes = [compat, strict] as const satisfies readonly ScimMode[];

/** `a` and `b` are users, `x` and `y` groups. */
const member = (value: string): ScimMember => {
  const type = value < 'x' ? 'User' : 'Group';
  return { value, type, $ref: `https://sync.example/${type}s/${value}` };
};

function plan(operations: readonly object[], mode: ScimMode): ReturnType<typeof planGroupPatch>['members'] {
  const body = { schemas: [patchOpSchema], Operations: operations };
  return planGroupPatch(groupResourceType, parsePatchRequest(groupResourceType, body, mode), mode).members;
}

/** Of operations that choose by what members are. */
function decisionOf(operations: readonly object[], mode: ScimMode = compat): MemberDecision {
  const members = plan(operations, mode);
  if (!('decide' in members)) throw new Error('Expected a decision.');
  return members;
}

/** The ids in a group of `current` after the operations; `z` is nobody's. */
function after(
  current: readonly string[],
  operations: readonly object[],
  mode?: ScimMode,
): readonly string[] {
  const { added, decide } = decisionOf(operations, mode);
  const others = added.filter((id) => id !== 'z').map((id) => member(id.toLowerCase()));
  return carriedOut(current, decide(current.map(member), others));
}

function carriedOut(
  current: readonly string[],
  { isReplacement, add, remove }: MemberPlan,
): readonly string[] {
  const stay = isReplacement ? [] : current.filter((id) => !remove.includes(id));
  return [...new Set([...stay, ...add])].toSorted();
}

const add = (...ids: readonly string[]): object => ({
  ...{ op: 'add', path: 'members' },
  value: ids.map((value) => ({ value })),
});
const remove = (filter: string): object => ({ op: 'remove', path: `members[${filter}]` });
const replace = (filter: string, ...ids: readonly string[]): object => ({
  ...{ op: 'replace', path: `members[${filter}]` },
  value: ids.map((value) => ({ value })),
});
const everybody = ['a', 'b', 'x', 'y'];

test.each([
  ['type eq "Group"', 'a b'],
  ['type eq "gRoUp"', 'a b'],
  ['type ne "Group"', 'x y'],
  ['type sw "G" or value eq "a"', 'b'],
  ['type pr', ''],
  ['not (type eq "User")', 'a b'],
  ['value sw "A"', 'b x y'],
  ['value gt "a"', 'a'],
  ['value pr', ''],
  ['not (value eq "a")', 'a'],
  ['not (value eq "a" or value eq "x")', 'a x'],
  ['value eq "a" and type eq "User"', 'b x y'],
  ['value eq "a" and type eq "Group"', 'a b x y'],
  ['(value eq "a" or value eq "x") and not (type eq "Group")', 'b x y'],
  ['value eq null', 'a b x y'],
  ['value eq "a" or value eq null', 'b x y'],
  ['$ref ew "/Groups/x"', 'a b y'],
  ['$ref eq "https://sync.example/Users/a"', 'b x y'],
  ['$ref eq "HTTPS://SYNC.EXAMPLE/USERS/A"', 'a b x y'],
  ['$ref co "/Users/" and value ne "b"', 'b x y'],
])('remove members[%s] leaves %s in both modes', (filter, left) => {
  for (const mode of modes) expect(after(everybody, [remove(filter)], mode).join(' ')).toBe(left);
});

test.each<[what: string, operations: readonly object[], left: string]>([
  ['who was added before is chosen', [add('y'), remove('type eq "Group"')], 'a'],
  ['who is added after is not', [remove('type eq "Group"'), add('y')], 'a y'],
  ['who was removed before is not', [remove('value eq "x"'), remove('type eq "Group"'), add('x')], 'a x'],
  ['two filters follow on each other', [remove('type eq "User"'), remove('value pr')], ''],
  ['who replaces all is chosen', [{ ...add('b', 'y'), op: 'replace' }, remove('type eq "User"')], 'y'],
  [
    'after all were removed nobody is',
    [{ op: 'remove', path: 'members' }, remove('value pr'), add('b')],
    'b',
  ],
  ['an added id is what it is in any case', [add('Y', 'A'), remove('type eq "Group"')], 'A a'],
  ['an id that is nobody’s is left to be refused', [add('z'), remove('value pr')], 'z'],
])('operations are folded in their order: %s', (_what, operations, left) => {
  expect(after(['a', 'x'], operations).join(' ')).toBe(left);
});

test.each<[what: string, operation: object, left: string]>([
  ['a replacement by the same', replace('type eq "Group"', 'x', 'y'), 'a b x y'],
  ['the same in another order and case', replace('value gt "b"', 'Y', 'x', 'y'), 'a b x y'],
  ['an addition of what is there', { ...replace('type eq "User"', 'a', 'b'), op: 'add' }, 'a b x y'],
  ['an addition of nobody', { ...replace('type eq "User"'), op: 'add' }, 'a b x y'],
  ['an emptying', replace('type eq "User"'), 'x y'],
  ['an emptying by null', { ...replace('type eq "User"'), value: null }, 'x y'],
])('a write to those who match is taken in both modes: %s', (_what, operation, left) => {
  for (const mode of modes) expect(after(everybody, [operation], mode).join(' ')).toBe(left);
});

test.each([
  ['mutability', replace('type eq "Group"', 'a')],
  ['mutability', replace('type eq "Group"', 'x')],
  ['mutability', replace('type eq "Group"', 'x', 'y', 'a')],
  ['mutability', { ...replace('type eq "Group"', 'x'), op: 'add' }],
  ['noTarget', replace('type eq "Device"', 'a')],
  ['noTarget', replace('value eq "a" and type eq "Group"', 'a')],
  ['noTarget', replace('type eq "Device"')],
  ['noTarget', { ...replace('type eq "Device"', 'a'), op: 'add' }],
])('400 %s for %j in both modes', (scimType, operation) => {
  for (const mode of modes) {
    expect(refusal(() => after(everybody, [operation], mode))).toBe(`400 ${scimType}`);
  }
});

test('strict mode writes to a member by their value when they are there, and answers 400 noTarget when not', () => {
  expect(after(['a'], [replace('value eq "a"', 'a')], strict)).toEqual(['a']);
  expect(after(['a', 'b'], [replace('value eq "a"')], strict)).toEqual(['b']);
  expect(refusal(() => after(['b'], [replace('value eq "a"', 'a')], strict))).toBe('400 noTarget');
  expect(refusal(() => after(['b'], [{ ...replace('value eq "a"', 'a'), op: 'add' }], strict))).toBe(
    '400 noTarget',
  );
});

test('tells whom the operations add, each once', () => {
  const operations = [add('a', 'b'), remove('type eq "User"'), { ...add('B', 'c'), op: 'replace' }];
  expect(decisionOf(operations).added).toEqual(['a', 'B', 'c']);
});

test('comparisons of all filters are bounded together, those by value alone are not counted', () => {
  const some = (count: number): object => remove(Array(count).fill('type eq "User"').join(' or '));
  expect(after(['a', 'x'], [some(128), some(127), remove('not (type eq "Group")')])).toEqual(['x']);
  const named = Array.from({ length: 300 }, (_, number) => remove(`value eq "${number}"`));
  expect(after(['a'], [...named, some(256)])).toEqual([]);
  expect(refusal(() => decisionOf([some(256), some(1)]))).toBe('413 undefined');
});

test('a decision for any members does what its operations do one after the other', () => {
  const id = fc.constantFrom(...everybody);
  const filter = fc.constantFrom('type eq "User"', 'not (value sw "a")', 'value gt "a" and type eq "Group"');
  const step = fc.oneof(
    fc.record({ op: fc.constantFrom('add', 'remove', 'replace'), ids: fc.uniqueArray(id) }),
    fc.record({ filter }),
  );
  fc.assert(
    fc.property(fc.uniqueArray(id), fc.array(step), filter, (current, steps, last) => {
      const all = [...steps, { filter: last }];
      let expected: readonly string[] = current;
      for (const one of all) {
        if ('filter' in one) {
          const path = resolvePath(groupResourceType, `members[${one.filter}]`, compat);
          const chosen = path.kind === 'attribute' && path.filter;
          if (!chosen) throw new Error('Expected a filter.');
          const matches = createElementMatcher(chosen);
          expected = expected.filter((value) => !matches(member(value)));
        } else if (one.op === 'remove') expected = expected.filter((value) => !one.ids.includes(value));
        else expected = [...(one.op === 'add' ? expected : []), ...one.ids];
      }
      const operations = all.map((one) =>
        'filter' in one
          ? remove(one.filter)
          : { op: one.op, path: 'members', value: one.ids.map((value) => ({ value })) },
      );
      expect(after(current, operations)).toEqual([...new Set(expected)].toSorted());
    }),
  );
});
