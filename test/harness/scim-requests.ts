import { patchSchema } from './scim-schemas.ts';
import type { JsonObject } from './json.ts';

/** The body of a PATCH. */
export function patchRequest(...operations: readonly JsonObject[]): JsonObject {
  return { schemas: [patchSchema], Operations: operations };
}
