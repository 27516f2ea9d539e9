import type { components } from '../generated/api.ts';
import type { ScimResource } from '../scim/resource.ts';
import type { GroupRow } from '../store/groups.ts';
import { textOf } from './resource-reading.ts';

export type Group = components['schemas']['Group'];

/** What a SCIM document says about a group. */
export function labelsOf(resource: ScimResource): Pick<Group, 'externalId' | 'displayName'> {
  return {
    externalId: textOf(resource['externalId']) ?? null,
    displayName: textOf(resource['displayName']) ?? '',
  };
}

/** The group of the directory API. */
export function toGroup(row: GroupRow): Group {
  const { id, directoryId, memberCount, version, createdAt, updatedAt } = row;
  return {
    id,
    directoryId,
    ...labelsOf(row.resource),
    memberCount,
    raw: { ...row.resource },
    version,
    createdAt,
    updatedAt,
  };
}

/** `data.group` of an event, with the places that the relay fills. */
export function toEventGroup(row: Pick<GroupRow, 'directoryId' | 'id' | 'resource'>): object {
  const { id, directoryId } = row;
  return {
    id,
    directoryId,
    ...labelsOf(row.resource),
    memberCount: null,
    version: null,
    createdAt: null,
    updatedAt: null,
  };
}
