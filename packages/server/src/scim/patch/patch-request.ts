import { ScimError } from '../error.ts';
import { assertMessageSchema, messageMember as member } from '../message.ts';
import type { ScimMode } from '../mode.ts';
import { resolvePath } from '../path.ts';
import type { PatchPath } from '../path.ts';
import { isJsonList, isJsonObject } from '../resource.ts';
import type { Json } from '../resource.ts';
import type { ResourceType } from '../schema.ts';

/** What an operation does. */
export type PatchOp = 'add' | 'remove' | 'replace';

/** One operation of a PATCH request (RFC 7644 section 3.5.2). */
export interface PatchOperation {
  readonly op: PatchOp;
  readonly path: PatchPath;
  /** Not yet brought into the type of what the path points to; nothing when the operation has none. */
  readonly value: Json | undefined;
}

/** The URN of a PATCH request's body. */
export const patchOpSchema = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/**
 * Reads the body of a PATCH request. Compat mode takes `op` in any case and one operation without its list. Throws 400 invalidSyntax for a body of another form, invalidPath and invalidFilter for a path,
 * noTarget for a removal without one, invalidValue for an addition or replacement without a value.
 */
export function parsePatchRequest(
  resourceType: ResourceType,
  body: unknown,
  mode: ScimMode,
): readonly PatchOperation[] {
  if (!isJsonObject(body)) throw invalidSyntax('The body has to be a JSON object.');
  assertMessageSchema(body, patchOpSchema);
  const operations = member(body, 'Operations');
  const list = isJsonObject(operations) && mode.accepts('singleOperation') ? [operations] : operations;
  if (!isJsonList(list) || list.length === 0) {
    throw invalidSyntax('Operations has to be a list of at least one operation.');
  }
  return list.map((operation) => parseOperation(resourceType, operation, mode));
}

function parseOperation(resourceType: ResourceType, operation: Json, mode: ScimMode): PatchOperation {
  if (!isJsonObject(operation)) throw invalidSyntax('Each of the Operations has to be an object.');
  const op = parseOp(member(operation, 'op'), mode);
  const text = member(operation, 'path') ?? null;
  if (text !== null && typeof text !== 'string') {
    throw new ScimError(400, 'The path of an operation has to be a string.', 'invalidPath');
  }
  const value = member(operation, 'value');
  // An empty path of compat mode is one that a client's template did not fill in.
  const hasPath = text !== null && (text !== '' || !mode.accepts('emptyPath'));
  if (!hasPath && op === 'remove') throw new ScimError(400, 'The remove operation needs a path.', 'noTarget');
  const isMissing = value === undefined || (op === 'add' && value === null && !mode.accepts('nullAddition'));
  if (op !== 'remove' && isMissing) {
    throw new ScimError(400, `The ${op} operation needs a value.`, 'invalidValue');
  }
  return { op, path: hasPath ? resolvePath(resourceType, text, mode) : { kind: 'resource' }, value };
}

function parseOp(op: Json | undefined, mode: ScimMode): PatchOp {
  const name = typeof op === 'string' ? op.toLowerCase() : op;
  // Entra sends "Add", "Remove" and "Replace".
  const isKnown = name === 'add' || name === 'remove' || name === 'replace';
  if (isKnown && (name === op || mode.accepts('opCase'))) return name;
  throw invalidSyntax('The op of an operation has to be "add", "remove" or "replace".');
}

function invalidSyntax(detail: string): ScimError {
  return new ScimError(400, detail, 'invalidSyntax');
}
