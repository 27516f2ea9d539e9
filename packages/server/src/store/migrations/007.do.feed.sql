-- What becomes of the log and of what leads to it: retention, erasure of a person, the safeguard, and the purge of
-- deleted directories.

-- Retention counts from here: what was held back happened long before.
alter table events add column logged_at timestamptz(3) not null default clock_timestamp();
-- A person's events, for their erasure.
create index events_by_order_key on events (directory_id, order_key);
create index events_by_second_order_key on events (directory_id, second_order_key) where second_order_key is not null;
-- What the safeguard counts.
create index events_of_removals on events (directory_id, occurred_at)
  where type in ('user.deactivated', 'user.reactivated', 'user.deleted');

-- The last event of each type that retention took away. A cursor before it has missed something, any other has not.
create table expired_events (
  environment_id uuid not null,
  directory_id uuid not null,
  type text collate "C" not null,
  position bigint not null,
  primary key (directory_id, type)
);
create index expired_events_by_environment on expired_events (environment_id, position);
create index expired_events_by_position on expired_events (position);

-- What a change turned into what, without `active`: two changes that undo each other are told by it.
alter table inbox add column hash_before bigint, add column hash_after bigint;

-- The events of a directory that the safeguard holds back, and those behind them.
create table held_events (like inbox including defaults, primary key (directory_id, id));
create index held_events_by_order_key on held_events (directory_id, order_key, id);

-- `open`: events are numbered as they come. `held`: they are kept in held_events. `settling`, `draining`: they leave
-- from there; those up to `released_through` had been held. `closed`: the directory was deleted, nothing follows.
alter table feeds
  add column stage text collate "C" not null default 'open'
    check (stage in ('open', 'held', 'settling', 'draining', 'closed')),
  -- Of the users as the log has told of them so far.
  add column active_users integer not null default 0,
  -- Removals up to this sequence were looked at by somebody who released them.
  add column removals_seen bigint not null default 0,
  -- How the events are to be released, as it was asked for.
  add column release_mode text collate "C" check (release_mode in ('deliver', 'settle')),
  add column released_through bigint,
  -- Up to which order key the held events are settled.
  add column settled_key uuid;
create index feeds_released on feeds (directory_id) where stage in ('settling', 'draining');
update feeds f set active_users =
  (select count(*) from users u where u.directory_id = f.directory_id and u.active);

-- Deliveries of events that are in no log expire by themselves.
create index deliveries_with_body on deliveries (created_at) where body is not null;

create index directories_deleted on directories (id) where deleted_at is not null;

update directories set settings = settings || jsonb_build_object('safeguard', jsonb_build_object(
  'enabled', true, 'users', 50, 'percent', 20, 'windowMinutes', 60));

-- Before a user or a group is deleted the database looks for memberships that refer to it.
create index group_members_by_user on group_members (directory_id, user_id) where user_id is not null;
create index group_members_by_nested_group on group_members (directory_id, nested_group_id)
  where nested_group_id is not null;
