import { expect } from 'vitest';
import type { JsonObject } from './json.ts';
import { errorSchema, listSchema } from './scim-schemas.ts';
import type { Tenant } from './tenant.ts';

/** A ListResponse that holds everything that matched. */
export function list(resources: readonly unknown[]): JsonObject {
  return page(resources, { totalResults: resources.length, startIndex: 1 });
}

/** A ListResponse that holds one page of what matched. */
export function page(
  resources: readonly unknown[],
  { totalResults, startIndex }: { readonly totalResults: number; readonly startIndex: number },
): JsonObject {
  const itemsPerPage = resources.length;
  return { schemas: [listSchema], totalResults, startIndex, itemsPerPage, Resources: resources };
}

/** `meta` of a user or group. */
export function meta(
  tenant: Tenant,
  resourceType: 'User' | 'Group',
  id: string,
  version: number,
): JsonObject {
  return {
    resourceType,
    created: expect.any(String),
    lastModified: expect.any(String),
    location: `${tenant.scimBaseUrl}/${resourceType}s/${id}`,
    version: `W/"${version}"`,
  };
}

/** One of a group's members. */
export function member(tenant: Tenant, userId: string): JsonObject {
  return { value: userId, $ref: `${tenant.scimBaseUrl}/Users/${userId}`, type: 'User' };
}

/** A SCIM error (RFC 7644 section 3.12). */
export function scimError(status: number, scimType?: string): JsonObject {
  return {
    schemas: [errorSchema],
    status: String(status),
    ...(scimType !== undefined && { scimType }),
    detail: expect.any(String),
  };
}
