import { expireIdempotencyAnswers } from '../store/idempotency-answers.ts';
import type { Chore } from './upkeep.ts';

export interface AnswerExpiryOptions {
  readonly now?: () => Date;
  /** Answers removed in one transaction. Default 1000. */
  readonly batchSize?: number;
}

/** Removes the answers of idempotent requests that nobody can get any longer. */
export function answerExpiry({ now, batchSize = 1000 }: AnswerExpiryOptions = {}): Chore {
  return {
    name: 'expiry of idempotent answers',
    run: async (tx) => (await expireIdempotencyAnswers(tx, batchSize, now?.())) === batchSize,
  };
}
