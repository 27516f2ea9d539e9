import type { ScimResource } from './resource.ts';
import { isForeignExtension } from './schema.ts';
import type { ResourceType } from './schema.ts';

/** The `schemas` of a resource: its own, and each extension that it has data of (RFC 7643 section 3). */
export function schemasOf(resourceType: ResourceType, resource: ScimResource): readonly string[] {
  const urns = [resourceType.schema.id];
  for (const { id } of resourceType.extensions) if (Object.hasOwn(resource, id)) urns.push(id);
  for (const name of Object.keys(resource)) {
    if (!resourceType.extensionAttributes.has(name) && isForeignExtension(name)) urns.push(name);
  }
  return urns;
}
