import type { Queryable } from './database.ts';
import { eventColumns } from './inbox-rows.ts';
import type { NewEvent } from './inbox-rows.ts';
import { askShared } from './shared-statement.ts';
import type { SharedStatement } from './shared-statement.ts';
import { documentColumns, emailColumns, stampColumns } from './users.ts';
import type { Stamp, UserDocument } from './users.ts';
import { unnest } from './unnest.ts';

interface NewUser {
  readonly directoryId: string;
  readonly id: string;
  readonly document: UserDocument;
  readonly events: readonly NewEvent[];
}

const insert: SharedStatement<NewUser, Stamp & { readonly id: string }> = {
  name: 'users.insert',
  text: `with written as (
    insert into users (directory_id, id, resource, user_name, user_name_folded, external_id,
      display_name_folded, email, active, resource_folded, created_at, updated_at)
    select *, statement_timestamp(), statement_timestamp()
    from ${unnest(
      ...['$1::uuid[]', '$2::uuid[]', '$3::jsonb[]', '$4::text[]', '$5::text[]', '$6::text[]', '$7::text[]'],
      ...['$8::text[]', '$9::boolean[]', '$10::jsonb[]'],
    )}
    on conflict (directory_id, user_name_folded) do nothing
    returning directory_id, id, version, created_at, updated_at
  ), emails as (
    insert into user_emails (directory_id, user_id, value_folded, type_folded)
    select w.directory_id, w.id, e.value, e.type
    from ${unnest('$11::uuid[]', '$12::text[]', '$13::text[]')} as e (user_id, value, type) join written w on w.id = e.user_id
  ), recorded as (
    insert into inbox (directory_id, type, data, version, created_at, updated_at, order_key)
    select w.directory_id, e.type, e.data, w.version, w.created_at, w.updated_at, w.id
    from ${unnest('$14::uuid[]', '$15::text[]', '$16::json[]')} with ordinality as e (user_id, type, data, n)
      join written w on w.id = e.user_id
    order by e.n
  )
  select id, ${stampColumns} from written`,
  valuesOf(users) {
    // Two processes that insert the same names in one order cannot wait for each other.
    const sorted = users.toSorted(byName);
    const rows = sorted.map(({ document }) => documentColumns(document));
    const emails = sorted.flatMap(({ id, document }) =>
      document.emailsFolded.map((email) => ({ id, ...email })),
    );
    const recorded = sorted.flatMap(({ id, events }) => events.map((event) => ({ id, ...event })));
    return [
      sorted.map(({ directoryId }) => directoryId),
      sorted.map(({ id }) => id),
      ...columns.map((column) => rows.map((row) => row[column])),
      emails.map(({ id }) => id),
      ...emailColumns(emails),
      recorded.map(({ id }) => id),
      ...eventColumns(recorded),
    ];
  },
  isOf: (row, { id }) => row.id === id,
};

const columns = [0, 1, 2, 3, 4, 5, 6, 7] as const;

function byName(one: NewUser, other: NewUser): number {
  const [a, b] = [one, other].map(({ directoryId, document }) => `${directoryId} ${document.userNameFolded}`);
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1;
}

/** Creates the user with its events, or answers `conflict` when the userName is taken. */
export async function insertUser(
  queryable: Queryable,
  directoryId: string,
  id: string,
  document: UserDocument,
  events: readonly NewEvent[],
): Promise<Stamp | 'conflict'> {
  const written = await askShared(queryable, insert, { directoryId, id, document, events });
  if (written === undefined) return 'conflict';
  const { version, createdAt, updatedAt } = written;
  return { version, createdAt, updatedAt };
}
