import { isSameJson } from '../scim/resource.ts';
import type { Json, ScimResource } from '../scim/resource.ts';
import type { NewEvent } from '../store/inbox-rows.ts';
import { labelsOf, toEventGroup } from './group-view.ts';
import { profileOf, toEventUser } from './user-view.ts';

interface Identity {
  readonly directoryId: string;
  readonly id: string;
}

/** The event of a new user. */
export function userCreated(identity: Identity, resource: ScimResource): readonly NewEvent[] {
  return [{ type: 'user.created', data: { user: toEventUser({ ...identity, resource }) } }];
}

/**
 * The events of a changed user: the `active` switch is one of its own, whatever else changed is another. None
 * when the documents are equal.
 */
export function userChanged(
  identity: Identity,
  before: ScimResource,
  after: ScimResource,
): readonly NewEvent[] {
  if (isSameJson(before, after)) return [];
  const user = toEventUser({ ...identity, resource: after });
  const { active, ...previous } = changedFields(profileOf(before), profileOf(after));
  const events: NewEvent[] = [];
  if (active !== undefined) {
    const type = active ? 'user.deactivated' : 'user.reactivated';
    events.push({ type, data: { user, previous: { active } } });
  }
  if (!isSameJson(withoutActive(before), withoutActive(after))) {
    events.push({ type: 'user.updated', data: { user, previous } });
  }
  return events;
}

/** The event of a new group. */
export function groupCreated(identity: Identity, resource: ScimResource): readonly NewEvent[] {
  return [{ type: 'group.created', data: { group: toEventGroup({ ...identity, resource }) } }];
}

/** The event of a group whose attributes changed; its members' events are made where the rows are. */
export function groupChanged(
  identity: Identity,
  before: ScimResource,
  after: ScimResource,
): readonly NewEvent[] {
  if (isSameJson(before, after)) return [];
  const group = toEventGroup({ ...identity, resource: after });
  const previous = changedFields(labelsOf(before), labelsOf(after));
  return [{ type: 'group.updated', data: { group, previous } }];
}

/** The old values of the fields that differ. */
function changedFields<T extends object>(before: T, after: T): Partial<T> {
  const names = Object.keys(before) as (keyof T)[];
  const entries = names
    // Views are made of JSON documents and hold nothing else.
    .filter((name) => !isSameJson(before[name] as Json, after[name] as Json))
    .map((name) => [name, before[name]]);
  return Object.fromEntries(entries) as Partial<T>;
}

function withoutActive({ active: _active, ...rest }: ScimResource): ScimResource {
  return rest;
}
