-- No condition is on these columns themselves, and to count their values was two thirds of an `analyze` of users.
alter table users
  alter column resource set statistics 0,
  alter column resource_folded set statistics 0,
  alter column user_name set statistics 0,
  alter column email set statistics 0;
alter table groups
  alter column resource set statistics 0,
  alter column resource_folded set statistics 0,
  alter column display_name set statistics 0;
alter table events alter column body set statistics 0;

-- Each attempt changes its row, so under load these are analysed often; of a queue a tenth of the rows tells as much. How
-- many an `analyze` reads is decided by the column that wants the most.
alter table deliveries
  alter column endpoint_id set statistics 10,
  alter column id set statistics 10,
  alter column ordinal set statistics 10,
  alter column environment_id set statistics 10,
  alter column directory_id set statistics 10,
  alter column event_id set statistics 10,
  alter column event_type set statistics 10,
  alter column state set statistics 10,
  alter column attempts set statistics 10,
  alter column next_attempt_at set statistics 10,
  alter column created_at set statistics 10,
  alter column finished_at set statistics 10,
  alter column failures set statistics 10,
  alter column sequence set statistics 0,
  alter column body set statistics 10,
  alter column lease_id set statistics 0,
  alter column leased_until set statistics 0,
  alter column last_failed_at set statistics 0,
  alter column fails_alone set statistics 0,
  alter column is_trial set statistics 0,
  alter column is_replay set statistics 0,
  alter column accepted_at set statistics 0,
  alter column accepted_in_ms set statistics 0,
  alter column accepted_status set statistics 0,
  alter column accepted_answer set statistics 0;
alter table delivery_keys
  alter column endpoint_id set statistics 10,
  alter column order_key set statistics 10,
  alter column ordinal set statistics 10,
  alter column delivery_id set statistics 10;
