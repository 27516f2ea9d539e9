import { expect, test } from 'vitest';
import type { Json } from '../resource.ts';
import { userResourceType } from '../resource-types.ts';
import { enterpriseUserSchema } from '../schema.ts';
import { referencesOf, replaceReferences } from './bulk-references.ts';
import type { BulkMethod, BulkOperation } from './bulk-request.ts';

const operation = (method: BulkMethod, data: Json | undefined, id?: string): BulkOperation => ({
  method,
  resourceType: userResourceType,
  id,
  ifMatch: undefined,
  data,
});

const replaced = (given: BulkOperation): BulkOperation => replaceReferences(given, (name) => `id-of-${name}`);

test.each<[what: string, data: Json, after: Json]>([
  ['in members', { members: [{ value: 'bulkId:a' }] }, { members: [{ value: 'id-of-a' }] }],
  [
    'in the manager',
    { [enterpriseUserSchema]: { manager: { value: 'bulkId:a' } } },
    { [enterpriseUserSchema]: { manager: { value: 'id-of-a' } } },
  ],
  ['as a bare text in a list', { members: ['bulkId:a', 'b'] }, { members: ['id-of-a', 'b'] }],
  [
    'in an extension',
    { 'urn:x:y': { z: [[{ deep: 'bulkId:a' }]] } },
    { 'urn:x:y': { z: [[{ deep: 'id-of-a' }]] } },
  ],
  [
    'in the value of a PATCH',
    { Operations: [{ value: 'bulkId:a' }] },
    { Operations: [{ value: 'id-of-a' }] },
  ],
  [
    'in the path of a PATCH',
    { Operations: [{ op: 'remove', path: 'members[value eq "bulkId:a"]' }] },
    { Operations: [{ op: 'remove', path: 'members[value eq "id-of-a"]' }] },
  ],
  ['with any characters in its name', { x: 'bulkId:a b:"c' }, { x: 'id-of-a b:"c' }],
])('a reference %s', (_what, data, after) => {
  const given = operation('PATCH', data);
  expect(referencesOf(given).size).toBe(1);
  expect(replaced(given).data).toEqual(after);
});

test('a reference in the path of the operation', () => {
  const given = operation('DELETE', undefined, 'bulkId:a');
  expect([...referencesOf(given)]).toEqual(['a']);
  expect(replaced(given)).toEqual({ ...given, id: 'id-of-a' });
});

test.each<Json>([
  { x: 'bulkid:a' },
  { x: 'bulkId:' },
  { x: ' bulkId:a' },
  { 'bulkId:a': 1 },
  { path: 'say "bulkId:a"' },
])('%j refers to nothing', (data) => {
  const given = operation('POST', data);
  expect(referencesOf(given).size).toBe(0);
  expect(replaced(given)).toEqual(given);
});

test('deeper than any value is kept it looks for none, and ends', () => {
  let data: Json = 'bulkId:a';
  for (let depth = 0; depth < 100_000; depth++) data = [data];
  expect(referencesOf(operation('POST', data)).size).toBe(0);
});
