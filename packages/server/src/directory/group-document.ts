import { ScimError } from '../scim/error.ts';
import { foldedDocument } from '../scim/folded-document.ts';
import type { ScimResource } from '../scim/resource.ts';
import { fold } from '../scim/text.ts';
import type { GroupDocument } from '../store/groups.ts';
import { assertIndexable } from './indexed-text.ts';
import { textOf } from './resource-reading.ts';

/** A normalised SCIM group, without its members, with what is searched beside it. */
export function toGroupDocument(resource: ScimResource): GroupDocument {
  const displayName = textOf(resource['displayName']);
  if (displayName === undefined) throw new ScimError(400, 'displayName is required.', 'invalidValue');
  const externalId = textOf(resource['externalId']);
  assertIndexable('displayName', fold(displayName));
  assertIndexable('externalId', externalId);
  return {
    resource,
    resourceFolded: foldedDocument(resource),
    displayName,
    displayNameFolded: fold(displayName),
    externalId,
  };
}
