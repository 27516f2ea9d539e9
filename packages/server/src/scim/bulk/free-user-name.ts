import { ScimError } from '../error.ts';
import { isJsonObject } from '../resource.ts';
import { userResourceType } from '../resource-types.ts';
import { referencesOf } from './bulk-references.ts';
import type { BulkEntry } from './bulk-request.ts';

/**
 * The name, in small letters, of the user that an operation creates, when it refers to nothing in the request: between
 * creations of users with different names it makes no difference which comes first. Undefined for any other operation.
 */
export function freeUserName({ operation }: BulkEntry): string | undefined {
  if (operation instanceof ScimError) return undefined;
  const { method, resourceType, data } = operation;
  if (method !== 'POST' || resourceType !== userResourceType || !isJsonObject(data)) return undefined;
  const names = Object.keys(data).filter((name) => name.toLowerCase() === 'username');
  const [name, ...others] = names.map((key) => data[key]);
  if (typeof name !== 'string' || others.length > 0 || referencesOf(operation).size > 0) return undefined;
  return name.toLowerCase();
}
