-- Up Migration

create table upstairs.saved_views (
  id uuid primary key,
  owner_id text not null,
  name text not null,
  search text not null,
  shared boolean not null,
  created_at timestamptz not null default now()
);
create index on upstairs.saved_views (owner_id);
create index on upstairs.saved_views (created_at) where shared;

create table upstairs.preferences (
  person_id text primary key,
  body jsonb not null,
  changed_at timestamptz not null default now()
);

-- Down Migration

drop table upstairs.preferences;
drop table upstairs.saved_views;
