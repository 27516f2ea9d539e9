import { setImmediate } from 'node:timers/promises';
import { v7 as uuidV7 } from 'uuid';
import { orderOf } from '../scim/bulk/bulk-order.ts';
import { referencesOf, replaceReferences } from '../scim/bulk/bulk-references.ts';
import type { BulkEntry, BulkOperation, BulkRequest } from '../scim/bulk/bulk-request.ts';
import { ScimError } from '../scim/error.ts';
import { createTogether } from './bulk-circle.ts';
import type { DirectoryContext } from './directory-context.ts';
import { createGroup, patchGroup, removeGroup, replaceGroup } from './groups.ts';
import { createUser, patchUser, removeUser, replaceUser } from './users.ts';

/** What became of an operation that was tried. */
export interface BulkResult {
  readonly entry: BulkEntry;
  /** Where the resource is, under the SCIM base URL; nothing when there is none. */
  readonly location: string | undefined;
  readonly outcome: BulkSuccess | ScimError;
}

interface BulkSuccess {
  readonly status: 200 | 201 | 204;
  /** Nothing after DELETE. */
  readonly version: number | undefined;
}

/** An operation with ids in the place of its references. */
interface Prepared {
  readonly operation: BulkOperation;
  readonly id: string;
}

/**
 * Runs the operations, each as a request of its own would run, and answers those that were tried in the order of the
 * request. What is no SCIM error goes to `asScimError`; after one of status 503 the others are not tried any more and
 * fail alike.
 */
export async function runBulk(
  context: DirectoryContext,
  { entries, failOnErrors }: BulkRequest,
  asScimError: (error: unknown) => ScimError,
): Promise<readonly BulkResult[]> {
  const references = new BulkIds(entries);
  const results = new Map<number, BulkResult>();
  let errors = 0;
  let outage: ScimError | undefined;

  async function attempt(positions: readonly number[]): Promise<readonly BulkSuccess[]> {
    if (outage !== undefined) throw outage;
    const prepared = positions.map((position) => references.prepare(position));
    const [first, ...others] = prepared;
    if (first === undefined) return [];
    return others.length === 0 ? [await run(context, first)] : createTogether(context, prepared);
  }

  for (const positions of references.order) {
    // The embedded database answers without a turn of the event loop: other requests would wait for the last operation.
    await setImmediate();
    let outcomes: readonly (BulkSuccess | ScimError)[];
    try {
      outcomes = await attempt(positions);
    } catch (error) {
      const fault = error instanceof ScimError ? error : asScimError(error);
      if (fault.status === 503) outage = fault;
      outcomes = positions.map(() => fault);
    }
    positions.forEach((position, index) => {
      const outcome = outcomes[index];
      if (outcome === undefined) throw new Error(`Operation ${position} has no outcome.`);
      results.set(position, references.settle(position, outcome));
      if (outcome instanceof ScimError) errors += 1;
    });
    if (errors >= failOnErrors) break;
  }
  return [...results].toSorted(([a], [b]) => a - b).map(([, result]) => result);
}

/** The bulkIds of a request: what they stand for, and which of them came to nothing. */
class BulkIds {
  readonly #entries: readonly BulkEntry[];
  /** Of every POST that can be tried, made before anything is. */
  readonly #ids: ReadonlyMap<string, string>;
  readonly #positions: ReadonlyMap<string, number>;
  readonly #failed = new Set<string>();
  /** The positions of the operations, as `orderOf` has them. */
  readonly order: readonly (readonly number[])[];

  constructor(entries: readonly BulkEntry[]) {
    this.#entries = entries;
    const creations = entries.flatMap(({ bulkId, operation }, position) => {
      const isCreation = operation instanceof ScimError || operation.method === 'POST';
      return bulkId !== undefined && isCreation ? [[bulkId, position] as const] : [];
    });
    this.#positions = new Map(creations);
    this.#ids = new Map(creations.map(([bulkId]) => [bulkId, uuidV7()]));
    this.order = orderOf(
      entries.map(({ operation }) =>
        operation instanceof ScimError
          ? []
          : [...referencesOf(operation)].flatMap((name) => this.#positions.get(name) ?? []),
      ),
    );
  }

  /** The operation at a position with ids for its references; throws why it cannot be tried. */
  prepare(position: number): Prepared {
    const { operation, bulkId = '' } = this.#entryAt(position);
    if (operation instanceof ScimError) throw operation;
    const replaced = replaceReferences(operation, (name) => this.#idOf(name));
    return { operation: replaced, id: replaced.id ?? this.#idOf(bulkId) };
  }

  /** Notes the outcome of the operation at a position. */
  settle(position: number, outcome: BulkSuccess | ScimError): BulkResult {
    const entry = this.#entryAt(position);
    const { operation, bulkId } = entry;
    const hasFailed = outcome instanceof ScimError;
    if (hasFailed && bulkId !== undefined) this.#failed.add(bulkId);
    if (operation instanceof ScimError || (hasFailed && operation.method === 'POST')) {
      return { entry, location: undefined, outcome };
    }
    const id = this.#locate(operation.id ?? `bulkId:${bulkId}`);
    const location = id && `${operation.resourceType.endpoint}/${encodeURIComponent(id)}`;
    return { entry, location, outcome };
  }

  #entryAt(position: number): BulkEntry {
    const entry = this.#entries[position];
    if (entry === undefined) throw new Error(`There is no operation ${position}.`);
    return entry;
  }

  /** The id in a path; nothing for that of a resource that was not created. */
  #locate(id: string): string | undefined {
    if (!id.startsWith('bulkId:')) return id;
    const bulkId = id.slice('bulkId:'.length);
    return this.#failed.has(bulkId) ? undefined : this.#ids.get(bulkId);
  }

  #idOf(bulkId: string): string {
    const id = this.#ids.get(bulkId);
    if (id === undefined) {
      throw new ScimError(400, `"bulkId:${bulkId}" names no POST of this request.`, 'invalidValue');
    }
    if (this.#failed.has(bulkId)) {
      throw new ScimError(
        409,
        `The operation with the bulkId "${bulkId}", which this one needs, has failed.`,
      );
    }
    return id;
  }
}

async function run(context: DirectoryContext, { operation, id }: Prepared): Promise<BulkSuccess> {
  const { method, resourceType, ifMatch, data } = operation;
  const isUser = resourceType.name === 'User';
  switch (method) {
    case 'POST': {
      const create = isUser ? createUser : createGroup;
      return { status: 201, version: (await create(context, data, id)).version };
    }
    case 'PUT': {
      const replace = isUser ? replaceUser : replaceGroup;
      return { status: 200, version: (await replace(context, id, data, ifMatch)).version };
    }
    case 'PATCH': {
      const patch = isUser ? patchUser : patchGroup;
      return { status: isUser ? 200 : 204, version: (await patch(context, id, data, ifMatch)).version };
    }
    case 'DELETE': {
      const remove = isUser ? removeUser : removeGroup;
      await remove(context, id, ifMatch);
      return { status: 204, version: undefined };
    }
  }
}
