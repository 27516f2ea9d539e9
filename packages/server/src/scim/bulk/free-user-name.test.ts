import { expect, it } from 'vitest';
import { ScimError } from '../error.ts';
import type { Json } from '../resource.ts';
import { groupResourceType, userResourceType } from '../resource-types.ts';
import { enterpriseUserSchema } from '../schema.ts';
import type { BulkEntry, BulkOperation } from './bulk-request.ts';
import { freeUserName } from './free-user-name.ts';

function entry(data: Json, operation: Partial<BulkOperation> = {}): BulkEntry {
  const post = { method: 'POST', resourceType: userResourceType, id: undefined, ifMatch: undefined } as const;
  return { method: 'POST', bulkId: 'a', operation: { ...post, data, ...operation } };
}

it('is that of a user who refers to nothing', () => {
  expect(freeUserName(entry({ USERNAME: 'Ada' }))).toBe('ada');
});

it.for<[what: string, entry: BulkEntry]>([
  ['a user who refers to another', entry({ userName: 'a', [enterpriseUserSchema]: { manager: 'bulkId:b' } })],
  ['a user without a name', entry({ displayName: 'a' })],
  ['a user with two names', entry({ userName: 'a', username: 'b' })],
  ['a name that is no text', entry({ userName: ['a'] })],
  ['what is no object', entry('a')],
  ['a group', entry({ userName: 'a' }, { resourceType: groupResourceType })],
  ['a change', entry({ userName: 'a' }, { method: 'PUT', id: '1' })],
  ['what cannot be tried', { ...entry(null), operation: new ScimError(400, 'No.') }],
])('is nothing for %s', ([, given]) => {
  expect(freeUserName(given)).toBeUndefined();
});
