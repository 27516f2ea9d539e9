-- How an endpoint answers, as delivery/endpoint-health.ts judges it.
alter table webhook_endpoints
  -- The first failure since the last success; null: none.
  add column failing_since timestamptz(3),
  -- How many different deliveries have failed since the last success.
  add column strikes integer not null default 0,
  -- How often in a row it was tried in vain: the place in the schedule.
  add column failed_rounds integer not null default 0,
  -- The first success after a failure; later ones are not written down.
  add column last_succeeded_at timestamptz(3),
  -- Not null: the breaker is open; single deliveries try the endpoint, the next one not before this time.
  add column next_probe_at timestamptz(3),
  add column probe_lease_id uuid,
  add column disabled_reason text collate "C" check (disabled_reason in ('requested', 'failing', 'gone')),
  add column disabled_at timestamptz(3),
  -- Not null: what lies behind this position of the log has yet to be put into its queue, and the relay puts nothing.
  add column feed_position bigint,
  -- While it is disabled: the position of the oldest event that was left in its queue.
  add column undelivered_position bigint,
  -- Up to here that is a replay: where the log ended when it was asked for.
  add column replay_until bigint,
  add column replay_after bigint,
  add column replay_started_at timestamptz(3),
  add column replay_finished_at timestamptz(3),
  add column replay_deliveries bigint,
  -- Which signatures it gets.
  add column signatures text[] not null default '{v1}',
  -- The key pair of `v1a` (Ed25519).
  add column public_key text collate "C" not null,
  add column private_key_encrypted bytea not null,
  add column previous_public_key text collate "C",
  add column previous_private_key_encrypted bytea;
create index webhook_endpoints_probed on webhook_endpoints (next_probe_at)
  where state = 'enabled' and next_probe_at is not null;
create index webhook_endpoints_fed on webhook_endpoints (id) where state = 'enabled' and feed_position is not null;

alter table deliveries
  -- Attempts that failed and were not put down to the endpoint. What has any is sent again on a budget of its own.
  add column failures integer not null default 0,
  add column last_failed_at timestamptz(3),
  -- Others succeeded between two of its failures.
  add column fails_alone boolean not null default false,
  -- It is sent although an earlier one of its resource is unfinished: to find out whose fault that is.
  add column is_trial boolean not null default false,
  add column is_replay boolean not null default false;
drop index deliveries_claimable;
create index deliveries_claimable on deliveries (endpoint_id, next_attempt_at, ordinal)
  where state = 'ready' and failures = 0;
create index deliveries_retryable on deliveries (endpoint_id, next_attempt_at, ordinal)
  where state = 'ready' and failures > 0;
