import { ScimError } from '../scim/error.ts';

/** An index entry of PostgreSQL holds at most 2,704 bytes, ids included. */
const maxIndexedBytes = 2000;

/** Refuses a value, as it is indexed, that the database could not index. */
export function assertIndexable(attribute: string, value: string | undefined): void {
  if (value === undefined) return;
  const size = Buffer.byteLength(value);
  if (size <= maxIndexedBytes) return;
  const detail = `A value of ${attribute} may have at most ${maxIndexedBytes} bytes; this one has ${size}.`;
  throw new ScimError(400, detail, 'invalidValue');
}
