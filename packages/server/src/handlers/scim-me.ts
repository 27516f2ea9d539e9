import type { HandlersOf } from '../contract.ts';
import { ScimError } from '../scim/error.ts';

/** RFC 7644 section 3.11: who asks is a directory's identity provider, never one of its users. */
export function scimMeHandlers(): HandlersOf<'SCIM Me'> {
  return {
    scimGetMe: refuse,
    scimCreateMe: refuse,
    scimReplaceMe: refuse,
    scimPatchMe: refuse,
    scimDeleteMe: refuse,
  };
}

function refuse(): never {
  const detail = '/Me is not supported: the token belongs to a directory, not to a user. Use /Users/{id}.';
  throw new ScimError(501, detail);
}
