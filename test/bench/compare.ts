import { sampleOf } from './statistics.ts';
import type { Sample } from './statistics.ts';

/** Measures once and answers the figure. */
export type Measure = () => Promise<number>;

/** A figure beside another one of the same rounds. */
export interface Comparison {
  readonly subject: Sample;
  readonly reference: Sample;
  /** Subject by reference, of each round. */
  readonly ratio: Sample;
}

/** Measures both in every round, in turn first and second, so that what drifts drifts for both. */
export async function compare(subject: Measure, reference: Measure, rounds: number): Promise<Comparison> {
  const subjects: number[] = [];
  const references: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) subjects.push(await subject());
    references.push(await reference());
    if (round % 2 === 1) subjects.push(await subject());
  }
  const ratios = subjects.map((value, round) => value / (references[round] ?? NaN));
  return { subject: sampleOf(subjects), reference: sampleOf(references), ratio: sampleOf(ratios) };
}

/** Measures all of them in every round, in an order that turns; answers one sample for each. */
export async function measureAll(measures: readonly Measure[], rounds: number): Promise<readonly Sample[]> {
  const values = measures.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < measures.length; turn += 1) {
      const index = (turn + round) % measures.length;
      const measure = measures[index];
      if (measure !== undefined) values[index]?.push(await measure());
    }
  }
  return values.map(sampleOf);
}
