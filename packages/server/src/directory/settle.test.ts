import { expect, it } from 'vitest';
import type { HeldEvent } from '../store/held-events.ts';
import { settle } from './settle.ts';

const [user, group, stamp] = ['user-1', 'group-1', '2026-11-23T09:14:07.312Z'];

let nextId = 1;

/** An event as it is held: `hash` is what the change left behind, `before` what it found. */
function held(type: string, data: object, more: Partial<HeldEvent> = {}): HeldEvent {
  const id = nextId;
  nextId += 1;
  const stamps = { version: id, memberCount: null, createdAt: stamp, updatedAt: stamp };
  const orderKey = type.startsWith('user.') ? user : group;
  const rest = { secondOrderKey: null, hashBefore: null, hashAfter: null };
  return { id, type, data: JSON.stringify(data), ...stamps, orderKey, ...rest, ...more };
}

const ada = (fields: object) => ({ user: { id: user, active: true, title: null, ...fields } });
const changed = (
  type: string,
  fields: object,
  previous: object,
  hashes: readonly [string, string] = ['a', 'a'],
) => held(type, { ...ada(fields), previous }, { hashBefore: hashes[0], hashAfter: hashes[1] });
const off = (fields = {}) => changed('user.deactivated', { ...fields, active: false }, { active: true });
const on = (fields = {}) => changed('user.reactivated', fields, { active: false });
const member = (verb: string, secondOrderKey = user) => held(`group.user_${verb}`, {}, { secondOrderKey });

/** What is left: each event's place, type, data and version. */
function left(...events: readonly HeldEvent[]) {
  const { dropped, changed: rewritten } = settle(events);
  return events
    .filter(({ id }) => !dropped.includes(id))
    .map((event) => rewritten.find(({ id }) => id === event.id) ?? event)
    .map(({ type, data, version }) => ({ type, version, ...(JSON.parse(data) as object) }));
}

const typesOf = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);

it('leaves nothing of a mistake that was undone', () => {
  expect(left(off(), on())).toEqual([]);
  expect(left(off(), on(), off(), on())).toEqual([]);
  expect(
    left(
      changed('user.updated', { title: 'x' }, { title: null }, ['a', 'b']),
      changed('user.updated', {}, { title: 'x' }, ['b', 'a']),
    ),
  ).toEqual([]);
  expect(left(held('user.created', ada({})), held('user.deleted', ada({})))).toEqual([]);
  expect(left(member('added'), member('removed'))).toEqual([]);
  expect(left(member('removed'), member('added'))).toEqual([]);
});

it('leaves one event of a switch, with the state as it is now', () => {
  const update = changed('user.updated', { active: false, title: 'x' }, { title: null }, ['a', 'b']);
  const back = changed('user.updated', { active: false }, { title: 'x' }, ['b', 'a']);
  expect(left(off(), on(), off(), update, back)).toEqual([
    {
      type: 'user.deactivated',
      version: back.version,
      ...ada({ active: false }),
      previous: { active: true },
    },
  ]);
});

it('tells both of a switch and of an update, each with what was before the first change', () => {
  const first = changed('user.updated', { title: 'x' }, { title: null }, ['a', 'b']);
  const second = changed('user.updated', { title: 'y', active: false }, { title: 'x' }, ['b', 'c']);
  const state = { version: second.version, ...ada({ title: 'y', active: false }) };
  expect(left(first, off({ title: 'x' }), second)).toEqual([
    { type: 'user.deactivated', ...state, previous: { active: true } },
    { type: 'user.updated', ...state, previous: { title: null } },
  ]);
});

it('keeps an update that only `raw` shows, unless it was undone', () => {
  const there = changed('user.updated', {}, {}, ['a', 'b']);
  expect(left(there)).toEqual([{ type: 'user.updated', version: there.version, ...ada({}), previous: {} }]);
  expect(left(there, changed('user.updated', {}, {}, ['b', 'a']))).toEqual([]);
});

it('keeps an update of which it is not known what it changed', () => {
  const unknown = held('user.updated', { ...ada({}), previous: {} });
  expect(typesOf(left(unknown))).toEqual(['user.updated']);
});

it('tells of a new resource as it is by now, at the place where it came', () => {
  const created = held('user.created', ada({}));
  const last = off({ title: 'x' });
  const events = left(created, changed('user.updated', { title: 'x' }, { title: null }, ['a', 'b']), last);
  expect(events).toEqual([
    { type: 'user.created', version: last.version, ...ada({ title: 'x', active: false }) },
  ]);
});

it('tells of what is gone only that', () => {
  const deleted = held('user.deleted', ada({ active: false }));
  expect(left(off(), changed('user.updated', {}, {}, ['a', 'b']), deleted)).toEqual([
    { type: 'user.deleted', version: deleted.version, ...ada({ active: false }) },
  ]);
});

it('keeps the last event of a membership that is not as it was, each by itself', () => {
  expect(typesOf(left(member('added'), member('removed'), member('added')))).toEqual(['group.user_added']);
  expect(typesOf(left(member('removed'), member('added'), member('removed', 'other')))).toEqual([
    'group.user_removed',
  ]);
});

it('leaves the memberships of a deleted group out', () => {
  const deleted = held('group.deleted', { group: { id: group } });
  expect(typesOf(left(member('added'), member('removed', 'other'), deleted))).toEqual(['group.deleted']);
  const created = held('group.created', { group: { id: group } });
  expect(left(created, member('added'), deleted)).toEqual([]);
});

it('settles a group like a user', () => {
  const renamed = (from: string, to: string, hashes: readonly [string, string]) =>
    held(
      'group.updated',
      { group: { id: group, displayName: to }, previous: { displayName: from } },
      { hashBefore: hashes[0], hashAfter: hashes[1], memberCount: 7 },
    );
  expect(left(renamed('A', 'B', ['a', 'b']), renamed('B', 'A', ['b', 'a']))).toEqual([]);
  expect(left(renamed('A', 'B', ['a', 'b']), renamed('B', 'C', ['b', 'c']))).toMatchObject([
    { type: 'group.updated', group: { displayName: 'C' }, previous: { displayName: 'A' } },
  ]);
});
