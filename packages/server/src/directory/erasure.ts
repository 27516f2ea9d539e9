import type { Database } from '../store/database.ts';
import { rewriteEventsOf } from '../store/erasure.ts';

/** What says nothing about the person. */
const kept: ReadonlySet<string> = new Set([
  'id',
  'directoryId',
  'active',
  'version',
  'createdAt',
  'updatedAt',
]);

/**
 * Replaces what stored events say about a person, whether the user still exists or not. False when the environment has
 * no such directory; one that was deleted counts as long as its events are kept.
 */
export function eraseUserData(
  { database }: { readonly database: Database },
  environmentId: string,
  directoryId: string,
  userId: string,
): Promise<boolean> {
  return rewriteEventsOf(database, { environmentId, directoryId, userId }, (data) =>
    withoutPerson(data, userId.toLowerCase()),
  );
}

type Fields = Readonly<Record<string, unknown>>;

/** An event's `data` in the same shape, so that it still is what the contract says; a second time changes nothing. */
export function withoutPerson(data: Fields, userId: string): Fields {
  const { user, previous } = data;
  if (!isFields(user) || user['id'] !== userId) return data;
  return {
    ...data,
    user: blank(user, userId),
    ...(isFields(previous) && { previous: blank(previous, userId) }),
  };
}

function blank(fields: Fields, userId: string): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      kept.has(name) ? value : blankOf(name, value, userId),
    ]),
  );
}

function blankOf(name: string, value: unknown, userId: string): unknown {
  // Never null, and one of its own for each person.
  if (name === 'userName') return `erased-${userId}`;
  if (Array.isArray(value)) return [];
  return isFields(value) ? {} : null;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
