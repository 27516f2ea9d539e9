create table webhook_endpoints (
  id uuid primary key,
  environment_id uuid not null references environments (id),
  url text not null,
  description text,
  -- null: every event type, every directory of the environment.
  event_types text[],
  directory_ids uuid[],
  state text collate "C" not null default 'enabled' check (state in ('enabled', 'disabled')),
  secret_encrypted bytea not null,
  previous_secret_encrypted bytea,
  previous_secret_expires_at timestamptz(3),
  created_at timestamptz(3) not null default clock_timestamp(),
  updated_at timestamptz(3) not null default clock_timestamp()
);
create index webhook_endpoints_by_environment on webhook_endpoints (environment_id, id);

-- The queue and the log of deliveries. `waiting`: an earlier unfinished delivery shares an order key.
-- A claim moves next_attempt_at to the end of its lease and sets lease_id.
create table deliveries (
  endpoint_id uuid not null references webhook_endpoints (id) on delete cascade,
  id uuid not null,
  ordinal bigint generated always as identity,
  environment_id uuid not null,
  directory_id uuid,
  event_id uuid not null,
  event_type text collate "C" not null,
  sequence bigint,
  -- The bytes of an event that is in no log (endpoint.*); null: they are in events.
  body text,
  state text collate "C" not null default 'waiting' check (state in ('waiting', 'ready', 'delivered', 'failed')),
  attempts integer not null default 0,
  next_attempt_at timestamptz(3) not null default clock_timestamp(),
  lease_id uuid,
  created_at timestamptz(3) not null default clock_timestamp(),
  finished_at timestamptz(3),
  primary key (endpoint_id, id)
);
create unique index deliveries_by_id on deliveries (id);
create index deliveries_by_environment on deliveries (environment_id, id);
create index deliveries_by_event on deliveries (event_id);
create index deliveries_claimable on deliveries (endpoint_id, next_attempt_at, ordinal) where state = 'ready';

-- The order keys of unfinished deliveries: a delivery is ready when it is the first on each of its keys.
create table delivery_keys (
  endpoint_id uuid not null,
  order_key uuid not null,
  ordinal bigint not null,
  delivery_id uuid not null,
  primary key (endpoint_id, order_key, ordinal),
  foreign key (endpoint_id, delivery_id) references deliveries (endpoint_id, id) on delete cascade
);
create index delivery_keys_by_delivery on delivery_keys (endpoint_id, delivery_id);

create table delivery_attempts (
  endpoint_id uuid not null,
  delivery_id uuid not null,
  attempt integer not null,
  attempted_at timestamptz(3) not null,
  duration_ms integer not null,
  status integer,
  error text,
  response_body text,
  primary key (endpoint_id, delivery_id, attempt),
  foreign key (endpoint_id, delivery_id) references deliveries (endpoint_id, id) on delete cascade
);
