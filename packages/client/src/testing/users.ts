import type { Email, User } from '../generated/api.ts';
import { changedFields } from './change.ts';
import { findDirectory } from './directories.ts';
import { found } from './failure.ts';
import { removeMember } from './membership.ts';
import { append } from './log.ts';
import type { DirectoryState, State } from './state.ts';

/**
 * What an identity provider says of a user. What is not given is null, or empty.
 *
 * @example
 * ```ts
 * const promotion: MockUserChanges = { title: 'CTO', department: 'Engineering', managerId: null };
 * const { version } = mock.users.update(userId, promotion);
 * ```
 */
export type MockUserChanges = Partial<
  Omit<User, 'id' | 'directoryId' | 'raw' | 'version' | 'createdAt' | 'updatedAt'>
>;

/**
 * A new user. `email` alone makes the one of `emails`.
 *
 * @example
 * ```ts
 * function person(name: string): MockUserInput {
 *   return { userName: name, displayName: name, email: `${name}@acme.example` };
 * }
 * mock.users.create(directoryId, person('grace'));
 * ```
 */
export type MockUserInput = MockUserChanges & Pick<User, 'userName'>;

/**
 * What identity providers do to users. Each change makes the events that the server makes of it.
 *
 * @example
 * ```ts
 * function hire(users: MockUsers, names: readonly string[]): readonly string[] {
 *   return names.map((userName) => users.create(directoryId, { userName }).id);
 * }
 * const [ada, grace] = hire(mock.users, ['ada', 'grace']);
 * ```
 */
export interface MockUsers {
  /** Makes a user: `user.created`. */
  create(directoryId: string, input: MockUserInput): User;
  /** Changes a user: `user.updated`, and `user.deactivated` or `user.reactivated` when `active` changes. */
  update(userId: string, changes: MockUserChanges): User;
  /** Switches a user off, as identity providers do with whoever leaves: `user.deactivated`. */
  deactivate(userId: string): User;
  /** Deletes a user: `group.user_removed` of each membership, then `user.deleted`. */
  delete(userId: string): void;
}

const nothing: Omit<User, 'id' | 'directoryId' | 'raw' | 'version' | 'createdAt' | 'updatedAt' | 'userName'> =
  {
    ...{ externalId: null, email: null, emails: [], givenName: null, familyName: null, displayName: null },
    ...{ active: true, title: null, department: null, employeeNumber: null, managerId: null, locale: null },
    ...{ timezone: null, phoneNumbers: [], customAttributes: {} },
  };

export function createMockUsers(state: State): MockUsers {
  const users: MockUsers = {
    create(directoryId, input) {
      const of = findDirectory(state, directoryId);
      const now = state.now();
      const id = state.nextId();
      const stamp = { version: 1, createdAt: now, updatedAt: now };
      const user = complete({ id, directoryId, ...nothing, ...input, raw: {}, ...stamp }, input);
      of.users.set(id, user);
      append(state, of, { type: 'user.created', data: { user: withoutRaw(user) } });
      return user;
    },
    update(userId, changes) {
      const { of, user: before } = findUser(state, userId);
      const changed = complete({ ...before, ...changes }, changes);
      const { raw: _, active, ...previous } = changedFields(before, changed);
      if (active === undefined && Object.keys(previous).length === 0) return before;
      const user = { ...changed, version: before.version + 1, updatedAt: state.now() };
      of.users.set(userId, user);
      if (active !== undefined) {
        const type = active ? 'user.deactivated' : 'user.reactivated';
        append(state, of, { type, data: { user: withoutRaw(user), previous: { active } } });
      }
      if (Object.keys(previous).length > 0) {
        append(state, of, { type: 'user.updated', data: { user: withoutRaw(user), previous } });
      }
      return user;
    },
    deactivate: (userId) => users.update(userId, { active: false }),
    delete(userId) {
      const { of, user } = findUser(state, userId);
      for (const groupId of of.groups.keys()) removeMember(state, of, groupId, userId);
      of.users.delete(userId);
      const last = { ...user, version: user.version + 1 };
      append(state, of, { type: 'user.deleted', data: { user: withoutRaw(last) } });
    },
  };
  return users;
}

export function findUser(state: State, userId: string): { readonly of: DirectoryState; readonly user: User } {
  const of = [...state.directories.values()].find(({ users }) => users.has(userId));
  const user = found(of?.users.get(userId), 'user', userId);
  // There is no user without its directory.
  return { of: of as DirectoryState, user };
}

/** Makes `email`, `emails` and `raw` agree with what is given of them. */
function complete(user: User, given: MockUserChanges): User {
  const { email, emails } = given;
  const all: Email[] =
    emails ?? (typeof email === 'string' ? [{ value: email, type: 'work', primary: true }] : user.emails);
  const main = all.find(({ primary }) => primary) ?? all.find(({ type }) => type === 'work') ?? all[0];
  const whole = { ...user, emails: all, email: main?.value ?? null, customAttributes: extensionsOf(user) };
  return { ...whole, raw: rawOf(whole) };
}

const enterpriseSchema = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** The extensions' attributes, with those of the enterprise extension that have fields of their own. */
function extensionsOf({
  department,
  employeeNumber,
  managerId,
  customAttributes,
}: User): User['customAttributes'] {
  const enterprise = withoutNothing({
    ...(customAttributes[enterpriseSchema] as object | undefined),
    ...{ department, employeeNumber, manager: managerId && { value: managerId } },
  });
  const { [enterpriseSchema]: _, ...others } = customAttributes;
  return Object.keys(enterprise).length > 0 ? { [enterpriseSchema]: enterprise, ...others } : others;
}

/** The SCIM resource that an identity provider would have sent. */
function rawOf({ givenName, familyName, customAttributes, ...user }: User): User['raw'] {
  const { userName, externalId, displayName, active, title, locale, timezone, emails, phoneNumbers } = user;
  const core = { userName, externalId, displayName, active, title, locale, timezone, emails, phoneNumbers };
  const name = givenName || familyName ? withoutNothing({ givenName, familyName }) : null;
  const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User', ...Object.keys(customAttributes)];
  return { schemas, ...withoutNothing({ ...core, name }), ...customAttributes };
}

/** SCIM leaves out what is not there. */
function withoutNothing(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isThere(value)));
}

function isThere(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}

export function withoutRaw({ raw: _raw, ...user }: User): Omit<User, 'raw'> {
  return user;
}
