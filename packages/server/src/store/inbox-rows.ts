import { jsonList } from './json-list.ts';

/** An event that commits together with the change that it tells of. */
export interface NewEvent {
  readonly type: string;
  /** The finished `data`, except for what only the committing statement knows: see the table `inbox`. */
  readonly data: object;
}

/** The two parameters from which a statement makes inbox rows: an array of types, and a list of JSON. */
export function eventColumns(events: readonly NewEvent[]): readonly [types: readonly string[], data: string] {
  return [events.map(({ type }) => type), jsonList(events.map(({ data }) => JSON.stringify(data)))];
}
