/** An event that commits together with the change that it tells of. */
export interface NewEvent {
  readonly type: string;
  /** The finished `data`, except for what only the committing statement knows: see the table `inbox`. */
  readonly data: object;
}

/** The two array parameters from which a statement makes inbox rows: `unnest($n::text[], $m::text[])`. */
export function eventColumns(events: readonly NewEvent[]): readonly [types: string[], data: string[]] {
  return [events.map(({ type }) => type), events.map(({ data }) => JSON.stringify(data))];
}
