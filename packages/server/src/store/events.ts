import type { Queryable, Statement } from './database.ts';
import { isUuid } from './uuid-text.ts';

export interface EventQuery {
  readonly environmentId: string;
  /** Of this directory only. */
  readonly directoryId?: string | undefined;
  /** Of these types only. */
  readonly types?: readonly string[] | undefined;
  /** Behind this position. Undefined: from the oldest event that is kept. */
  readonly after?: number | undefined;
  readonly limit: number;
}

export interface EventRow {
  readonly position: number;
  /** The event's JSON, the same bytes for ever. */
  readonly body: string;
}

export interface EventPage {
  readonly rows: readonly EventRow[];
  /** Where to go on: nothing that matches the query lies at or before it and was not answered. */
  readonly position: number;
  /** The query asks for what lies behind a position that the log has not reached. */
  readonly isAhead: boolean;
  /** Retention took events away that match the query: there are no rows to trust. */
  readonly isExpired: boolean;
}

/** Where the log ends, also when its last events have been taken away. */
const end = `greatest((select coalesce(max(position), 0) from events),
      (select coalesce(max(position), 0) from expired_events))`;

/**
 * `head` and the rows come from one snapshot, and positions become visible in their order (there is one relay), so
 * that a short page proves that nothing else matches up to `head`.
 */
function listStatement(name: string, scope: string): Statement {
  const wanted = `environment_id = $1 and ${scope} and ($3::text[] is null or type = any ($3::text[]))`;
  return {
    name,
    text: `select h.position as head, h."isExpired", e.position, e.body
    from (select ${end} as position, exists (
      select from expired_events where position > $2 and ${wanted}
    ) as "isExpired") h
    left join lateral (
      select position, body from events where position > coalesce($2, 0) and ${wanted} order by position limit $4
    ) e on not h."isExpired"
    order by e.position`,
  };
}

const listOfEnvironment = listStatement('events.list-of-environment', 'true');
const listOfDirectory = listStatement('events.list-of-directory', 'directory_id = $5');

/** The events of an environment or of one of its directories behind a position, in the order of the log. */
export async function listEvents(queryable: Queryable, query: EventQuery): Promise<EventPage> {
  const { environmentId, directoryId, types, after, limit } = query;
  if (directoryId !== undefined && !isUuid(directoryId)) {
    return { rows: [], position: after ?? 0, isAhead: false, isExpired: false };
  }
  const values = [environmentId, after, types ?? null, limit];
  const found = await (directoryId === undefined
    ? queryable.query<ListRow>(listOfEnvironment, values)
    : queryable.query<ListRow>(listOfDirectory, [...values, directoryId]));
  const rows = found.filter((row) => row.position !== null);
  const last = rows.at(-1);
  const isFull = last !== undefined && rows.length >= limit;
  const { head = 0, isExpired = false } = found[0] ?? {};
  const position = isFull ? last.position : Math.max(after ?? 0, head);
  return { rows, position, isAhead: (after ?? 0) > head, isExpired };
}

type ListRow = { readonly head: number; readonly isExpired: boolean } & (
  EventRow | { readonly position: null; readonly body: null }
);

const get: Statement = {
  name: 'events.get',
  text: 'select body from events where id = $1 and environment_id = $2',
};

/** The JSON of one event. */
export async function getEvent(
  queryable: Queryable,
  environmentId: string,
  eventId: string,
): Promise<string | undefined> {
  if (!isUuid(eventId)) return undefined;
  const [row] = await queryable.query<{ body: string }>(get, [eventId, environmentId]);
  return row?.body;
}

const head: Statement = {
  name: 'events.head',
  text: `select ${end} as position`,
};

/** The end of the log. Taken before a list, reading on from it misses nothing that the list does not show. */
export async function currentEventPosition(queryable: Queryable): Promise<number> {
  const [row] = await queryable.query<{ position: number }>(head);
  return row?.position ?? 0;
}

export interface LogGrowth {
  readonly directories: readonly { readonly environmentId: string; readonly directoryId: string }[];
  /** The end of the log. */
  readonly position: number;
}

const growth: Statement = {
  name: 'events.growth',
  text: `select environment_id as "environmentId", directory_id as "directoryId", max(position) as position
  from events where position > $1 group by environment_id, directory_id`,
};

/** Whose events lie behind a position. */
export async function logGrowth(queryable: Queryable, after: number): Promise<LogGrowth> {
  const rows = await queryable.query<{ environmentId: string; directoryId: string; position: number }>(
    growth,
    [after],
  );
  return { directories: rows, position: Math.max(after, ...rows.map(({ position }) => position)) };
}
