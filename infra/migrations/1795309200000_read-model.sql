-- Up Migration

-- Folded from upstairs.journal, never written by hand; `upstairs rebuild` makes it anew. Indexes carry no names of our
-- own: the rebuilt tables get theirs from Postgres, and so have the same ones. A migration that changes this schema has
-- read-model in its name, too: where the schema was dropped, these are run again.
create schema read;

create table read.escalations (
  id text primary key,
  ref text not null unique,
  status text not null,
  stage text,
  level text not null,
  score integer not null,
  owner_id text,
  owner_name text,
  account_id text not null,
  account_name text not null,
  tier text,
  door text not null,
  severity text not null,
  root_cause text,
  external_ref text,
  breached boolean not null,
  quiet boolean not null,
  unheard boolean not null,
  next_due_at bigint,
  due_at bigint,
  raised_at bigint not null,
  received_at bigint not null,
  closed_at bigint,
  settled_at bigint,
  raised_by text not null,
  summary text not null,
  search_text text not null,
  state jsonb not null,
  seq integer not null,
  last_at bigint not null,
  last_recorded_at bigint not null,
  search tsvector not null generated always as (to_tsvector('simple', search_text)) stored
);
create index on read.escalations (raised_at, id);
create index on read.escalations (received_at, id);
create index on read.escalations (score, id);
create index on read.escalations (coalesce(next_due_at, 9007199254740991), id);
create index on read.escalations (coalesce(due_at, 9007199254740991), id);
create index on read.escalations (owner_id, raised_at, id);
create index on read.escalations (account_id, raised_at, id);
create index on read.escalations (raised_by, raised_at, id);
create index on read.escalations (status, raised_at, id);
create index on read.escalations (raised_at, id) where breached;
create index on read.escalations using gin (search);

create table read.clocks (
  escalation_id text not null,
  id text not null,
  kind text not null,
  cycle integer not null,
  anchor_at bigint not null,
  budget_ms bigint not null,
  due_at bigint not null,
  state text not null,
  met_at bigint,
  breached_at bigint,
  reminded_at bigint,
  chain_run integer,
  chain_fired integer,
  next_rung_at bigint,
  held_until bigint,
  primary key (escalation_id, id)
);
create index on read.clocks (state, due_at);

create table read.commitments (
  escalation_id text not null,
  id text not null,
  text text not null,
  due_at bigint not null,
  responsible_id text not null,
  made_at bigint not null,
  state text not null,
  kept_at bigint,
  primary key (escalation_id, id)
);
create index on read.commitments (responsible_id, due_at);
create index on read.commitments (state, due_at);

create table read.participants (
  escalation_id text not null,
  person_id text not null,
  primary key (escalation_id, person_id)
);
create index on read.participants (person_id, escalation_id);

-- Every word to one of us, as their in-app inbox shows it.
create table read.inbox (
  notice_id text primary key,
  person_id text not null,
  escalation_id text not null,
  seq integer not null,
  kind text not null,
  via text not null,
  text text not null,
  clock_ids jsonb not null,
  at bigint not null
);
create index on read.inbox (person_id, at, notice_id);
create index on read.inbox (escalation_id);

-- Everything said to somebody, with how it went out.
create table read.messages (
  escalation_id text not null,
  id text not null,
  seq integer not null,
  audience text not null,
  kind text not null,
  channel text not null,
  to_id text,
  subject text,
  body text not null,
  at bigint not null,
  state text not null,
  message_id text,
  settled_at bigint,
  failure text,
  primary key (escalation_id, id)
);
create index on read.messages (state, at);

-- Down Migration

drop schema if exists read cascade;
