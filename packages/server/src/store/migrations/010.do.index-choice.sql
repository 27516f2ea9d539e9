-- While there are no statistics, several indexes look equally good for a look-up by (directory_id, id), as foreign keys
-- do one for each row: those of (directory_id, …, id) too, which then read all of a directory. Of equals the planner
-- takes the newest, so the primary keys are made anew, behind the others.
alter table user_emails drop constraint user_emails_directory_id_user_id_fkey;
alter table group_members
  drop constraint group_members_directory_id_group_id_fkey,
  drop constraint group_members_directory_id_user_id_fkey,
  drop constraint group_members_directory_id_nested_group_id_fkey;
alter table users drop constraint users_pkey, add primary key (directory_id, id);
alter table groups drop constraint groups_pkey, add primary key (directory_id, id);
alter table user_emails
  add foreign key (directory_id, user_id) references users (directory_id, id) on delete cascade;
alter table group_members
  add foreign key (directory_id, group_id) references groups (directory_id, id),
  add foreign key (directory_id, user_id) references users (directory_id, id),
  add foreign key (directory_id, nested_group_id) references groups (directory_id, id);
