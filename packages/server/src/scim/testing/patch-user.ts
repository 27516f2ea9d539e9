import type { ScimMode } from '../mode.ts';
import { applyPatch } from '../patch/apply-patch.ts';
import { parsePatchRequest, patchOpSchema } from '../patch/patch-request.ts';
import { userResourceType } from '../resource-types.ts';
import type { ScimResource } from '../resource.ts';

/** A user after the operations of one PATCH request. */
export function patchUser(
  before: ScimResource,
  operations: readonly object[],
  mode: ScimMode,
  id = 'u1',
): ScimResource {
  const body = { schemas: [patchOpSchema], Operations: operations };
  return applyPatch(userResourceType, before, parsePatchRequest(userResourceType, body, mode), { mode, id });
}
