import { expireEvents, expireOtherDeliveries } from '../store/retention.ts';
import type { Chore } from './upkeep.ts';

export interface RetentionOptions {
  readonly days: number;
  readonly now?: () => Date;
  /** Events looked at in one transaction. Default 1000. */
  readonly batchSize?: number;
}

const dayMs = 86_400_000;

/** Takes out of the log, and out of the list of deliveries, what is older than `days`. */
export function retentionChores({
  days,
  now = () => new Date(),
  batchSize = 1000,
}: RetentionOptions): readonly Chore[] {
  const before = (): Date => new Date(now().getTime() - days * dayMs);
  /** Up to where this round has looked: what is kept for an endpoint is passed over. */
  let position = 0;
  return [
    {
      name: 'retention of events',
      async run(tx) {
        const expired = await expireEvents(tx, { after: position, limit: batchSize, before: before() });
        position = expired.position ?? 0;
        return expired.position !== undefined;
      },
    },
    {
      name: 'retention of test deliveries',
      run: async (tx) => (await expireOtherDeliveries(tx, before(), batchSize)) === batchSize,
    },
  ];
}
