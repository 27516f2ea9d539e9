import type { Queryable, Statement } from './database.ts';

/** Which call a key belongs to: nobody's key meets another environment's, or another operation's. */
export interface IdempotencyScope {
  readonly environmentId: string;
  readonly operation: string;
  readonly key: string;
}

/** How long an answer is kept. */
const kept = `interval '24 hours'`;

const lock: Statement = {
  name: 'idempotency-answers.lock',
  text: `select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as "isFirst"`,
};

/**
 * Makes this transaction the one that works on the key; false while another one does. A statement of its own: what
 * follows must see what the one before has committed.
 */
export async function lockIdempotencyKey(
  tx: Queryable,
  { environmentId, operation, key }: IdempotencyScope,
): Promise<boolean> {
  const name = `${environmentId} ${operation} ${key}`;
  const [row] = await tx.query<{ isFirst: boolean }>(lock, [name]);
  return row?.isFirst ?? false;
}

export interface IdempotencyAnswerRow {
  readonly requestHash: Buffer;
  readonly answerEncrypted: Buffer;
}

const find: Statement = {
  name: 'idempotency-answers.find',
  text: `select request_hash as "requestHash", answer_encrypted as "answerEncrypted" from idempotency_answers
  where environment_id = $1 and operation = $2 and key = $3
    and created_at > coalesce($4::timestamptz, clock_timestamp()) - ${kept}`,
};

/** The answer that the key has. */
export async function findIdempotencyAnswer(
  tx: Queryable,
  { environmentId, operation, key }: IdempotencyScope,
  now?: Date,
): Promise<IdempotencyAnswerRow | undefined> {
  const [row] = await tx.query<IdempotencyAnswerRow>(find, [environmentId, operation, key, now]);
  return row;
}

const keep: Statement = {
  name: 'idempotency-answers.keep',
  // One that is there has expired, or it would have been the answer.
  text: `insert into idempotency_answers (environment_id, operation, key, request_hash, answer_encrypted, created_at)
  values ($1, $2, $3, $4, $5, coalesce($6::timestamptz, clock_timestamp()))
  on conflict (environment_id, operation, key) do update set request_hash = excluded.request_hash,
    answer_encrypted = excluded.answer_encrypted, created_at = excluded.created_at`,
};

/** Keeps an answer, in the transaction of its effect, which has the lock of the key. */
export async function keepIdempotencyAnswer(
  tx: Queryable,
  { environmentId, operation, key }: IdempotencyScope,
  { requestHash, answerEncrypted }: IdempotencyAnswerRow,
  now?: Date,
): Promise<void> {
  await tx.query(keep, [environmentId, operation, key, requestHash, answerEncrypted, now]);
}

const expire: Statement = {
  name: 'idempotency-answers.expire',
  text: `delete from idempotency_answers where (environment_id, operation, key) in (
    select environment_id, operation, key from idempotency_answers
    where created_at <= coalesce($1::timestamptz, clock_timestamp()) - ${kept}
    order by created_at limit $2 for update skip locked
  ) returning 1`,
};

/** Removes at most `limit` answers that nobody can get any longer; answers how many. */
export async function expireIdempotencyAnswers(
  queryable: Queryable,
  limit: number,
  now?: Date,
): Promise<number> {
  return (await queryable.query(expire, [now, limit])).length;
}
