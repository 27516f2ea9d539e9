-- What identity providers push. `resource` is the SCIM document without id, meta, groups, members and
-- password; what is searched or joined stands beside it, folded where SCIM compares without case.

create table users (
  directory_id uuid not null references directories (id),
  id uuid not null,
  resource jsonb not null,
  user_name text not null,
  user_name_folded text collate "C" not null,
  external_id text collate "C",
  display_name_folded text collate "C",
  -- The primary e-mail address, else the one of type work, else the first.
  email text,
  active boolean not null,
  version bigint not null default 1,
  created_at timestamptz(3) not null default clock_timestamp(),
  updated_at timestamptz(3) not null default clock_timestamp(),
  primary key (directory_id, id)
);
create unique index users_by_user_name on users (directory_id, user_name_folded);
create index users_by_external_id on users (directory_id, external_id, id);
create index users_by_display_name on users (directory_id, display_name_folded, id);
create index users_by_updated_at on users (directory_id, updated_at, id);

-- Every e-mail address of a user, folded: `emails.value eq` and `emails[type eq "…"].value eq` are served from here.
create table user_emails (
  directory_id uuid not null,
  value_folded text collate "C" not null,
  -- '' when the address has no type.
  type_folded text collate "C" not null,
  user_id uuid not null,
  primary key (directory_id, value_folded, user_id, type_folded),
  foreign key (directory_id, user_id) references users (directory_id, id) on delete cascade
);
create index user_emails_by_user on user_emails (directory_id, user_id);

create table groups (
  directory_id uuid not null references directories (id),
  id uuid not null,
  resource jsonb not null,
  display_name text not null,
  display_name_folded text collate "C" not null,
  external_id text collate "C",
  member_count integer not null default 0,
  version bigint not null default 1,
  created_at timestamptz(3) not null default clock_timestamp(),
  updated_at timestamptz(3) not null default clock_timestamp(),
  primary key (directory_id, id)
);
create unique index groups_by_display_name on groups (directory_id, display_name_folded);
create index groups_by_external_id on groups (directory_id, external_id, id);
create index groups_by_updated_at on groups (directory_id, updated_at, id);

-- One row per membership. Exactly one of user_id and nested_group_id equals member_id.
create table group_members (
  directory_id uuid not null,
  group_id uuid not null,
  member_id uuid not null,
  user_id uuid,
  nested_group_id uuid,
  primary key (directory_id, group_id, member_id),
  foreign key (directory_id, group_id) references groups (directory_id, id),
  foreign key (directory_id, user_id) references users (directory_id, id),
  foreign key (directory_id, nested_group_id) references groups (directory_id, id),
  check (num_nonnulls(user_id, nested_group_id) = 1 and member_id = coalesce(user_id, nested_group_id))
);
create index group_members_by_member on group_members (directory_id, member_id, group_id);
