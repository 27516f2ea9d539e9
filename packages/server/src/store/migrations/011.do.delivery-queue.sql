-- What a claim changes stands in no index, and the page has room for one more version of each row: so a claim writes
-- the row and no index (a HOT update).
alter table deliveries add column leased_until timestamptz(3);
update deliveries set leased_until = next_attempt_at where lease_id is not null;
alter table deliveries set (fillfactor = 50);
drop index deliveries_claimable;
create index deliveries_claimable on deliveries (endpoint_id, ordinal) where state = 'ready' and failures = 0;

-- An id is looked for in its environment.
drop index deliveries_by_id;

-- Whether anything waits for a delivery that is finished.
create index deliveries_waiting on deliveries (endpoint_id) where state = 'waiting';
