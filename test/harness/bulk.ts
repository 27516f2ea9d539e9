import { expect } from 'vitest';
import { objectOf } from './json.ts';
import type { JsonObject } from './json.ts';
import { bulkResponseSchema, bulkSchema } from './scim-schemas.ts';
import type { Tenant } from './tenant.ts';

/** The body of a bulk request. */
export function bulkRequest(operations: readonly unknown[], more: JsonObject = {}): JsonObject {
  return { schemas: [bulkSchema], ...more, Operations: operations };
}

/** Sends a bulk request that is answered 200, and answers what became of its operations. */
export async function runBulk(
  { scim }: Tenant,
  operations: readonly unknown[],
  more: JsonObject = {},
): Promise<readonly JsonObject[]> {
  const { status, body } = await scim.post('/Bulk', bulkRequest(operations, more));
  expect(status).toBe(200);
  const { schemas, Operations: results } = objectOf(body);
  expect(schemas).toEqual([bulkResponseSchema]);
  if (!Array.isArray(results)) throw new Error(`Expected results, got ${JSON.stringify(body)}.`);
  return results.map(objectOf);
}

/** The id at the end of a result's location. */
export function idOfResult(result: JsonObject | undefined): string {
  const location = result?.['location'];
  if (typeof location !== 'string') throw new Error(`Expected a location, got ${JSON.stringify(result)}.`);
  return location.slice(location.lastIndexOf('/') + 1);
}

/** The statuses of the operations, in their order. */
export function statusesOf(results: readonly JsonObject[]): readonly unknown[] {
  return results.map(({ status }) => status);
}
