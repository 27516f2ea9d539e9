/** The product's own tables. */
export const tables = `
  create table if not exists people (
    id text primary key,
    organization_id text,
    email text,
    display_name text,
    is_active boolean not null
  );
  create table if not exists team_members (
    team_id text not null,
    person_id text not null,
    primary key (team_id, person_id)
  );
  create table if not exists ended_sessions (
    person_id text not null,
    ended_at timestamptz not null default now()
  );
`;
