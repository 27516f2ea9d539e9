-- The answers of requests with an Idempotency-Key: each is committed together with the effect of its request.

create table idempotency_answers (
  -- Nil for the operator, who stands above the environments.
  environment_id uuid not null,
  operation text collate "C" not null,
  key text collate "C" not null,
  -- SHA-256 of what was asked: the key of one request does not answer another.
  request_hash bytea not null,
  answer_encrypted bytea not null,
  created_at timestamptz(3) not null default clock_timestamp(),
  primary key (environment_id, operation, key)
);
create index idempotency_answers_by_age on idempotency_answers (created_at);
