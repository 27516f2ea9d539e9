import type { SendResult } from './send.ts';

/**
 * What an attempt says.
 *
 * - `accepted`: any 2xx.
 * - `unavailable`: no answer, or one that says that the receiver could not: 408, 425 and 5xx.
 * - `throttled`: it can, but not now: 429, or 503 with `Retry-After`.
 * - `refused`: it can and does not want to: everything else, redirects included.
 * - `gone`: it never will: 410.
 */
export type AnswerKind = 'accepted' | 'unavailable' | 'throttled' | 'refused' | 'gone';

/** Reads a status as Standard Webhooks does. */
export function answerKind({ status, retryAfter }: Pick<SendResult, 'status' | 'retryAfter'>): AnswerKind {
  if (status === null) return 'unavailable';
  if (status >= 200 && status < 300) return 'accepted';
  if (status === 410) return 'gone';
  if (status === 429 || (status === 503 && retryAfter !== undefined)) return 'throttled';
  return status >= 500 || status === 408 || status === 425 ? 'unavailable' : 'refused';
}
