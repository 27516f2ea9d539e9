-- A change commits together with its events in the inbox; the relay numbers them into the event log.

-- RFC 9562 version 7: 48 bits of milliseconds, then random bits. Membership events are made in SQL, many at
-- once, so their ids are too.
create function uuid_v7() returns uuid language sql volatile parallel safe as $$
  select encode(
    set_bit(
      set_bit(
        overlay(
          uuid_send(gen_random_uuid())
          placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6
        ),
        52, 1
      ),
      53, 1
    ),
    'hex'
  )::uuid
$$;

create table inbox (
  -- Taken after the guard's lock, so that two changes of one resource stand in commit order.
  id bigint generated always as identity primary key,
  directory_id uuid not null,
  event_id uuid not null default uuid_v7(),
  type text collate "C" not null,
  -- The event's `data`. json, not jsonb: the order of its members is kept.
  data json not null,
  -- What only the committing statement knows; the relay writes them into data.user or data.group.
  version bigint,
  member_count integer,
  created_at timestamptz(3),
  updated_at timestamptz(3),
  -- The resource that the event is about; a membership is about two.
  order_key uuid not null,
  second_order_key uuid,
  occurred_at timestamptz(3) not null default clock_timestamp()
);

-- The last number given to an event of each directory.
create table feeds (
  directory_id uuid primary key references directories (id),
  last_sequence bigint not null default 0
);

create table events (
  directory_id uuid not null,
  sequence bigint not null,
  -- The order of the whole log; numbered by the one relay, so it becomes visible in order.
  position bigint generated always as identity,
  id uuid not null,
  environment_id uuid not null,
  type text collate "C" not null,
  -- The bytes that are listed and signed. text, not jsonb: they never change again.
  body text not null,
  occurred_at timestamptz(3) not null,
  order_key uuid not null,
  second_order_key uuid,
  primary key (directory_id, sequence)
);
create unique index events_by_id on events (id);
create unique index events_by_position on events (position);
create index events_by_environment on events (environment_id, position);
create index events_by_directory on events (directory_id, position);
