import { ScimError } from '../scim/error.ts';
import { normaliseResource } from '../scim/normalise.ts';
import { applyPatch } from '../scim/patch/apply-patch.ts';
import { parsePatchRequest } from '../scim/patch/patch-request.ts';
import type { Json, ScimResource } from '../scim/resource.ts';
import { userResourceType } from '../scim/resource-types.ts';
import type { Queryable } from '../store/database.ts';
import { newId } from '../store/new-id.ts';
import { deleteUser } from '../store/user-deletion.ts';
import { insertUser } from '../store/user-insertion.ts';
import { updateUser } from '../store/user-update.ts';
import { findUser } from '../store/users.ts';
import type { UserRow } from '../store/users.ts';
import { userChanged, userCreated } from './changes.ts';
import type { DirectoryContext } from './directory-context.ts';
import { assertMatch } from './precondition.ts';
import { toUserDocument } from './user-document.ts';
import { toEventUser } from './user-view.ts';

/** RFC 7644 section 3.3. */
export async function createUser(
  context: DirectoryContext,
  body: unknown,
  id: string = newId(),
): Promise<UserRow> {
  const row = await insertNewUser(context, context.database, body, id);
  context.wake.notify('dirsync_inbox');
  return row;
}

/** The same by one connection, whose user wakes the relay. */
export async function insertNewUser(
  { directoryId, mode }: DirectoryContext,
  queryable: Queryable,
  body: unknown,
  id: string,
): Promise<UserRow> {
  const resource = withActive(normaliseResource(userResourceType, body, mode), true);
  const document = toUserDocument(resource);
  const stamp = await insertUser(
    queryable,
    directoryId,
    id,
    document,
    userCreated({ directoryId, id }, resource),
  );
  if (stamp === 'conflict') throw userNameTaken(document.userName);
  return { directoryId, id, resource, groups: [], ...stamp };
}

/** RFC 7644 section 3.5.1: what the body omits is cleared; an omitted `active` stays as it is. */
export async function replaceUser(
  context: DirectoryContext,
  id: string,
  body: unknown,
  ifMatch?: string,
): Promise<UserRow> {
  const replacement = normaliseResource(userResourceType, body, context.mode);
  return changeUser(context, id, ifMatch, () => replacement);
}

/** RFC 7644 section 3.5.2. */
export async function patchUser(
  context: DirectoryContext,
  id: string,
  body: unknown,
  ifMatch?: string,
): Promise<UserRow> {
  const { mode } = context;
  const operations = parsePatchRequest(userResourceType, body, mode);
  return changeUser(context, id, ifMatch, (before) =>
    applyPatch(userResourceType, before, operations, { mode, id }),
  );
}

/** RFC 7644 section 3.6. */
export async function removeUser(context: DirectoryContext, id: string, ifMatch?: string): Promise<void> {
  const isDeleted = await deleteUser(context.database, context.directoryId, id, (last) => {
    assertMatch(ifMatch, last.version);
    return { user: toEventUser(last) };
  });
  if (!isDeleted) throw userNotFound(id);
  context.wake.notify('dirsync_inbox');
}

/** The user, or 404. */
export async function getUser({ database, directoryId }: DirectoryContext, id: string): Promise<UserRow> {
  const row = await findUser(database, directoryId, id);
  if (row === undefined) throw userNotFound(id);
  return row;
}

/**
 * Decides on what was read and writes over that version. When another request was quicker, it decides again
 * with the row locked, so that a second time is always enough.
 */
async function changeUser(
  context: DirectoryContext,
  id: string,
  ifMatch: string | undefined,
  decide: (before: ScimResource) => ScimResource,
): Promise<UserRow> {
  const { database, wake } = context;
  const after =
    (await attemptChange(
      context,
      database,
      await findUser(database, context.directoryId, id),
      ifMatch,
      decide,
      id,
    )) ??
    (await database.transaction(async (tx) => {
      const locked = await findUser(tx, context.directoryId, id, { lock: true });
      return attemptChange(context, tx, locked, ifMatch, decide, id);
    }));
  if (after === undefined) throw new Error(`User ${id} changed under its lock.`);
  wake.notify('dirsync_inbox');
  return after;
}

/** `undefined` when the row was not up to date. */
async function attemptChange(
  { directoryId }: DirectoryContext,
  queryable: Queryable,
  before: UserRow | undefined,
  ifMatch: string | undefined,
  decide: (before: ScimResource) => ScimResource,
  id: string,
): Promise<UserRow | undefined> {
  if (before === undefined) throw userNotFound(id);
  assertMatch(ifMatch, before.version);
  const resource = withActive(decide(before.resource), before.resource['active'] ?? true);
  const events = userChanged(before, before.resource, resource);
  if (events.length === 0) return before;
  const document = toUserDocument(resource);
  const outcome = await updateUser(queryable, directoryId, before.id, before.version, document, events);
  if (outcome === 'stale') return undefined;
  if (outcome === 'conflict') throw userNameTaken(document.userName);
  return { ...before, resource, ...outcome.stamp };
}

function withActive(resource: ScimResource, otherwise: Json): ScimResource {
  return resource['active'] === undefined ? { ...resource, active: otherwise } : resource;
}

function userNameTaken(userName: string): ScimError {
  return new ScimError(409, `Another user has the userName "${userName}" already.`, 'uniqueness');
}

function userNotFound(id: string): ScimError {
  return new ScimError(404, `There is no user with the id "${id}".`);
}
