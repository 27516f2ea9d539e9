import { expect } from 'vitest';
import type { Answer } from './contract-fetch.ts';
import { objectOf } from './json.ts';
import type { JsonObject } from './json.ts';
import { searchSchema } from './scim-schemas.ts';
import type { Tenant } from './tenant.ts';

/** `path` with these query parameters. */
export function withQuery(path: string, query: Readonly<Record<string, string | number>>): string {
  const parts = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${path}?${parts.join('&')}`;
}

/** The resources of a ListResponse. */
export function resourcesOf({ status, body }: Answer): readonly JsonObject[] {
  expect(status, JSON.stringify(body)).toBe(200);
  const { Resources: resources } = objectOf(body);
  if (!Array.isArray(resources)) throw new Error(`Expected a list, got ${JSON.stringify(body)}.`);
  return resources.map(objectOf);
}

/** What a resource is called: a user's userName, a group's displayName. */
export function nameOf(resource: JsonObject): string {
  return String(resource['userName'] ?? resource['displayName']);
}

/** Posts a SearchRequest to `${endpoint}/.search`. */
export function search(tenant: Tenant, endpoint: string, query: object): Promise<Answer> {
  return tenant.scim.post(`${endpoint}/.search`, { schemas: [searchSchema], ...query });
}
