import type { InboxRow } from '../store/inbox.ts';

/** An event's `data`: an object of objects. */
export type EventData = Readonly<Record<string, Record<string, unknown> | undefined>>;

/** The event as it is listed and signed ever after. */
export function serialiseEvent(row: InboxRow, sequence: number, data: EventData): string {
  return JSON.stringify({
    id: row.eventId,
    type: row.type,
    timestamp: row.occurredAt,
    sequence,
    directoryId: row.directoryId,
    organizationId: row.organizationId,
    data,
  });
}

/** Reads the data and writes what only the committing statement knew over the nulls that stand in its place. */
export function eventDataOf(row: InboxRow): EventData {
  // Written by our own statements and the domain.
  const data = JSON.parse(row.data) as EventData;
  const resource = row.type.startsWith('user.') ? data['user'] : data['group'];
  if (resource === undefined) return data;
  const { version, memberCount, createdAt, updatedAt } = row;
  for (const [name, value] of Object.entries({ version, memberCount, createdAt, updatedAt })) {
    if (value !== null) resource[name] = value;
  }
  return data;
}
