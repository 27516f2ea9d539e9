import { isJsonList, isJsonObject } from '../scim/resource.ts';
import type { Json, ScimResource } from '../scim/resource.ts';

/** A non-empty text, or nothing. */
export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A complex value, or an empty one. */
export function complexOf(value: Json | undefined): ScimResource {
  return isJsonObject(value) ? value : {};
}

/** The complex elements of a multi-valued attribute. */
export function elementsOf(value: Json | undefined): readonly ScimResource[] {
  return isJsonList(value) ? value.filter(isJsonObject) : [];
}
