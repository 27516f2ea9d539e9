import { createHash } from 'node:crypto';
import { handlerOf } from './contract.ts';
import type { AnyCall, AnyReply, Handlers, OperationId } from './contract.ts';
import type { SecretBox } from './delivery/secret-box.ts';
import { ProblemError } from './http/problem.ts';
import { RetryLaterError } from './http/retry-later.ts';
import type { Wake, WakeChannel } from './relay/wake.ts';
import { databaseWithin } from './store/database.ts';
import type { Database, Queryable } from './store/database.ts';
import {
  findIdempotencyAnswer,
  keepIdempotencyAnswer,
  lockIdempotencyKey,
} from './store/idempotency-answers.ts';
import type { IdempotencyScope } from './store/idempotency-answers.ts';

export interface IdempotentCallsOptions {
  readonly database: Database;
  readonly wake: Wake;
  readonly secretBox: SecretBox;
  /** Handlers that do all they do on this database, and wake this way. */
  readonly handlersOn: (database: Database, wake: Wake) => Handlers;
  readonly now?: () => Date;
}

/** An answer, and whether it is that of an earlier call. */
export interface IdempotentReply {
  readonly reply: AnyReply;
  readonly isReplayed: boolean;
}

/** Runs a call with an idempotency key: once, however often it comes. */
export type RunIdempotent = (id: OperationId, call: AnyCall, key: string) => Promise<IdempotentReply>;

/** The operator stands above the environments. */
const noEnvironment = '00000000-0000-0000-0000-000000000000';

/**
 * The effect of a call and its answer commit together: after a crash there are both, and a repeated call gets the
 * answer, or neither, and it runs. A call that fails has no effect, so nothing is kept of it and it may run again.
 */
export function createIdempotentCalls(options: IdempotentCallsOptions): RunIdempotent {
  const { database, wake, secretBox, handlersOn, now } = options;

  async function runWithin(
    tx: Queryable,
    id: OperationId,
    call: AnyCall,
    scope: IdempotencyScope,
    told: Set<WakeChannel>,
  ): Promise<IdempotentReply> {
    if (!(await lockIdempotencyKey(tx, scope))) throw inUse();
    const requestHash = hashOf(call);
    const place = `${scope.environmentId} ${scope.operation} ${scope.key}`;
    const kept = await findIdempotencyAnswer(tx, scope, now?.());
    if (kept !== undefined) {
      if (!kept.requestHash.equals(requestHash)) throw reused();
      // Encrypted by the lines below.
      const reply = JSON.parse(secretBox.decrypt(kept.answerEncrypted, place)) as AnyReply;
      return { reply, isReplayed: true };
    }
    const later: Wake = { ...wake, notify: (channel) => void told.add(channel) };
    const reply = await handlerOf(handlersOn(databaseWithin(database, tx), later), id)(call);
    const answerEncrypted = secretBox.encrypt(JSON.stringify(reply), place);
    await keepIdempotencyAnswer(tx, scope, { requestHash, answerEncrypted }, now?.());
    return { reply, isReplayed: false };
  }

  return async (id, call, key) => {
    const environmentId = call.principal?.environmentId ?? noEnvironment;
    const scope = { environmentId, operation: id, key };
    const told = new Set<WakeChannel>();
    const result = await database.transaction((tx) => {
      told.clear();
      return runWithin(tx, id, call, scope, told);
    });
    for (const channel of told) wake.notify(channel);
    return result;
  };
}

/** What was asked, apart from who asked. */
function hashOf({ path, query, body }: AnyCall): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([path, query, body]))
    .digest();
}

function reused(): ProblemError {
  const detail = 'This Idempotency-Key came with another body or path before; make a new key for a new call.';
  return new ProblemError('idempotency_key_reused', detail);
}

function inUse(): RetryLaterError {
  const detail = 'A request with this Idempotency-Key is at work; try again in 1 second.';
  return new RetryLaterError(new ProblemError('idempotency_key_in_use', detail), 1);
}
