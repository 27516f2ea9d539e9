import { ScimError } from './error.ts';
import type { ScimMode } from './mode.ts';
import { invalidValue, isUnassigned } from './normalise-value.ts';
import { resolveName } from './path.ts';
import type { PatchPath } from './path.ts';
import { isJsonList, isJsonObject, nameIn, ownValue } from './resource.ts';
import type { Json, JsonObject } from './resource.ts';
import type { ResourceType } from './schema.ts';
import { isStorableText } from './text.ts';

/** A path into `members`. */
export type MembersPath = Extract<PatchPath, { kind: 'attribute' }>;

/** Whether the path points to `members`, which are no part of a group's document. */
export function isMembersPath(path: PatchPath | undefined): path is MembersPath {
  return path?.kind === 'attribute' && path.target.attribute?.path === 'members';
}

/** An object of attributes without those that point to members. */
export interface MembersApart {
  readonly members: readonly { readonly path: MembersPath; readonly value: Json }[];
  readonly rest: JsonObject;
}

/** Takes the members out of a body, or out of the value of a PATCH operation without a path. */
export function takeMembersApart(
  resourceType: ResourceType,
  attributes: JsonObject,
  mode: ScimMode,
): MembersApart {
  const members = [];
  const rest: [string, Json][] = [];
  for (const [name, value] of Object.entries(attributes)) {
    const path = resolveName(resourceType, name, value, mode);
    if (isMembersPath(path)) members.push({ path, value });
    else rest.push([name, value]);
  }
  return { members, rest: Object.fromEntries(rest) };
}

/**
 * The `value` of each member in the value of `members`: what else a member says is known from the resource that it is.
 * Compat mode takes one member without its list, and ids alone.
 */
export function readMemberIds(value: Json | undefined, mode: ScimMode): readonly string[] {
  if (value === undefined || isUnassigned(value, mode)) return [];
  const list = !isJsonList(value) && mode.accepts('singleForList') ? [value] : value;
  if (!isJsonList(list)) throw invalidValue('members', 'a list', value);
  const ids: string[] = [];
  for (const member of list) if (member !== null) ids.push(readMemberId(member, mode));
  return ids;
}

/** Each id once; ids are compared as `members.value` is: without regard to case. */
export function uniqueMemberIds(ids: readonly string[]): readonly string[] {
  return [...new Map(ids.map((id) => [foldMemberId(id), id])).values()];
}

/** What an id is compared by. */
export function foldMemberId(id: string): string {
  return id.toLowerCase();
}

function readMemberId(member: Json, mode: ScimMode): string {
  const isAlone = typeof member === 'string' && mode.accepts('bareValue');
  if (!isAlone && !isJsonObject(member)) throw invalidValue('members', 'a list of objects', member);
  const id = isJsonObject(member) ? ownValue(member, nameIn(member, 'value')) : member;
  if (typeof id !== 'string') throw invalidValue('members.value', 'a string', id);
  if (id === '' || !isStorableText(id)) {
    throw new ScimError(400, 'members.value has to be the id of a user or group.', 'invalidValue');
  }
  return id;
}
