import { formatAttributePath } from './attribute-path.ts';
import type { AttributePath } from './attribute-path.ts';
import type { ScimMode } from './mode.ts';
import { resolveAttribute } from './schema.ts';
import type { AttributeTarget, ResourceType } from './schema.ts';

/** Finds what an attribute path means, or nothing. */
export type Lookup = (path: AttributePath) => AttributeTarget | undefined;

/**
 * The attributes of a resource type in a query over several. What only another of them has is there without a value
 * (RFC 7644 section 3.4.2.1); what none has is not there.
 */
export function lookupAmong(
  resourceType: ResourceType,
  types: readonly ResourceType[],
  mode: ScimMode,
): Lookup {
  return (path) => {
    const target = resolveAttribute(resourceType, path, mode);
    if (target !== undefined) return target;
    const isElsewhere = types.some((other) => resolveAttribute(other, path, mode) !== undefined);
    return isElsewhere ? withoutValue(path) : undefined;
  };
}

/** No schema and no extension has it, so it is nowhere. */
function withoutValue(path: AttributePath): AttributeTarget {
  const { name, subName } = path;
  const nowhere = { extension: undefined, attribute: undefined, subAttribute: undefined };
  return { ...nowhere, path: formatAttributePath(path), name, subName };
}
