import { expect, test } from 'vitest';
import { compat, strict } from './mode.ts';
import type { ScimMode } from './mode.ts';
import { normaliseGroup } from './normalise.ts';
import { groupResourceType } from './resource-types.ts';
import { groupSchema } from './schema.ts';
import { refusal } from './testing/refusal.ts';

const modes = [compat, strict] as const satisfies readonly ScimMode[];

const group = (attributes: object, mode: ScimMode = compat): ReturnType<typeof normaliseGroup> =>
  normaliseGroup(groupResourceType, { schemas: [groupSchema], displayName: 'G', ...attributes }, mode);

test('the members of a group stand beside its document, each once', () => {
  const members = [
    { value: 'U1', display: 'Ann', $ref: null, type: 'User' },
    { Value: 'u1' },
    { value: 'g2', type: 'Group' },
    null,
  ];
  for (const mode of modes) {
    const { resource, memberIds } = group({ members, externalId: 'e' }, mode);
    expect(resource).toEqual({ displayName: 'G', externalId: 'e', schemas: [groupSchema] });
    expect(memberIds.map((id) => id.toLowerCase())).toEqual(['u1', 'g2']);
  }
});

test.each([{}, { members: null }, { members: [] }, { Members: [] }])(
  '%j is a group without members',
  (attributes) => {
    expect(group(attributes).memberIds).toEqual([]);
  },
);

test.each([
  ['one member without its list', { value: 'a' }, ['a']],
  ['ids alone', ['a', 'b'], ['a', 'b']],
  ['an id alone', 'a', ['a']],
])('compat mode takes %s', (_what, members, memberIds) => {
  expect(group({ members }).memberIds).toEqual(memberIds);
  expect(group({ [`${groupSchema}:members`]: members }).memberIds).toEqual(memberIds);
  expect(refusal(() => group({ members }, strict))).toBe('400 invalidValue');
});

test.each([
  [[{}]],
  [[{ value: null }]],
  [[{ value: '' }]],
  [[{ value: {} }]],
  [[{ value: 'a\u0000' }]],
  [[['a']]],
  [true],
])('the members %j are 400 invalidValue in both modes', (members) => {
  for (const mode of modes) expect(refusal(() => group({ members }, mode))).toBe('400 invalidValue');
});

test('a group needs a displayName', () => {
  for (const mode of modes) expect(refusal(() => group({ displayName: '' }, mode))).toBe('400 invalidValue');
});

test('members by a dotted name never get into the document', () => {
  expect(group({ 'members.value': 'a', 'members[value eq "b"].display': 'B' })).toEqual({
    resource: { displayName: 'G', schemas: [groupSchema] },
    memberIds: [],
  });
});
