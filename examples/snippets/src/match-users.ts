import type { Dirsync, User } from '@dirsync/client';

/** A person as your product knows them from the old directory. */
export interface KnownPerson {
  readonly id: string;
  /** The id that the identity provider uses for the person. */
  readonly externalId: string | null;
  readonly userName: string;
}

/** Who is who, before anything is switched over. */
export interface Matches {
  readonly pairs: readonly { readonly personId: string; readonly user: User }[];
  /** In the new directory only: they joined meanwhile. */
  readonly added: readonly User[];
  /** In the old directory only: look at them before you take anything from them. */
  readonly missing: readonly KnownPerson[];
}

/** Finds the users of a directory among the people of a customer: by the identity provider's own id, else by name. */
export async function matchUsers(
  dirsync: Dirsync,
  directoryId: string,
  people: readonly KnownPerson[],
): Promise<Matches> {
  const byExternalId = new Map(people.map((person) => [person.externalId, person]));
  const byUserName = new Map(people.map((person) => [person.userName.toLowerCase(), person]));
  const missing = new Set(people);
  const pairs: { personId: string; user: User }[] = [];
  const added: User[] = [];
  for await (const user of dirsync.users.list({ directoryId })) {
    const byId = user.externalId === null ? undefined : byExternalId.get(user.externalId);
    const person = byId ?? byUserName.get(user.userName.toLowerCase());
    // Two users may not become one person.
    if (person && missing.delete(person)) pairs.push({ personId: person.id, user });
    else added.push(user);
  }
  return { pairs, added, missing: [...missing] };
}
