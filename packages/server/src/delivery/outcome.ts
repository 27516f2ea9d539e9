import type { DeliveryOutcome } from '../store/delivery-claims.ts';
import { nextRetryMs, parseRetryAfter } from './retry-schedule.ts';
import type { SendResult } from './send.ts';

export interface OutcomeContext {
  /** Attempts so far, this one included. */
  readonly attempts: number;
  readonly now: Date;
  readonly scheduleMs: readonly number[];
  readonly random: () => number;
}

/** What an attempt means for its delivery, as Standard Webhooks asks: any 2xx is success, 410 ends the endpoint. */
export function decideOutcome(
  { status, retryAfter }: Pick<SendResult, 'status' | 'retryAfter'>,
  { attempts, now, scheduleMs, random }: OutcomeContext,
): DeliveryOutcome {
  if (status !== null && status >= 200 && status < 300) return { state: 'delivered' };
  if (status === 410) return { state: 'failed', disablesEndpoint: true };
  const retryAfterMs = parseRetryAfter(retryAfter, now);
  const retryInMs = nextRetryMs({ attempts, retryAfterMs, scheduleMs, random });
  return retryInMs === undefined
    ? { state: 'failed', disablesEndpoint: false }
    : { state: 'ready', retryInMs };
}
