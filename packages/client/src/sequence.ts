import { EventGapError } from './errors.ts';

/** What an event says of its place. */
export interface Sequenced {
  readonly directoryId: string;
  readonly sequence: number;
}

/**
 * Makes a check that the events of each directory come without a gap: 1, 2, 3 and so on, from wherever it begins.
 * Only for a log without filter on types.
 */
export function createSequenceCheck(): (event: Sequenced) => EventGapError | undefined {
  const last = new Map<string, number>();
  return ({ directoryId, sequence }) => {
    const expected = (last.get(directoryId) ?? sequence - 1) + 1;
    last.set(directoryId, sequence);
    return sequence === expected ? undefined : new EventGapError(directoryId, expected, sequence);
  };
}
