import type { components } from '../generated/api.ts';
import type { ScimResource } from '../scim/resource.ts';
import { enterpriseUserSchema } from '../scim/schema.ts';
import type { UserRow } from '../store/users.ts';
import { complexOf, elementsOf, textOf } from './resource-reading.ts';
import { mainEmail } from './user-document.ts';

export type User = components['schemas']['User'];
/** A user as events carry it: without `raw`. */
export type EventUser = components['schemas']['EventUser'];

/** What the committing statement adds, and the relay writes into the event. */
type Stamped = 'version' | 'createdAt' | 'updatedAt';

/** What a SCIM document says about a user, in the same shape for every identity provider. */
export function profileOf(resource: ScimResource): Omit<EventUser, Stamped | 'id' | 'directoryId'> {
  const name = complexOf(resource['name']);
  const enterprise = complexOf(resource[enterpriseUserSchema]);
  const text = (attribute: string): string | null => textOf(resource[attribute]) ?? null;
  return {
    externalId: text('externalId'),
    userName: textOf(resource['userName']) ?? '',
    email: mainEmail(resource['emails']) ?? null,
    emails: contactsOf(resource, 'emails'),
    givenName: textOf(name['givenName']) ?? null,
    familyName: textOf(name['familyName']) ?? null,
    displayName: text('displayName') ?? textOf(name['formatted']) ?? null,
    active: resource['active'] === true,
    title: text('title'),
    department: textOf(enterprise['department']) ?? null,
    employeeNumber: textOf(enterprise['employeeNumber']) ?? null,
    managerId: textOf(complexOf(enterprise['manager'])['value']) ?? null,
    locale: text('locale'),
    timezone: text('timezone'),
    phoneNumbers: contactsOf(resource, 'phoneNumbers'),
    customAttributes: extensionsOf(resource),
  };
}

function contactsOf(resource: ScimResource, attribute: 'emails' | 'phoneNumbers'): User['emails'] {
  return elementsOf(resource[attribute]).flatMap((element) => {
    const value = textOf(element['value']);
    return value === undefined
      ? []
      : [{ value, type: textOf(element['type']) ?? null, primary: element['primary'] === true }];
  });
}

/** The extensions' attributes, by their URN. */
function extensionsOf(resource: ScimResource): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(resource).filter(([name]) => name.toLowerCase().startsWith('urn:')),
  );
}

/** The user of the directory API. */
export function toUser(row: UserRow): User {
  return { ...identified(row), ...profileOf(row.resource), raw: { ...row.resource }, ...stampOf(row) };
}

/** `data.user` of an event, with the places that the relay fills. */
export function toEventUser(row: Pick<UserRow, 'directoryId' | 'id' | 'resource'>): object {
  return { ...identified(row), ...profileOf(row.resource), version: null, createdAt: null, updatedAt: null };
}

function identified({
  id,
  directoryId,
}: Pick<UserRow, 'directoryId' | 'id'>): Pick<User, 'id' | 'directoryId'> {
  return { id, directoryId };
}

function stampOf({ version, createdAt, updatedAt }: UserRow): Pick<User, Stamped> {
  return { version, createdAt, updatedAt };
}
