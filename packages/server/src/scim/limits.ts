import { ScimError } from './error.ts';

/** How many values an attribute, and how many attributes a resource or extension, may have. Members have no such limit. */
export const maxValues = 1000;

/** How many operations on the document one PATCH request may have. Those on members do not count. */
export const maxOperations = 200;

/** What one bulk request may hold (RFC 7644 section 3.7.4): operations, and bytes. */
export const bulkLimits = { maxOperations: 1000, maxPayloadSize: 1024 * 1024 } as const;

/** Refuses more values than an operation can go through in good time. */
export function assertCount(path: string, count: number): void {
  if (count <= maxValues) return;
  throw new ScimError(
    400,
    `${path} may have at most ${maxValues} values; these are ${count}.`,
    'invalidValue',
  );
}
