import type { People } from '@dirsync/example-product';
import type { ScimConnection } from './scim.ts';

/** A person as the tenant's administrator keeps them. */
export interface Account {
  userName: string;
  displayName: string;
  email: string;
  department: string | null;
  title: string | null;
  active: boolean;
}

/** A group as the tenant keeps it, with the ids of its members at dirsync. */
export interface TenantGroup {
  displayName: string;
  readonly memberIds: Set<string>;
}

/** The last change that a tenant makes, by which the end of its events is recognised. */
export interface LastChange {
  readonly type: 'user.deleted' | 'group.deleted';
  readonly id: string;
}

/** What a tenant holds, by the ids that dirsync gave: the product must end with the same. */
export interface Tenant {
  readonly scim: ScimConnection;
  readonly users: Map<string, Account>;
  readonly groups: Map<string, TenantGroup>;
}

export function createTenant(scim: ScimConnection): Tenant {
  return { scim, users: new Map(), groups: new Map() };
}

/** Puts the tenant's people into the shape of the product's page. */
export function listPeople({ users, groups }: Tenant): People {
  return {
    users: [...users.values()].toSorted((a, b) => compare(a.userName, b.userName)),
    groups: [...groups.values()]
      .map(({ displayName, memberIds }) => ({
        displayName,
        members: [...memberIds].map((id) => entry(users, id).userName).toSorted(compare),
      }))
      .toSorted((a, b) => compare(a.displayName, b.displayName)),
  };
}

/** The entry of an id that must be there. */
export function entry<Value>(entries: ReadonlyMap<string, Value>, id: string): Value {
  const value = entries.get(id);
  if (value === undefined) throw new Error(`The tenant holds nothing with the id ${id}.`);
  return value;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
