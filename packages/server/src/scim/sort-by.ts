import { parseAttributePath } from './attribute-path.ts';
import { ScimError } from './error.ts';
import type { ScimMode } from './mode.ts';
import { findAttribute, targetOf } from './schema.ts';
import type { AttributeTarget, ResourceType } from './schema.ts';
import { lookupAmong } from './several-types.ts';

/**
 * The attribute of a resource type that a query over `types` is sorted by (RFC 7644 section 3.4.2.3). Throws 400
 * invalidValue for one that none of the types has, that is never shown, or that is complex.
 */
export function resolveSortBy(
  resourceType: ResourceType,
  types: readonly ResourceType[],
  sortBy: string,
  mode: ScimMode,
): AttributeTarget {
  const path = parseAttributePath(sortBy);
  const target = path && lookupAmong(resourceType, types, mode)(path);
  if (target === undefined || target.attribute?.returned === 'never') {
    throw new ScimError(400, `sortBy: "${sortBy}" is no attribute to sort by.`, 'invalidValue');
  }
  const { attribute, subName } = target;
  if (attribute?.type !== 'complex' || subName !== undefined) return target;
  const value = findAttribute(attribute.subAttributes, 'value');
  if (value !== undefined && mode.accepts('complexFilter')) return targetOf(attribute, value);
  throw new ScimError(
    400,
    `sortBy: ${target.path} is complex; name one of its sub-attributes.`,
    'invalidValue',
  );
}
