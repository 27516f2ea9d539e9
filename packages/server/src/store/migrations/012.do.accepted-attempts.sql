-- The attempt that was accepted stands with its delivery, since most have no other; delivery_attempts has the others.
alter table deliveries
  add column accepted_at timestamptz(3),
  add column accepted_in_ms integer,
  add column accepted_status integer,
  add column accepted_answer text;
with accepted as (
  delete from delivery_attempts a using deliveries d
  where d.state = 'delivered' and a.endpoint_id = d.endpoint_id and a.delivery_id = d.id and a.attempt = d.attempts
  returning a.*
)
update deliveries d set accepted_at = a.attempted_at, accepted_in_ms = a.duration_ms, accepted_status = a.status,
  accepted_answer = a.response_body
from accepted a where d.endpoint_id = a.endpoint_id and d.id = a.delivery_id;
