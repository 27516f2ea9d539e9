-- Who owns what: environments, their API keys, directories and their tokens.

create table environments (
  id uuid primary key,
  name text collate "C" not null unique,
  created_at timestamptz(3) not null default clock_timestamp()
);

create table api_keys (
  id uuid primary key,
  environment_id uuid not null references environments (id),
  name text not null,
  key_hash bytea not null unique,
  created_at timestamptz(3) not null default clock_timestamp(),
  revoked_at timestamptz(3)
);
create index api_keys_by_environment on api_keys (environment_id, id);

create table directories (
  id uuid primary key,
  environment_id uuid not null references environments (id),
  name text not null,
  organization_id text collate "C",
  provider text collate "C" not null,
  state text collate "C" not null default 'pending' check (state in ('pending', 'active', 'held')),
  settings jsonb not null,
  metadata jsonb not null,
  created_at timestamptz(3) not null default clock_timestamp(),
  updated_at timestamptz(3) not null default clock_timestamp(),
  last_request_at timestamptz(3),
  -- Set when the directory is deleted: its tokens stop at once, its rows are purged afterwards.
  deleted_at timestamptz(3)
);
create index directories_by_environment on directories (environment_id, id);
create index directories_by_organization on directories (environment_id, organization_id, id);

create table directory_tokens (
  directory_id uuid not null references directories (id),
  id uuid not null,
  name text,
  token_hash bytea not null unique,
  created_at timestamptz(3) not null default clock_timestamp(),
  expires_at timestamptz(3),
  revoked_at timestamptz(3),
  primary key (directory_id, id)
);
