import { expect, it } from 'vitest';
import { decodeEventCursor, encodeEventCursor } from './cursor.ts';

it.each([0, 1, 4711, Number.MAX_SAFE_INTEGER])('reads back the position %d', (position) => {
  expect(decodeEventCursor(encodeEventCursor(position))).toBe(position);
});

it('makes cursors that need no escaping in a URL', () => {
  expect(encodeEventCursor(123_456_789)).toMatch(/^[\w-]+$/);
});

it.each([
  ['empty', ''],
  ['a plain number', '17'],
  ['not base64url', '!!!'],
  ['other base64url', Buffer.from('hello').toString('base64url')],
  ['of another list', Buffer.from('users:17').toString('base64url')],
  ['a negative position', Buffer.from('events:-1').toString('base64url')],
  ['a fraction', Buffer.from('events:1.5').toString('base64url')],
  ['another spelling of a number', Buffer.from('events:1e3').toString('base64url')],
  ['leading zeros', Buffer.from('events:007').toString('base64url')],
  ['no number', Buffer.from('events:').toString('base64url')],
  ['a number beyond all positions', Buffer.from('events:9007199254740993').toString('base64url')],
  ['padded', `${encodeEventCursor(17)}=`],
  ['followed by something', `${encodeEventCursor(17)}A`],
])('refuses a cursor that is %s', (_, cursor) => {
  expect(decodeEventCursor(cursor)).toBeUndefined();
});
