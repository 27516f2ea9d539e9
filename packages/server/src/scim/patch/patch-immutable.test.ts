import { expect, test } from 'vitest';
import { compat } from '../mode.ts';
import { userResourceType } from '../resource-types.ts';
import type { ScimResource } from '../resource.ts';
import { createResourceType } from '../schema.ts';
import type { ScimAttribute } from '../schema.ts';
import { refusal } from '../testing/refusal.ts';
import { applyPatch } from './apply-patch.ts';
import { parsePatchRequest, patchOpSchema } from './patch-request.ts';

const add = (path: string, value: unknown): object => ({ op: 'add', path, value });
const replace = (path: string, value: unknown): object => ({ op: 'replace', path, value });
const remove = (path: string): object => ({ op: 'remove', path });

test('an immutable attribute can be set once', () => {
  const badge: ScimAttribute = {
    name: 'badge',
    type: 'string',
    multiValued: false,
    description: '',
    required: false,
    caseExact: true,
    mutability: 'immutable',
    returned: 'default',
    uniqueness: 'none',
  };
  const card: ScimAttribute = {
    ...badge,
    name: 'card',
    type: 'complex',
    mutability: 'readWrite',
    subAttributes: [badge],
  };
  const resourceType = createResourceType({
    ...userResourceType,
    schema: { ...userResourceType.schema, attributes: [...userResourceType.schema.attributes, badge, card] },
    commonAttributes: [],
  });
  const patch = (resource: ScimResource, ...Operations: readonly object[]): ScimResource =>
    applyPatch(
      resourceType,
      resource,
      parsePatchRequest(resourceType, { schemas: [patchOpSchema], Operations }, compat),
      {
        mode: compat,
      },
    );
  const set = patch({ userName: 'a' }, add('badge', 'b1'), add('card', { badge: 'c1' }));
  expect(set).toMatchObject({ badge: 'b1', card: { badge: 'c1' } });
  expect(patch(set, replace('badge', 'b1'), replace('card.badge', 'c1'))).toBe(set);
  for (const operation of [
    replace('badge', 'b2'),
    remove('badge'),
    replace('card.badge', 'c2'),
    remove('card.badge'),
  ]) {
    expect(refusal(() => patch(set, operation))).toBe('400 mutability');
  }
});
