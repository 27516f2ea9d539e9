import type { InboxRow } from '../store/inbox.ts';

/** The event as it is listed and signed ever after. */
export function serialiseEvent(row: InboxRow, sequence: number): string {
  return JSON.stringify({
    id: row.eventId,
    type: row.type,
    timestamp: row.occurredAt,
    sequence,
    directoryId: row.directoryId,
    organizationId: row.organizationId,
    data: fillPlaceholders(row),
  });
}

/** Writes what only the committing statement knew over the nulls that stand in its place. */
function fillPlaceholders(row: InboxRow): unknown {
  // Written by our own statements and the domain: an object of objects.
  const data = JSON.parse(row.data) as Record<string, Record<string, unknown> | undefined>;
  const resource = row.type.startsWith('user.') ? data['user'] : data['group'];
  if (resource === undefined) return data;
  const { version, memberCount, createdAt, updatedAt } = row;
  for (const [name, value] of Object.entries({ version, memberCount, createdAt, updatedAt })) {
    if (value !== null) resource[name] = value;
  }
  return data;
}
