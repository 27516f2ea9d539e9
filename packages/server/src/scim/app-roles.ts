import { isJsonList, isJsonObject } from './resource.ts';
import type { JsonObject } from './resource.ts';
import type { ScimMode } from './mode.ts';
import type { IndexedAttribute } from './schema.ts';

/** What Entra's expressions over application roles are mapped to. */
const attributes: ReadonlySet<string> = new Set(['roles', 'entitlements']);

/**
 * Reads what Entra's AppRoleAssignmentsComplex sends: JSON texts of `{ id, value, displayName }`, in the place of the
 * list, of its elements or of their `value`. Everything else comes back as it is.
 *
 * @see https://github.com/Captain-P-Goldfish/SCIM-SDK/issues/516
 */
export function expandAppRoles({ path }: IndexedAttribute, value: unknown, mode: ScimMode): unknown {
  if (!attributes.has(path)) return value;
  const whole = parsed(value, mode);
  return isJsonList(whole)
    ? whole.map((element) => expandElement(element, mode))
    : expandElement(whole, mode);
}

function expandElement(element: unknown, mode: ScimMode): unknown {
  const whole = parsed(element, mode);
  if (!isJsonObject(whole)) return whole;
  const assignment = parsed(whole['value'], mode);
  return isJsonObject(assignment) ? { ...whole, ...toRole(assignment, mode) } : toRole(whole, mode);
}

function toRole(element: JsonObject, mode: ScimMode): JsonObject {
  // The `id` is that of the role in Entra.
  const { displayName, id: _id, ...role } = element;
  return displayName === undefined || !mode.accepts('appRole') ? element : { display: displayName, ...role };
}

/** What a text holds as JSON, if that is an object or a list; otherwise the value itself. */
function parsed(value: unknown, mode: ScimMode): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    const json: unknown = JSON.parse(value);
    return mode.accepts('appRole') ? json : value;
  } catch {
    return value;
  }
}
