const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** The pauses after the first, second, … attempt in vain; behind the last one it is repeated. */
export const defaultRetryScheduleMs: readonly number[] = [
  5 * secondMs,
  5 * minuteMs,
  30 * minuteMs,
  2 * hourMs,
  5 * hourMs,
  10 * hourMs,
  14 * hourMs,
  20 * hourMs,
  24 * hourMs,
];

/** So that what failed together does not come back together. */
const jitter = 0.2;

/** A receiver can ask for a longer pause, not for one that holds its own queue for days. */
const longestRetryAfterMs = hourMs;

export interface RetryInput {
  /** Attempts in vain, at least 1. */
  readonly failures: number;
  readonly retryAfterMs: number | undefined;
  readonly scheduleMs: readonly number[];
  /** From 0 to below 1. */
  readonly random: () => number;
}

/** The pause before the next attempt. */
export function nextRetryMs({ failures, retryAfterMs = 0, scheduleMs, random }: RetryInput): number {
  const pauseMs = scheduleMs[failures - 1] ?? scheduleMs.at(-1) ?? 0;
  return Math.max(pauseMs * (1 + jitter * random()), Math.min(retryAfterMs, longestRetryAfterMs));
}

/** The name of a day begins every form of an HTTP date; Date.parse alone takes much more for a date. */
const httpDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? [\w: -]+$/;

/** Reads `Retry-After`, seconds or an HTTP date (RFC 9110 section 10.2.3); undefined when it is neither. */
export function parseRetryAfter(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * secondMs;
  if (!httpDate.test(value)) return undefined;
  // The asctime form does not say that it is in GMT.
  const time = Date.parse(value.endsWith('GMT') ? value : `${value} GMT`);
  return Number.isNaN(time) ? undefined : Math.max(0, time - now.getTime());
}
