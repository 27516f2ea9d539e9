import type { ScimMember } from '../scim/patch/member-steps.ts';
import type { ScimResource } from '../scim/resource.ts';
import type { MemberRow, MembershipRow } from '../store/members.ts';
import type { ResourceRow } from '../store/users.ts';
import { entityTag } from './precondition.ts';

/** The user as SCIM shows it; `groups` is what it is directly in (RFC 7643 section 4.1.2). */
export function toScimUser(
  row: ResourceRow,
  groups: readonly MembershipRow[],
  baseUrl: string,
): ScimResource {
  return {
    ...identified(row),
    ...(groups.length > 0 && {
      groups: groups.map(({ groupId, displayName }) => ({
        value: groupId,
        $ref: `${baseUrl}/Groups/${groupId}`,
        display: displayName,
        type: 'direct',
      })),
    }),
    meta: metaOf(row, 'User', baseUrl),
  };
}

/** The group as SCIM shows it. */
export function toScimGroup(row: ResourceRow, members: readonly MemberRow[], baseUrl: string): ScimResource {
  return {
    ...identified(row),
    ...(members.length > 0 && {
      members: members.map((member) => toScimMember(member, baseUrl)),
    }),
    meta: metaOf(row, 'Group', baseUrl),
  };
}

/** A member of a group as SCIM shows it. */
export function toScimMember({ id, type }: MemberRow, baseUrl: string): ScimMember {
  return { value: id, $ref: `${baseUrl}/${type}s/${id}`, type };
}

function identified({ id, resource }: ResourceRow): ScimResource {
  const { schemas = [], ...attributes } = resource;
  return { schemas, id, ...attributes };
}

/** RFC 7643 section 3.1. */
function metaOf(row: ResourceRow, resourceType: 'User' | 'Group', baseUrl: string): ScimResource {
  return {
    resourceType,
    created: row.createdAt,
    lastModified: row.updatedAt,
    location: `${baseUrl}/${resourceType}s/${row.id}`,
    version: entityTag(row.version),
  };
}
