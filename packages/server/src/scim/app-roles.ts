import { isJsonList, isJsonObject } from './resource.ts';
import type { JsonObject } from './resource.ts';
import type { IndexedAttribute } from './schema.ts';

/** What Entra's expressions over application roles are mapped to. */
const attributes: ReadonlySet<string> = new Set(['roles', 'entitlements']);

/**
 * Reads what Entra's AppRoleAssignmentsComplex sends: JSON texts of `{ id, value, displayName }`, in the place of the
 * list, of its elements or of their `value`. Everything else comes back as it is.
 *
 * @see https://github.com/Captain-P-Goldfish/SCIM-SDK/issues/516
 */
export function expandAppRoles({ path }: IndexedAttribute, value: unknown): unknown {
  if (!attributes.has(path)) return value;
  const whole = parsed(value);
  return isJsonList(whole) ? whole.map(expandElement) : expandElement(whole);
}

function expandElement(element: unknown): unknown {
  const whole = parsed(element);
  if (!isJsonObject(whole)) return whole;
  const assignment = parsed(whole['value']);
  return isJsonObject(assignment) ? { ...whole, ...toRole(assignment) } : toRole(whole);
}

function toRole({ displayName, ...role }: JsonObject): JsonObject {
  return displayName === undefined ? role : { display: displayName, ...role };
}

/** What a text holds as JSON, if that is an object or a list; otherwise the value itself. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
