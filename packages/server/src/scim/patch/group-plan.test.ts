import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compat, strict } from '../mode.ts';
import type { ScimMode } from '../mode.ts';
import { groupResourceType } from '../resource-types.ts';
import { groupSchema } from '../schema.ts';
import { refusal } from '../testing/refusal.ts';
import { applyPatch } from './apply-patch.ts';
import { planGroupPatch } from './group-plan.ts';
import type { GroupPatchPlan } from './group-plan.ts';
import type { MemberPlan } from './member-steps.ts';
import { parsePatchRequest, patchOpSchema } from './patch-request.ts';

const modes = [compat, strict] as const satisfies readonly ScimMode[];

function plan(operations: readonly object[], mode: ScimMode = compat): GroupPatchPlan {
  const body = { schemas: [patchOpSchema], Operations: operations };
  return planGroupPatch(groupResourceType, parsePatchRequest(groupResourceType, body, mode), mode);
}

/** Of operations for which nobody has to read the members. */
function membersOf(operations: readonly object[]): MemberPlan {
  const { members } = plan(operations);
  if ('decide' in members) throw new Error('Expected a plan without a decision.');
  return members;
}

const change = (parts: Partial<MemberPlan> = {}): MemberPlan => ({
  isReplacement: false,
  add: [],
  remove: [],
  ...parts,
});
const add = (...ids: readonly string[]): object => ({
  op: 'add',
  path: 'members',
  value: ids.map((value) => ({ value })),
});
const remove = (id: string): object => ({ op: 'remove', path: `members[value eq "${id}"]` });

test.each<[string, readonly object[], MemberPlan]>([
  ['added', [add('a', 'b')], change({ add: ['a', 'b'] })],
  ['removed', [remove('a'), remove('b')], change({ remove: ['a', 'b'] })],
  [
    'removed by one filter',
    [{ op: 'remove', path: 'members[value eq "a" or value eq "b"]' }],
    change({ remove: ['a', 'b'] }),
  ],
  ['exchanged, as Okta does', [remove('a'), add('b')], change({ add: ['b'], remove: ['a'] })],
  ['all removed', [{ op: 'remove', path: 'members' }], change({ isReplacement: true })],
  [
    'all removed with null',
    [{ op: 'remove', path: 'members', value: null }],
    change({ isReplacement: true }),
  ],
  [
    'replaced',
    [{ op: 'replace', path: 'members', value: [{ value: 'a' }] }],
    change({ isReplacement: true, add: ['a'] }),
  ],
  ['replaced by none', [{ op: 'replace', path: 'members', value: [] }], change({ isReplacement: true })],
  ['replaced by null', [{ op: 'replace', path: 'members', value: null }], change({ isReplacement: true })],
  [
    'replaced without a path',
    [{ op: 'replace', value: { members: [{ value: 'a' }] } }],
    change({ isReplacement: true, add: ['a'] }),
  ],
  [
    'replaced by none without a path',
    [{ op: 'replace', value: { members: [] } }],
    change({ isReplacement: true }),
  ],
  ['added without a path', [{ op: 'add', value: { Members: [{ value: 'a' }] } }], change({ add: ['a'] })],
  [
    'removed by an id that nobody has',
    [{ op: 'remove', path: 'members[value eq ""]' }],
    change({ remove: [''] }),
  ],
  [
    'added by their qualified name',
    [{ op: 'add', path: `${groupSchema}:MEMBERS`, value: [{ value: 'a' }] }],
    change({ add: ['a'] }),
  ],
])('members are %s in both modes', (_how, operations, members) => {
  for (const mode of modes) expect(plan(operations, mode)).toEqual({ operations: [], members });
});

test.each<[string, readonly object[], MemberPlan]>([
  ['the last word on an id counts', [add('a', 'b'), remove('a')], change({ add: ['b'], remove: ['a'] })],
  ['who was removed is added again', [remove('a'), add('a')], change({ add: ['a'] })],
  [
    'ids are compared without regard to case',
    [add('A', 'a'), remove('B'), add('b')],
    change({ add: ['a', 'b'] }),
  ],
  [
    'who is added to a replacement is in it',
    [{ op: 'replace', path: 'members', value: [{ value: 'a' }] }, add('b')],
    change({ isReplacement: true, add: ['a', 'b'] }),
  ],
  [
    'who is removed from a replacement is not in it',
    [add('x'), { op: 'remove', path: 'members' }, add('a', 'b'), remove('a'), remove('c')],
    change({ isReplacement: true, add: ['b'] }),
  ],
])('operations are folded in their order: %s', (_what, operations, members) => {
  expect(membersOf(operations)).toEqual(members);
});

