import type { DirectoryEvent, User } from '../attributes.ts';
import type { CustomAttributes, Group } from '../generated/api.ts';

/**
 * A user as a mirror keeps them: without `raw`, which no event carries.
 *
 * @example
 * ```ts
 * const isNewer = (user: MirrorUser, known: MirrorUser | undefined): boolean =>
 *   user.version > (known?.version ?? 0);
 * ```
 */
export type MirrorUser<Attributes extends object = CustomAttributes> =
  // Of each variant, though there is one: the attributes of the caller are not known here.
  User<Attributes> extends infer Whole ? Omit<Whole, 'raw'> : never;

/**
 * A group as a mirror keeps it: without `raw`, and without the number of members, which moves without an event.
 *
 * @example
 * ```ts
 * const rowOf = ({ id, directoryId, version, displayName }: MirrorGroup): readonly unknown[] => [
 *   id,
 *   directoryId,
 *   version,
 *   displayName,
 * ];
 * ```
 */
export type MirrorGroup = Omit<Group, 'raw' | 'memberCount'>;

/**
 * One membership, of a user or of a nested group.
 *
 * @example
 * ```ts
 * async function addMember({ groupId, memberType, memberId }: MirrorMember): Promise<void> {
 *   const text = 'insert into members values ($1, $2, $3) on conflict do nothing';
 *   await pool.query(text, [groupId, memberType, memberId]);
 * }
 * ```
 */
export interface MirrorMember {
  readonly directoryId: string;
  readonly groupId: string;
  readonly memberType: 'user' | 'group';
  readonly memberId: string;
}

/**
 * Those that exist, of all whose id is greater than `after` and at most `through`.
 *
 * @example
 * ```ts
 * async function keepDirectories({ after, through, ids }: MirrorRange): Promise<void> {
 *   const text = 'delete from directories where id > $1 and id <= $2 and id <> all ($3)';
 *   await pool.query(text, [after, through, ids]);
 * }
 * ```
 */
export interface MirrorRange {
  /** A UUID, the smallest one at the beginning. */
  readonly after: string;
  /** A UUID, the greatest one at the end. */
  readonly through: string;
  readonly ids: readonly string[];
}

/**
 * A change for the tables of a product. Those of `saved` and `removed` say what happened:
 *
 * - `user.saved`, `group.saved`: take the state, unless yours has the same or a greater `version`.
 * - `user.removed`, `group.removed`: remove it with its memberships.
 * - `member.added`, `member.removed`: nothing else when it is there, or gone, already.
 * - `directory.removed`: remove everything of it.
 *
 * Those of `kept` come with a snapshot, before what it saves, and remove what is gone since the last one: all in the
 * range that is not in `ids`, users and groups with their memberships, directories with everything.
 *
 * @example
 * ```ts
 * async function applyChange(change: MirrorChange): Promise<void> {
 *   switch (change.type) {
 *     case 'group.removed':
 *       await pool.query('delete from members where group_id = $1', [change.groupId]);
 *       await pool.query('delete from groups where id = $1', [change.groupId]);
 *       break;
 *     // and the others
 *   }
 * }
 * ```
 */
export type MirrorChange<Attributes extends object = CustomAttributes> =
  | { readonly type: 'user.saved'; readonly user: MirrorUser<Attributes> }
  | { readonly type: 'user.removed'; readonly directoryId: string; readonly userId: string }
  | { readonly type: 'group.saved'; readonly group: MirrorGroup }
  | { readonly type: 'group.removed'; readonly directoryId: string; readonly groupId: string }
  | ({ readonly type: 'member.added' | 'member.removed' } & MirrorMember)
  | { readonly type: 'directory.removed'; readonly directoryId: string }
  | ({ readonly type: 'directories.kept' } & MirrorRange)
  | ({ readonly type: 'users.kept' | 'groups.kept'; readonly directoryId: string } & MirrorRange)
  | ({ readonly type: 'members.kept'; readonly directoryId: string; readonly groupId: string } & MirrorRange);

/** What an event changes. Nothing, when it is of no kind that a mirror keeps, or of one that came later than this. */
export function changesOf({ directoryId, ...event }: DirectoryEvent): readonly MirrorChange[] {
  switch (event.type) {
    case 'user.created':
    case 'user.updated':
    case 'user.deactivated':
    case 'user.reactivated':
      return [{ type: 'user.saved', user: event.data.user }];
    case 'user.deleted':
      return [{ type: 'user.removed', directoryId, userId: event.data.user.id }];
    case 'group.created':
    case 'group.updated':
      return [{ type: 'group.saved', group: toMirrorGroup(event.data.group) }];
    case 'group.deleted':
      return [{ type: 'group.removed', directoryId, groupId: event.data.group.id }];
    case 'group.user_added':
    case 'group.user_removed': {
      const { group, user } = event.data;
      const type = event.type === 'group.user_added' ? 'member.added' : 'member.removed';
      return [{ type, directoryId, groupId: group.id, memberType: 'user', memberId: user.id }];
    }
    case 'group.group_added':
    case 'group.group_removed': {
      const { group, memberGroup } = event.data;
      const type = event.type === 'group.group_added' ? 'member.added' : 'member.removed';
      return [{ type, directoryId, groupId: group.id, memberType: 'group', memberId: memberGroup.id }];
    }
    case 'directory.deleted':
      return [{ type: 'directory.removed', directoryId }];
    default:
      return [];
  }
}

export function toMirrorUser(user: User): MirrorUser {
  return without(user, 'raw');
}

export function toMirrorGroup(group: MirrorGroup): MirrorGroup {
  // Lists give them too.
  return without(group as Group, 'raw', 'memberCount');
}

function without<Whole extends object, Key extends keyof Whole>(
  whole: Whole,
  ...keys: readonly Key[]
): Omit<Whole, Key> {
  const kept = { ...whole };
  for (const key of keys) delete kept[key];
  return kept;
}
