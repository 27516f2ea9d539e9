import { isSameJson } from '../scim/resource.ts';
import type { Json } from '../scim/resource.ts';
import type { HeldEvent, HeldRewrite } from '../store/held-events.ts';

/**
 * Leaves of the held events of one resource, and of its memberships if it is a group, only the net change from before
 * the first of them to after the last: a change that was undone leaves nothing.
 */
export function settle(events: readonly HeldEvent[]): HeldRewrite {
  const ofResource = events.filter(({ secondOrderKey }) => secondOrderKey === null);
  const isGone = ofResource.at(-1)?.type === 'group.deleted';
  const kept = settleResource(ofResource);
  for (const membership of Map.groupBy(events, ({ secondOrderKey }) => secondOrderKey)) {
    // The memberships of a deleted group end with it: there are no events for each.
    if (membership[0] !== null && !isGone) kept.push(...settleMembership(membership[1]));
  }
  const keptIds = new Set(kept.map(({ id }) => id));
  return {
    dropped: events.map(({ id }) => id).filter((id) => !keptIds.has(id)),
    changed: kept.filter((event) => !events.includes(event)),
  };
}

/** There or not there, before and after. */
function settleMembership(events: readonly HeldEvent[]): readonly HeldEvent[] {
  const [first] = events;
  const last = events.at(-1);
  return first !== undefined && last?.type === first.type ? [last] : [];
}

function settleResource(events: readonly HeldEvent[]): HeldEvent[] {
  const [first] = events;
  const last = events.at(-1);
  if (first === undefined || last === undefined) return [];
  const isNew = first.type.endsWith('.created');
  const isGone = last.type.endsWith('.deleted');
  if (isGone) return isNew ? [] : [last];
  // It comes where it came, before whatever else is about it, as it is by now.
  if (isNew) return first === last ? [first] : [withState(first, last)];
  return settleChanges(events, last);
}

type Fields = Record<string, Json>;

/** The resource was there before and is there still. */
function settleChanges(events: readonly HeldEvent[], last: HeldEvent): HeldEvent[] {
  const { active: wasActive, ...before } = firstValues(events);
  const now = stateOf(last);
  const kept: HeldEvent[] = [];
  const switched = events.findLast(({ type }) => type === 'user.deactivated' || type === 'user.reactivated');
  if (switched !== undefined && wasActive !== now['active']) {
    kept.push(withState(switched, last, { active: wasActive ?? null }));
  }
  const updates = events.filter(({ type }) => type.endsWith('.updated'));
  const updated = updates.at(-1);
  if (updated !== undefined && isDifferent(updates[0], updated)) {
    const previous = Object.entries(before).filter(([name, value]) => !isSameJson(value, now[name] ?? null));
    kept.push(withState(updated, last, Object.fromEntries(previous)));
  }
  return kept;
}

/** By the hashes, since what is in `raw` alone no field shows; without them it may be. */
function isDifferent(first: HeldEvent | undefined, last: HeldEvent): boolean {
  return typeof first?.hashBefore !== 'string' || first.hashBefore !== last.hashAfter;
}

/** What the fields that changed were before the first change of each. */
function firstValues(events: readonly HeldEvent[]): Fields {
  const values: Fields = {};
  for (const { data } of events) {
    const { previous = {} } = JSON.parse(data) as { readonly previous?: Fields };
    for (const [name, value] of Object.entries(previous)) if (!(name in values)) values[name] = value;
  }
  return values;
}

function stateOf({ data }: HeldEvent): Fields {
  const { user, group } = JSON.parse(data) as { readonly user?: Fields; readonly group?: Fields };
  return user ?? group ?? {};
}

/** The event, telling of the state that another one tells of. */
function withState(
  event: HeldEvent,
  { data, version, memberCount, createdAt, updatedAt }: HeldEvent,
  previous?: Fields,
): HeldEvent {
  const { previous: _, ...state } = JSON.parse(data) as Record<string, Json>;
  const stamps = { version, memberCount, createdAt, updatedAt };
  return { ...event, ...stamps, data: JSON.stringify({ ...state, ...(previous && { previous }) }) };
}
