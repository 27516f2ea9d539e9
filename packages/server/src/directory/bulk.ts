import { setImmediate } from 'node:timers/promises';
import { BulkPlan } from '../scim/bulk/bulk-plan.ts';
import type { PreparedOperation } from '../scim/bulk/bulk-plan.ts';
import type { BulkEntry, BulkRequest } from '../scim/bulk/bulk-request.ts';
import { ScimError } from '../scim/error.ts';
import { newId } from '../store/new-id.ts';
import { mostShared } from '../store/shared-statement.ts';
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

/**
 * Runs the operations, each as a request of its own would run, and answers those that were tried in the order of the
 * request. Users who refer to nothing are created many at once. What is no SCIM error goes to `asScimError`; after one of
 * status 503 those that are still to come are not tried any more and fail alike.
 */
export async function runBulk(
  context: DirectoryContext,
  { entries, failOnErrors }: BulkRequest,
  asScimError: (error: unknown) => ScimError,
): Promise<readonly BulkResult[]> {
  const plan = new BulkPlan(entries, newId);
  const results = new Map<number, BulkResult>();
  let errors = 0;
  let outage: ScimError | undefined;

  async function attempt(positions: readonly number[]): Promise<readonly BulkSuccess[]> {
    const prepared = positions.map((position) => plan.prepare(position));
    const [first, ...others] = prepared;
    if (first === undefined) return [];
    return others.length === 0 ? [await run(context, first)] : createTogether(context, prepared);
  }

  async function runStep(positions: readonly number[]): Promise<void> {
    let outcomes: readonly BulkResult['outcome'][];
    try {
      if (outage !== undefined) throw outage;
      outcomes = await attempt(positions);
    } catch (error) {
      const fault = error instanceof ScimError ? error : asScimError(error);
      if (fault.status === 503) outage = fault;
      outcomes = positions.map(() => ofAll(fault, positions.length));
      errors += positions.length;
      for (const position of positions) plan.fail(position);
    }
    for (const [index, position] of positions.entries()) {
      const outcome = outcomes[index];
      if (outcome === undefined) continue;
      results.set(position, { entry: plan.entryAt(position), location: plan.locationOf(position), outcome });
    }
  }

  for (let place = 0; place < plan.order.length && errors < failOnErrors;) {
    // The embedded database answers without a turn of the event loop: other requests would wait for the last operation.
    await setImmediate();
    // No more than may fail.
    const steps = plan.together(place, Math.min(mostShared, failOnErrors - errors));
    place += steps.length;
    await Promise.all(steps.map(runStep));
  }
  return [...results].toSorted(([a], [b]) => a - b).map(([, result]) => result);
}

/** A circle fails with 409 as a whole (RFC 7644 section 3.7.1), unless it is our fault. */
function ofAll(fault: ScimError, count: number): ScimError {
  if (count === 1 || fault.status >= 500) return fault;
  const detail = `The ${count} resources that refer to each other in a circle were not created: ${fault.detail}`;
  return new ScimError(409, detail);
}

async function run(context: DirectoryContext, { operation, id }: PreparedOperation): Promise<BulkSuccess> {
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
