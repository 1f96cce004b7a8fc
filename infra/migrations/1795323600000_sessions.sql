-- Up Migration

-- Who is signed in, as connect-pg-simple keeps it. Losing it only means signing in again.
create table upstairs.sessions (
  sid text primary key,
  sess json not null,
  expire timestamptz not null
);
create index sessions_expire on upstairs.sessions (expire);

-- Down Migration

drop table upstairs.sessions;
