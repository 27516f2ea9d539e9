import type { Queryable, Statement } from './database.ts';

/** A committed event that has no number yet, with what only its directory knows. */
export interface InboxRow {
  readonly id: number;
  readonly directoryId: string;
  readonly environmentId: string;
  readonly organizationId: string | null;
  readonly eventId: string;
  readonly type: string;
  /** JSON text. */
  readonly data: string;
  readonly version: number | null;
  readonly memberCount: number | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  readonly orderKey: string;
  readonly secondOrderKey: string | null;
  readonly occurredAt: string;
}

/** 'rely' in ASCII. */
const leaderLock = 0x72656c79;

const lead: Statement = { name: 'inbox.lead', text: 'select pg_try_advisory_xact_lock($1) as "isLeader"' };

/**
 * Makes this transaction the one that numbers events; false while another one is. A statement of its own: those
 * that follow must see what the leader before has committed.
 */
export async function leadRelay(tx: Queryable): Promise<boolean> {
  const [row] = await tx.query<{ isLeader: boolean }>(lead, [leaderLock]);
  return row?.isLeader ?? false;
}

const exclude: Statement = { name: 'inbox.exclude-relay', text: 'select pg_advisory_xact_lock($1)' };

/** Waits until no event is on its way into the log, and keeps it so until the transaction ends. */
export async function excludeRelay(tx: Queryable): Promise<void> {
  await tx.query(exclude, [leaderLock]);
}

const take: Statement = {
  name: 'inbox.take',
  // Deleted directories too: their last events are yet to come out.
  text: `select i.id, i.directory_id as "directoryId", d.environment_id as "environmentId",
    d.organization_id as "organizationId", i.event_id as "eventId", i.type, i.data, i.version,
    i.member_count as "memberCount", i.created_at as "createdAt", i.updated_at as "updatedAt",
    i.order_key as "orderKey", i.second_order_key as "secondOrderKey", i.occurred_at as "occurredAt"
  from inbox i join directories d on d.id = i.directory_id
  order by i.id limit $1`,
};

/** The oldest events of the inbox, in the order in which they are to be numbered. */
export function takeInboxBatch(tx: Queryable, limit: number): Promise<readonly InboxRow[]> {
  return tx.query<InboxRow>(take, [limit]);
}

const advance: Statement = {
  name: 'feeds.advance',
  text: `insert into feeds (directory_id, last_sequence)
  select directory_id, count from unnest($1::uuid[], $2::bigint[]) as n (directory_id, count)
  on conflict (directory_id) do update set last_sequence = feeds.last_sequence + excluded.last_sequence
  returning directory_id as "directoryId", last_sequence as "lastSequence"`,
};

/** Reserves the next numbers of each directory, `counts` of them, and answers the last one before them. */
export async function advanceSequences(
  tx: Queryable,
  counts: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  const rows = await tx.query<{ directoryId: string; lastSequence: number }>(advance, [
    [...counts.keys()],
    [...counts.values()],
  ]);
  return new Map(
    rows.map(({ directoryId, lastSequence }) => [directoryId, lastSequence - (counts.get(directoryId) ?? 0)]),
  );
}

/** An event of the inbox with its number and its final text. */
export interface NumberedEvent {
  readonly inboxId: number;
  readonly sequence: number;
  readonly body: string;
}

const moveToLog: Statement = {
  name: 'inbox.move-to-log',
  text: `with taken as (
    delete from inbox i using unnest($1::bigint[], $2::bigint[], $3::text[]) as n (id, sequence, body)
    where i.id = n.id
    returning i.*, n.sequence, n.body
  )
  insert into events (directory_id, sequence, id, environment_id, type, body, occurred_at, order_key, second_order_key)
  select t.directory_id, t.sequence, t.event_id, d.environment_id, t.type, t.body, t.occurred_at, t.order_key,
    t.second_order_key
  from taken t join directories d on d.id = t.directory_id
  order by t.id`,
};

/** Moves events from the inbox to the end of the log. */
export async function moveInboxToLog(tx: Queryable, events: readonly NumberedEvent[]): Promise<void> {
  await tx.query(moveToLog, [
    events.map(({ inboxId }) => inboxId),
    events.map(({ sequence }) => sequence),
    events.map(({ body }) => body),
  ]);
}
