import { NotFoundError } from '@dirsync/client';
import type { Dirsync, DirectoryEvent } from '@dirsync/client';
import { without } from './json.ts';
import type { JsonObject } from './json.ts';

/** What a product keeps of a directory: users as events carry them, groups by name, who is in which. */
export interface Mirror {
  readonly users: Map<string, JsonObject>;
  readonly groups: Map<string, JsonObject>;
  /** `group user` */
  readonly memberships: Set<string>;
  /** Does what an event says, whatever is there. */
  apply(event: DirectoryEvent): void;
  /** The same, but a resource is not replaced by an older state of it. */
  applyNewer(event: DirectoryEvent): void;
}

interface Versioned {
  readonly id: string;
  readonly version: number;
}

export function createMirror(): Mirror {
  const users = new Map<string, JsonObject>();
  const groups = new Map<string, JsonObject>();
  const memberships = new Set<string>();

  function put(resources: Map<string, JsonObject>, resource: Versioned, isNewer: boolean): void {
    if (isNewer && Number(resources.get(resource.id)?.['version'] ?? 0) >= resource.version) return;
    resources.set(resource.id, { ...resource });
  }

  function take(event: DirectoryEvent, isNewer: boolean): void {
    switch (event.type) {
      case 'user.created':
      case 'user.updated':
      case 'user.deactivated':
      case 'user.reactivated':
        put(users, event.data.user, isNewer);
        break;
      case 'user.deleted':
        users.delete(event.data.user.id);
        break;
      case 'group.created':
      case 'group.updated':
        put(groups, event.data.group, isNewer);
        break;
      case 'group.deleted': {
        const { id } = event.data.group;
        groups.delete(id);
        for (const membership of memberships)
          if (membership.startsWith(`${id} `)) memberships.delete(membership);
        break;
      }
      case 'group.user_added':
        memberships.add(`${event.data.group.id} ${event.data.user.id}`);
        break;
      case 'group.user_removed':
        memberships.delete(`${event.data.group.id} ${event.data.user.id}`);
        break;
      default:
    }
  }

  return {
    users,
    groups,
    memberships,
    apply: (event) => take(event, false),
    applyNewer: (event) => take(event, true),
  };
}

async function listMembers(
  dirsync: Dirsync,
  directoryId: string,
  groupId: string,
): Promise<readonly string[]> {
  const ids: string[] = [];
  try {
    for await (const { id } of dirsync.groups.listMembers({ directoryId, groupId, limit: 50 })) ids.push(id);
  } catch (error) {
    // Deleted since it was listed: the log tells of it.
    if (!(error instanceof NotFoundError)) throw error;
  }
  return ids;
}

/** Lists a directory, page by page, into a mirror; answers the cursor to go on from. */
export async function listInto(mirror: Mirror, dirsync: Dirsync, directoryId: string): Promise<string> {
  let cursor: string | undefined;
  for await (const page of dirsync.users.list({ directoryId, limit: 50 }).pages()) {
    cursor ??= page.eventCursor;
    for (const user of page.data) mirror.users.set(user.id, without({ ...user }, 'raw'));
  }
  for await (const group of dirsync.groups.list({ directoryId, limit: 5 })) {
    mirror.groups.set(group.id, without({ ...group }, 'raw'));
    for (const id of await listMembers(dirsync, directoryId, group.id)) {
      mirror.memberships.add(`${group.id} ${id}`);
    }
  }
  if (cursor === undefined) throw new Error('Expected a first page.');
  return cursor;
}

/** What there is to compare: a group's version and count move with its members, of which its events do not tell. */
export function contentsOf({ users, groups, memberships }: Mirror): object {
  const named = [...groups].map(
    ([id, { externalId, displayName }]) => [id, { externalId, displayName }] as const,
  );
  return { users, groups: new Map(named), memberships };
}