test.each<[string, object, MemberPlan]>([
  [
    'one member without its list',
    { op: 'add', path: 'members', value: { value: 'a' } },
    change({ add: ['a'] }),
  ],
  ['ids alone', { op: 'Add', path: 'members', value: ['a', 'b'] }, change({ add: ['a', 'b'] })],
  ['an id alone', { op: 'Add', path: 'members', value: 'a' }, change({ add: ['a'] })],
  [
    'a null $ref',
    { op: 'Add', path: 'members', value: [{ $ref: null, value: 'a' }] },
    change({ add: ['a'] }),
  ],
  [
    'removal of those in the value',
    { op: 'Remove', path: 'members', value: [{ $ref: null, value: 'a' }] },
    change({ remove: ['a'] }),
  ],
  [
    'removal of one in the value',
    { op: 'Remove', path: 'members', value: { value: 'a' } },
    change({ remove: ['a'] }),
  ],
  ['removal of nobody', { op: 'Remove', path: 'members', value: [] }, change()],
  ['addition of nobody', { op: 'Add', path: 'members', value: [] }, change()],
  ['an unquoted id', { op: 'remove', path: 'members[value eq a-1]' }, change({ remove: ['a-1'] })],
  [
    'an addition behind a filter',
    { op: 'Add', path: 'members[value eq "a"]', value: [{ value: 'a' }] },
    change({ add: ['a'] }),
  ],
  [
    'an addition of nobody behind a filter',
    { op: 'Add', path: 'members[value eq "a"]', value: [] },
    change(),
  ],
  [
    'an addition of one of those in the filter',
    { op: 'Add', path: 'members[value eq "a" or value eq "b"]', value: [{ value: 'A' }] },
    change({ add: ['A'] }),
  ],
  [
    'the emptying of one',
    { op: 'replace', path: 'members[value eq "a"]', value: [] },
    change({ remove: ['a'] }),
  ],
  ['a display name', { op: 'replace', path: 'members[value eq "a"].display', value: 'Ann' }, change()],
  ['a type', { op: 'replace', path: 'members[value eq "a"].type', value: 'User' }, change()],
])('compat mode takes %s', (_what, operation, members) => {
  expect(plan([operation])).toEqual({ operations: [], members });
});

test('the attributes beside the members are left for the document', () => {
  const { operations, members } = plan([
    { op: 'replace', value: { id: 'g1', displayName: 'New', members: [{ value: 'a' }], externalId: 'e' } },
    { op: 'Replace', path: 'displayName', value: 'Newer' },
  ]);
  expect(members).toEqual(change({ isReplacement: true, add: ['a'] }));
  const before = { schemas: [groupSchema], displayName: 'Old' };
  expect(applyPatch(groupResourceType, before, operations, { mode: compat, id: 'g1' })).toEqual({
    ...before,
    displayName: 'Newer',
    externalId: 'e',
  });
});

// Okta sends it with each change of members: langwatch #7131.
test('a rename leaves the members alone', () => {
  for (const operation of [
    { op: 'replace', value: { id: 'g1', displayName: 'New' } },
    { op: 'replace', path: 'displayName', value: 'New' },
  ]) {
    expect(plan([operation])).toMatchObject({ operations: [{ op: 'replace' }], members: change() });
  }
});

test('what is no object without a path is left for the document, which refuses it', () => {
  const { operations } = plan([{ op: 'replace', value: 'x' }]);
  expect(refusal(() => applyPatch(groupResourceType, {}, operations, { mode: compat }))).toBe(
    '400 invalidValue',
  );
});

test.each([
  ['invalidValue', { op: 'add', path: 'members', value: [{}] }],
  ['invalidValue', { op: 'add', path: 'members', value: [{ value: '' }] }],
  ['invalidValue', { op: 'add', path: 'members', value: [{ value: null }] }],
  ['invalidValue', { op: 'add', path: 'members', value: true }],
  ['invalidValue', { op: 'replace', value: { members: [5.5] } }],
  ['invalidFilter', { op: 'remove', path: 'members[display eq "a"]' }],
  ['invalidFilter', { op: 'remove', path: 'members[type gt true' }],
  ['mutability', { op: 'replace', path: 'members[value eq "a"]', value: [{ value: 'b' }] }],
  ['mutability', { op: 'replace', path: 'members[value eq "a"].value', value: 'b' }],
  ['mutability', { op: 'replace', path: 'members.value', value: 'b' }],
  ['mutability', { op: 'remove', path: 'members.value' }],
])('400 %s for %j in both modes', (scimType, operation) => {
  for (const mode of modes) expect(refusal(() => plan([operation], mode))).toBe(`400 ${scimType}`);
});

test.each([
  ['mutability', { op: 'replace', path: 'members[value eq "a"].type', value: 'User' }],
  ['invalidPath', { op: 'replace', path: 'members[value eq "a"].display', value: 'Ann' }],
  ['invalidValue', { op: 'remove', path: 'members', value: [{ value: 'a' }] }],
  ['invalidValue', { op: 'add', path: 'members', value: { value: 'a' } }],
  ['invalidValue', { op: 'add', path: 'members', value: ['a'] }],
])('strict mode answers 400 %s to %j', (scimType, operation) => {
  expect(refusal(() => plan([operation], strict))).toBe(`400 ${scimType}`);
});

test('a plan does to any set of members what its operations do one after the other', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd');
  const step = fc.oneof(
    fc.record({ op: fc.constantFrom('add', 'remove', 'replace'), ids: fc.uniqueArray(id) }),
    fc.record({ op: fc.constant('clear'), ids: fc.constant<string[]>([]) }),
  );
  fc.assert(
    fc.property(fc.uniqueArray(id), fc.array(step, { minLength: 1 }), (current, steps) => {
      const expected = new Set<string>(current);
      for (const { op, ids } of steps) {
        if (op === 'replace' || op === 'clear') expected.clear();
        for (const member of ids)
          if (op === 'remove') expected.delete(member);
          else expected.add(member);
      }
      const members = membersOf(
        steps.map(({ op, ids }) =>
          op === 'clear'
            ? { op: 'remove', path: 'members' }
            : { op, path: 'members', value: ids.map((value) => ({ value })) },
        ),
      );
      const stay = members.isReplacement ? [] : current.filter((member) => !members.remove.includes(member));
      const actual = new Set([...stay, ...members.add]);
      expect([...actual].toSorted()).toEqual([...expected].toSorted());
      expect(members.add.filter((member) => members.remove.includes(member))).toEqual([]);
    }),
  );
});
