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
alter table deliveries
  alter column body set statistics 0,
  alter column lease_id set statistics 0,
  alter column accepted_at set statistics 0,
  alter column accepted_in_ms set statistics 0,
  alter column accepted_status set statistics 0,
  alter column accepted_answer set statistics 0;
