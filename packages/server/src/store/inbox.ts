import type { Queryable, Statement } from './database.ts';
import type { NewEvent } from './inbox-rows.ts';
import { jsonArray, jsonList } from './json-list.ts';

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

/** A holder that says nothing for so long is gone: its machine, or the network, before the database could notice. */
const longestSilenceMs = 10_000;
const endAfterSilence = `set_config('idle_in_transaction_session_timeout', $2, true)`;

const lead: Statement = {
  name: 'inbox.lead',
  text: `select ${endAfterSilence}, pg_try_advisory_xact_lock($1) as "isLeader"`,
};

/**
 * Makes this transaction the one that numbers events; false while another one is. A statement of its own: those
 * that follow must see what the leader before has committed.
 */
export async function leadRelay(tx: Queryable, silenceMs: number = longestSilenceMs): Promise<boolean> {
  const [row] = await tx.query<{ isLeader: boolean }>(lead, [leaderLock, `${silenceMs}`]);
  return row?.isLeader ?? false;
}

const exclude: Statement = {
  name: 'inbox.exclude-relay',
  text: `select ${endAfterSilence}, pg_advisory_xact_lock($1)`,
};

/** Waits until no event is on its way into the log, and keeps it so until the transaction ends. */
export async function excludeRelay(tx: Queryable): Promise<void> {
  await tx.query(exclude, [leaderLock, `${longestSilenceMs}`]);
}

/** Where committed events wait for their number. */
export type Waiting = 'inbox' | 'held_events';

const columns = `i.id, i.directory_id as "directoryId", d.environment_id as "environmentId",
    d.organization_id as "organizationId", i.event_id as "eventId", i.type, i.data, i.version,
    i.member_count as "memberCount", i.created_at as "createdAt", i.updated_at as "updatedAt",
    i.order_key as "orderKey", i.second_order_key as "secondOrderKey", i.occurred_at as "occurredAt"`;

const take: Statement = {
  name: 'inbox.take',
  // Deleted directories too: their last events are yet to come out.
  text: `select ${columns} from inbox i join directories d on d.id = i.directory_id order by i.id limit $1`,
};

/** The oldest events of the inbox, in the order in which they are to be numbered. */
export function takeInboxBatch(tx: Queryable, limit: number): Promise<readonly InboxRow[]> {
  return tx.query<InboxRow>(take, [limit]);
}

const takeHeld: Statement = {
  name: 'inbox.take-held',
  text: `select ${columns} from held_events i join directories d on d.id = i.directory_id
  where i.directory_id = $1 order by i.id limit $2`,
};

/** The oldest events of a directory that were held back. */
export function takeHeldBatch(
  tx: Queryable,
  directoryId: string,
  limit: number,
): Promise<readonly InboxRow[]> {
  return tx.query<InboxRow>(takeHeld, [directoryId, limit]);
}

const record: Statement = {
  name: 'inbox.record',
  text: `with i as (
    insert into inbox (directory_id, type, data, order_key) values ($1, $2, $3, $1) returning *
  )
  select ${columns} from i join directories d on d.id = i.directory_id`,
};

/** Puts an event about the directory itself into the inbox, and answers it. */
export async function recordDirectoryEvent(
  tx: Queryable,
  directoryId: string,
  event: NewEvent,
): Promise<InboxRow> {
  const [row] = await tx.query<InboxRow>(record, [directoryId, event.type, JSON.stringify(event.data)]);
  if (row === undefined) throw new Error('Expected the recorded event.');
  return row;
}

/** An event of the inbox with its number and its final text. */
export interface NumberedEvent {
  readonly inboxId: number;
  readonly sequence: number;
  readonly body: string;
}

function moveToLogFrom(table: Waiting): Statement {
  return {
    name: `inbox.move-to-log-from-${table}`,
    // With a plan of its own each time: the table is empty at one moment and long at the next.
    text: `with taken as (
      delete from ${table} i
      using unnest($1::bigint[], $2::bigint[], ${jsonArray('$3', 'text')}) with ordinality as n (id, sequence, body, n)
      where i.id = n.id
      returning i.*, n.sequence, n.body, n.n
    )
    insert into events (directory_id, sequence, id, environment_id, type, body, occurred_at, order_key,
      second_order_key)
    select t.directory_id, t.sequence, t.event_id, d.environment_id, t.type, t.body, t.occurred_at, t.order_key,
      t.second_order_key
    from taken t join directories d on d.id = t.directory_id
    order by t.n`,
  };
}

const moveToLog: Readonly<Record<Waiting, Statement>> = {
  inbox: moveToLogFrom('inbox'),
  held_events: moveToLogFrom('held_events'),
};

/** Moves events to the end of the log, in the order in which they are given. */
export async function moveInboxToLog(
  tx: Queryable,
  events: readonly NumberedEvent[],
  from: Waiting = 'inbox',
): Promise<void> {
  if (events.length === 0) return;
  await tx.query(moveToLog[from], [
    events.map(({ inboxId }) => inboxId),
    events.map(({ sequence }) => sequence),
    jsonList(events.map(({ body }) => body)),
  ]);
}

const hold: Statement = {
  name: 'inbox.hold',
  text: `with taken as (delete from inbox where id = any ($1::bigint[]) returning *)
  insert into held_events select * from taken`,
};

/** Puts events of the inbox aside. */
export async function holdInbox(tx: Queryable, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await tx.query(hold, [ids]);
}

const drop: Statement = { name: 'inbox.drop', text: 'delete from inbox where id = any ($1::bigint[])' };

/** Drops events of the inbox: of a directory that is gone. */
export async function dropInbox(tx: Queryable, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await tx.query(drop, [ids]);
}

const dropHeld: Statement = {
  name: 'inbox.drop-held',
  text: 'delete from held_events where directory_id = any ($1::uuid[])',
};

/** Drops what is held back of directories. */
export async function dropHeldEvents(tx: Queryable, directoryIds: readonly string[]): Promise<void> {
  if (directoryIds.length > 0) await tx.query(dropHeld, [directoryIds]);
}
