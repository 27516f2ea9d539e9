import { eventColumns } from './inbox-rows.ts';
import type { NewEvent } from './inbox-rows.ts';
import { jsonArray, jsonList } from './json-list.ts';
import { unnest } from './unnest.ts';
import type { UserDocument } from './users.ts';

/** What is to be written of one user. */
export interface UserChange {
  readonly directoryId: string;
  readonly id: string;
  readonly document: UserDocument;
  readonly events: readonly NewEvent[];
}

/** The 16 parameters of a statement that writes users. */
export function userParameters(users: readonly UserChange[]): readonly unknown[] {
  const documents = users.map(({ document }) => document);
  const numbered = users.map((user, index) => ({ ...user, n: index + 1 }));
  const emails = numbered.flatMap(({ n, document }) =>
    document.emailsFolded.map((email) => ({ n, ...email })),
  );
  const events = numbered.flatMap(({ n, events: told }) => told.map((event) => ({ n, ...event })));
  return [
    users.map(({ directoryId }) => directoryId),
    users.map(({ id }) => id),
    jsonList(documents.map(({ resource }) => JSON.stringify(resource))),
    documents.map(({ userName }) => userName),
    documents.map(({ userNameFolded }) => userNameFolded),
    documents.map(({ externalId }) => externalId),
    documents.map(({ displayNameFolded }) => displayNameFolded),
    documents.map(({ email }) => email),
    documents.map(({ active }) => active),
    jsonList(documents.map(({ resourceFolded }) => resourceFolded && JSON.stringify(resourceFolded))),
    emails.map(({ n }) => n),
    emails.map(({ value }) => value),
    emails.map(({ type }) => type),
    events.map(({ n }) => n),
    ...eventColumns(events),
  ];
}

const columns = {
  directory_id: '$1::uuid[]',
  id: '$2::uuid[]',
  resource: jsonArray('$3', 'jsonb'),
  user_name: '$4::text[]',
  user_name_folded: '$5::text[]',
  external_id: '$6::text[]',
  display_name_folded: '$7::text[]',
  email: '$8::text[]',
  active: '$9::boolean[]',
  resource_folded: jsonArray('$10', 'jsonb'),
};

/** The users that {@link userParameters} are as rows `i`, numbered by `n`, with further columns. */
export function userRows(further: Readonly<Record<string, string>> = {}): string {
  const all = { ...columns, ...further };
  return `${unnest(...Object.values(all))} with ordinality as i (${Object.keys(all).join(', ')}, n)`;
}

/** Their e-mail addresses as rows `e`, each with the number of its user. */
export const emailRows = `${unnest('$11::bigint[]', '$12::text[]', '$13::text[]')} as e (n, value, type)`;

/** Their events as rows `e`, each with the number of its user, in the order of `place`. */
export const eventRows = `${unnest('$14::bigint[]', '$15::text[]', jsonArray('$16', 'json'))}
  with ordinality as e (n, type, data, place)`;
