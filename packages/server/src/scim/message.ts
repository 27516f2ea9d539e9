import { ScimError } from './error.ts';
import { isJsonList, nameIn, ownValue } from './resource.ts';
import type { Json, JsonObject } from './resource.ts';

/** A member of a message (RFC 7644 section 3.1): names are case-insensitive there too (RFC 7643 section 2.1). */
export function messageMember(message: JsonObject, name: string): Json | undefined {
  return ownValue(message, nameIn(message, name));
}

/** Refuses a message that does not say by its `schemas` what it is. */
export function assertMessageSchema(message: JsonObject, urn: string): void {
  const schemas = messageMember(message, 'schemas');
  const folded = urn.toLowerCase();
  const isNamed =
    isJsonList(schemas) &&
    schemas.some((given) => typeof given === 'string' && given.toLowerCase() === folded);
  if (!isNamed) throw new ScimError(400, `schemas has to hold "${urn}".`, 'invalidSyntax');
}
