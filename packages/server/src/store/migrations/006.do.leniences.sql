-- What identity providers sent beside the RFC, and in how many requests. Counted behind the requests.

create table directory_leniences (
  directory_id uuid not null references directories (id) on delete cascade,
  name text collate "C" not null,
  request_count bigint not null,
  first_used_at timestamptz(3) not null default clock_timestamp(),
  last_used_at timestamptz(3) not null,
  primary key (directory_id, name)
);
