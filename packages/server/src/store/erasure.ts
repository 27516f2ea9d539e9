import type { Database, Statement } from './database.ts';
import { excludeRelay } from './inbox.ts';
import { isUuid } from './uuid-text.ts';

export interface StoredPerson {
  readonly environmentId: string;
  readonly directoryId: string;
  readonly userId: string;
}

type Data = Readonly<Record<string, unknown>>;

const findDirectory: Statement = {
  name: 'erasure.find-directory',
  text: 'select from directories where id = $1 and environment_id = $2',
};

/** A place where events are stored, as JSON in `column`. */
interface Place {
  readonly table: 'events' | 'inbox' | 'held_events';
  readonly column: 'body text' | 'data json';
  readonly id: 'uuid' | 'bigint';
}

const places: readonly Place[] = [
  { table: 'inbox', column: 'data json', id: 'bigint' },
  { table: 'held_events', column: 'data json', id: 'bigint' },
  { table: 'events', column: 'body text', id: 'uuid' },
];

const statements = places.map(
  ({ table, column, id }): { readonly read: Statement; readonly write: Statement } => {
    const [name, type] = column.split(' ');
    return {
      read: {
        name: `erasure.read-${table}`,
        text: `select id, ${name} as json from ${table}
      where directory_id = $1 and (order_key = $2 or second_order_key = $2)`,
      },
      write: {
        name: `erasure.write-${table}`,
        text: `update ${table} e set ${name} = n.json
      from unnest($2::${id}[], $3::${type}[]) as n (id, json) where e.directory_id = $1 and e.id = n.id`,
      },
    };
  },
);

const dropAnswers: Statement = {
  name: 'erasure.drop-answers',
  text: `with about as (
    select d.endpoint_id, d.id from events e join deliveries d on d.event_id = e.id
    where e.directory_id = $1 and (e.order_key = $2 or e.second_order_key = $2)
  ), attempts as (
    update delivery_attempts a set response_body = null
    from about d where a.endpoint_id = d.endpoint_id and a.delivery_id = d.id and a.response_body is not null
  )
  update deliveries d set accepted_answer = null
  from about a where d.endpoint_id = a.endpoint_id and d.id = a.id and d.accepted_answer is not null`,
};

/**
 * Passes the `data` of all events that are stored about a person through `rewrite`: those of the log and those that
 * are still to be numbered; and drops what receivers answered to them. False when there is no such directory.
 */
export async function rewriteEventsOf(
  database: Database,
  { environmentId, directoryId, userId }: StoredPerson,
  rewrite: (data: Data) => Data,
): Promise<boolean> {
  if (!isUuid(directoryId)) return false;
  return database.transaction(async (tx) => {
    if ((await tx.query(findDirectory, [directoryId, environmentId])).length === 0) return false;
    if (!isUuid(userId)) return true;
    // It may be about to write down what it read before.
    await excludeRelay(tx);
    for (const { read, write } of statements) {
      const rows = await tx.query<StoredEvent>(read, [directoryId, userId]);
      const jsons = rows.map(({ json }) => rewritten(json, rewrite));
      if (rows.length > 0) await tx.query(write, [directoryId, rows.map(({ id }) => id), jsons]);
    }
    await tx.query(dropAnswers, [directoryId, userId]);
    return true;
  });
}

interface StoredEvent {
  readonly id: string | number;
  readonly json: string;
}

/** Of an event with its envelope, or of `data` alone. */
function rewritten(json: string, rewrite: (data: Data) => Data): string {
  // Written by the relay and by our own statements: objects.
  const stored = JSON.parse(json) as Data & { readonly data?: Data };
  return JSON.stringify(
    stored.data === undefined ? rewrite(stored) : { ...stored, data: rewrite(stored.data) },
  );
}
