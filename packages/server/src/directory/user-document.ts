import { ScimError } from '../scim/error.ts';
import { foldedDocument } from '../scim/folded-document.ts';
import type { Json, ScimResource } from '../scim/resource.ts';
import { fold } from '../scim/text.ts';
import type { UserDocument } from '../store/users.ts';
import { assertIndexable } from './indexed-text.ts';
import { elementsOf, textOf } from './resource-reading.ts';

/** A normalised SCIM user with what is searched beside it. */
export function toUserDocument(resource: ScimResource): UserDocument {
  const userName = textOf(resource['userName']);
  if (userName === undefined) throw new ScimError(400, 'userName is required.', 'invalidValue');
  const externalId = textOf(resource['externalId']);
  const displayName = textOf(resource['displayName']);
  const emails = elementsOf(resource['emails']).flatMap((email) => {
    const value = textOf(email['value']);
    return value === undefined ? [] : [{ value: fold(value), type: fold(textOf(email['type']) ?? '') }];
  });
  assertIndexable('userName', fold(userName));
  assertIndexable('externalId', externalId);
  assertIndexable('displayName', displayName && fold(displayName));
  for (const { value, type } of emails) assertIndexable('emails', value + type);
  return {
    resource,
    resourceFolded: foldedDocument(resource),
    userName,
    userNameFolded: fold(userName),
    externalId,
    displayNameFolded: displayName === undefined ? undefined : fold(displayName),
    email: mainEmail(resource['emails']),
    emailsFolded: [...new Map(emails.map((email) => [JSON.stringify(email), email])).values()],
    active: resource['active'] === true,
  };
}

/** The primary e-mail address, else the one of type work, else the first. */
export function mainEmail(emails: Json | undefined): string | undefined {
  const candidates = elementsOf(emails).filter((email) => textOf(email['value']) !== undefined);
  const chosen =
    candidates.find((email) => email['primary'] === true) ??
    candidates.find((email) => fold(textOf(email['type']) ?? '') === 'work') ??
    candidates[0];
  return chosen && textOf(chosen['value']);
}
