import { ScimError } from '../error.ts';
import { maxOperations } from '../limits.ts';
import type { ScimMode } from '../mode.ts';
import type { ScimResource } from '../resource.ts';
import type { ResourceType } from '../schema.ts';
import { applyOperation } from './apply-operation.ts';
import type { PatchOperation } from './patch-request.ts';
import { ResourceDraft } from './resource-draft.ts';

/**
 * The resource after all operations, each applied to the result of the one before it (RFC 7644 section 3.5.2).
 * `before` is a normalised document and is never changed; it comes back itself when the operations change nothing.
 * Throws ScimError, and then nothing has happened.
 */
export function applyPatch(
  resourceType: ResourceType,
  before: ScimResource,
  operations: readonly PatchOperation[],
  { mode, id }: { readonly mode: ScimMode; readonly id?: string },
): ScimResource {
  if (operations.length > maxOperations) {
    const detail = `A request may have ${maxOperations} operations beside those on members; these are ${operations.length}.`;
    throw new ScimError(413, detail);
  }
  const draft = new ResourceDraft(before);
  const context = { resourceType, draft, mode, id };
  for (const operation of operations) applyOperation(context, operation);
  return draft.finish(resourceType);
}
