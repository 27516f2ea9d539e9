import { expect } from 'vitest';
import { idOf, objectOf } from './json.ts';
import type { JsonObject } from './json.ts';
import { groupNamed } from './provisioning.ts';
import { bulkResponseSchema, bulkSchema, userSchema } from './scim-schemas.ts';
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

/** Sends each operation as a request of its own, in the order given; their bulkIds stand for what was created. */
export async function runSingly({ scim }: Tenant, operations: readonly JsonObject[]): Promise<void> {
  const ids = new Map<string, string>();
  const resolve = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value ?? null).replaceAll(/bulkId:(\w+)/g, (_, name: string) => ids.get(name) ?? ''),
    );
  for (const { method, path, bulkId, data } of operations) {
    const body = method === 'DELETE' ? undefined : resolve(data);
    const answer = await scim.send(String(method), String(resolve(path)), {}, body);
    expect(answer.status).toBeLessThan(300);
    if (method === 'POST') ids.set(String(bulkId), idOf(answer));
  }
}

/** Events without what differs between two directories: ids, by the order in which they come up, and times. */
export function comparable(events: readonly JsonObject[]): unknown {
  const names = new Map<string, string>();
  const text = JSON.stringify(events.map(({ type, sequence, data }) => ({ type, sequence, data })));
  return JSON.parse(
    text
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
      .replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, (id) => {
        const name = names.get(id) ?? `id-${names.size}`;
        names.set(id, name);
        return name;
      }),
  );
}

/** The creation of `data`, as an operation. */
export function post(path: string, bulkId: string, data: JsonObject): JsonObject {
  return { method: 'POST', path, bulkId, data };
}

/** The body of a new user. */
export function user(userName: string, more: JsonObject = {}): JsonObject {
  return { schemas: [userSchema], userName, ...more };
}

/** The body of a new group; members may be references. */
export function group(displayName: string, ...members: readonly string[]): JsonObject {
  return groupNamed(displayName, members);
}
