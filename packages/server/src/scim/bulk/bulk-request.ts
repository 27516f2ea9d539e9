import { ScimError } from '../error.ts';
import { bulkLimits } from '../limits.ts';
import { assertMessageSchema, messageMember as member } from '../message.ts';
import type { ScimMode } from '../mode.ts';
import { isJsonList, isJsonObject } from '../resource.ts';
import type { Json, JsonObject } from '../resource.ts';
import { resourceTypes } from '../resource-types.ts';
import type { ResourceType } from '../schema.ts';

/** The URN of a bulk request's body. */
export const bulkRequestSchema = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';

const methods = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** What an operation does. */
export type BulkMethod = (typeof methods)[number];

/** An operation that can be tried. References by `bulkId:` are as they came. */
export interface BulkOperation {
  readonly method: BulkMethod;
  readonly resourceType: ResourceType;
  /** Of the resource; nothing for POST. */
  readonly id: string | undefined;
  readonly ifMatch: string | undefined;
  /** The body; nothing for DELETE. */
  readonly data: Json | undefined;
}

/** One of the operations, with what its result repeats. */
export interface BulkEntry {
  readonly method: string | undefined;
  readonly bulkId: string | undefined;
  /** What to try, or why there is nothing to try. */
  readonly operation: BulkOperation | ScimError;
}

export interface BulkRequest {
  /** After so many errors nothing more is tried. */
  readonly failOnErrors: number;
  readonly entries: readonly BulkEntry[];
}

/**
 * Reads the body of a bulk request (RFC 7644 section 3.7). What is wrong with one operation stays with it. Throws 400
 * invalidSyntax or invalidValue for what is no bulk request, 413 for too many operations.
 */
export function parseBulkRequest(body: unknown, mode: ScimMode): BulkRequest {
  if (!isJsonObject(body)) throw invalidSyntax('The body has to be a JSON object.');
  assertMessageSchema(body, bulkRequestSchema);
  const failOnErrors = member(body, 'failOnErrors') ?? Infinity;
  if (
    typeof failOnErrors !== 'number' ||
    failOnErrors < 1 ||
    (failOnErrors % 1 !== 0 && failOnErrors !== Infinity)
  ) {
    throw new ScimError(400, 'failOnErrors has to be an integer of at least 1.', 'invalidValue');
  }
  const operations = member(body, 'Operations');
  if (!isJsonList(operations) || operations.length === 0) {
    throw invalidSyntax('Operations has to be a list of at least one operation.');
  }
  const { maxOperations } = bulkLimits;
  if (operations.length > maxOperations) {
    const detail = `A bulk request may have at most ${maxOperations} operations (maxOperations); these are ${operations.length}.`;
    throw new ScimError(413, detail);
  }
  const entries = operations.map((operation) => parseEntry(operation, mode));
  assertUniqueBulkIds(entries);
  return { failOnErrors, entries };
}

function parseEntry(given: Json, mode: ScimMode): BulkEntry {
  const object = isJsonObject(given) ? given : {};
  const entry = { method: textOf(member(object, 'method')), bulkId: textOf(member(object, 'bulkId')) };
  try {
    if (object !== given) throw invalidSyntax('Each of the Operations has to be an object.');
    return { ...entry, operation: parseOperation(object, mode) };
  } catch (error) {
    if (error instanceof ScimError) return { ...entry, operation: error };
    throw error;
  }
}

function parseOperation(given: JsonObject, mode: ScimMode): BulkOperation {
  const method = parseMethod(member(given, 'method'), mode);
  const path = member(given, 'path');
  if (typeof path !== 'string') throw invalidSyntax('The path of an operation has to be a string.');
  const bulkId = member(given, 'bulkId') ?? undefined;
  if (bulkId !== undefined && (typeof bulkId !== 'string' || bulkId === '')) {
    throw invalidSyntax('A bulkId has to be a string that is not empty.');
  }
  if (bulkId === undefined && method === 'POST') throw invalidSyntax('A POST operation needs a bulkId.');
  const ifMatch = member(given, 'version') ?? undefined;
  if (ifMatch !== undefined && typeof ifMatch !== 'string') {
    throw invalidSyntax('The version of an operation has to be a string.');
  }
  const data = method === 'DELETE' ? undefined : member(given, 'data');
  if (data === undefined && method !== 'DELETE') throw invalidSyntax(`A ${method} operation needs data.`);
  return { method, ...parsePath(path, method), ifMatch, data };
}

function parseMethod(given: Json | undefined, mode: ScimMode): BulkMethod {
  const name = typeof given === 'string' ? given.toUpperCase() : given;
  const method = methods.find((candidate) => candidate === name);
  if (method !== undefined && (method === given || mode.accepts('bulkMethodCase'))) return method;
  throw invalidSyntax(`The method of an operation has to be one of ${methods.join(', ')}.`);
}

function parsePath(path: string, method: BulkMethod): Pick<BulkOperation, 'resourceType' | 'id'> {
  const [root, endpoint = '', id, ...rest] = path.split('/');
  if (root !== '' || endpoint === '' || path.includes('?')) {
    throw invalidSyntax('The path of an operation has to be such as "/Users" or "/Users/{id}".');
  }
  const resourceType = resourceTypes.find((candidate) => candidate.endpoint === `/${endpoint}`);
  if (resourceType === undefined) throw notServed(endpoint);
  const isServed = rest.length === 0 && (id === undefined) === (method === 'POST');
  if (!isServed || id === '') throw new ScimError(405, `${method} is not served at ${path}.`);
  return { resourceType, id: id === undefined ? undefined : decoded(id) };
}

/** The other endpoints have their answers here too; one of them would begin all over. */
function notServed(endpoint: string): ScimError {
  switch (endpoint) {
    case 'Bulk':
      return invalidSyntax('A bulk request cannot hold another one.');
    case 'Me':
      return new ScimError(501, '/Me is not supported. Use /Users/{id}.');
    case 'ServiceProviderConfig':
    case 'ResourceTypes':
    case 'Schemas':
    case '.search':
      return new ScimError(405, `/${endpoint} cannot be written to.`);
    default:
      return new ScimError(404, `There is no endpoint /${endpoint}.`);
  }
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw invalidSyntax(`The path of an operation has an incomplete escape.`);
  }
}

function assertUniqueBulkIds(entries: readonly BulkEntry[]): void {
  const seen = new Set<string>();
  for (const { bulkId } of entries) {
    if (bulkId === undefined) continue;
    if (seen.has(bulkId)) {
      throw invalidSyntax(
        `Each bulkId has to be unique in the request; "${bulkId}" is there more than once.`,
      );
    }
    seen.add(bulkId);
  }
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function invalidSyntax(detail: string): ScimError {
  return new ScimError(400, detail, 'invalidSyntax');
}
