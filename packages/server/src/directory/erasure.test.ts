import { expect, it } from 'vitest';
import { zUserReference, zUserUpdatedEvent } from '../generated/zod.gen.ts';
import { withoutPerson } from './erasure.ts';
import { toEventUser } from './user-view.ts';

const userId = '0198a7c3-9d20-7b64-b1e8-3f7a5c2d9e16';
const directoryId = '0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03';
const stamps = {
  version: 3,
  createdAt: '2026-11-23T09:14:07.312Z',
  updatedAt: '2026-11-23T10:14:07.312Z',
};
const resource = {
  userName: 'ada@example.com',
  externalId: 'ada-1',
  name: { givenName: 'Ada', familyName: 'Lovelace' },
  emails: [{ value: 'ada@example.com', type: 'work', primary: true }],
  phoneNumbers: [{ value: '+44 20 7946 0000' }],
  title: 'Countess',
  active: true,
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: 'Analysis' },
};
const data = {
  user: { ...toEventUser({ directoryId, id: userId, resource }), ...stamps },
  previous: { userName: 'byron@example.com', emails: [], title: null, active: false },
};

it('leaves nothing of the person in an event, which is still what the contract says', () => {
  const erased = withoutPerson(data, userId);
  expect(JSON.stringify(erased)).not.toMatch(/ada|byron|love|count|analysis|7946/i);
  const event = { id: userId, type: 'user.updated', timestamp: stamps.updatedAt, sequence: 4 };
  zUserUpdatedEvent.parse({ ...event, directoryId, organizationId: null, data: erased });
  expect(erased).toMatchObject({
    user: { id: userId, directoryId, userName: `erased-${userId}`, active: true, ...stamps },
    previous: { userName: `erased-${userId}`, active: false },
  });
  expect(withoutPerson(erased, userId)).toEqual(erased);
});

it('erases the person of a membership and keeps the group', () => {
  const user = { id: userId, externalId: 'ada-1', userName: 'ada', email: 'ada@example.com' };
  const group = { id: directoryId, externalId: null, displayName: 'Engineers' };
  const erased = withoutPerson({ group, user }, userId);
  expect(erased).toEqual({
    group,
    user: { id: userId, externalId: null, userName: `erased-${userId}`, email: null },
  });
  zUserReference.parse(erased['user']);
});

it('leaves the events of others as they are', () => {
  expect(withoutPerson(data, directoryId)).toBe(data);
  expect(withoutPerson({ directory: { id: userId } }, userId)).toEqual({ directory: { id: userId } });
});
