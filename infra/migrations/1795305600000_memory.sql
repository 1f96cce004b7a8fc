-- Up Migration

create schema upstairs;

-- What happened, for good. Everything in schema `read` is folded from here.
create sequence upstairs.journal_position;
create table upstairs.journal (
  escalation_id text not null,
  seq integer not null check (seq > 0),
  type text not null,
  at bigint not null,
  recorded_at bigint not null,
  actor jsonb,
  data jsonb not null,
  hash text not null,
  position bigint not null unique default nextval('upstairs.journal_position'),
  primary key (escalation_id, seq)
);

create function upstairs.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger journal_is_append_only
  before update or delete or truncate on upstairs.journal
  for each statement execute function upstairs.refuse_change();

-- Whoever appends holds this lock until the commit, so positions become visible in their order and a reader who
-- follows them misses none.
create function upstairs.append_in_order() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(1970304884, 1);
  return null;
end
$$;
create trigger journal_in_order
  before insert on upstairs.journal
  for each statement execute function upstairs.append_in_order();

create function upstairs.tell_of_journal() returns trigger language plpgsql as $$
begin
  perform pg_notify('upstairs_journal', (select max(position) from appended)::text);
  return null;
end
$$;
create trigger journal_tells
  after insert on upstairs.journal referencing new table as appended
  for each statement execute function upstairs.tell_of_journal();

create sequence upstairs.raise_number start 1001;
create table upstairs.raises (
  escalation_id text primary key,
  number bigint not null unique,
  ref text not null unique generated always as ('UP-' || number) stored,
  external_ref text unique,
  events jsonb not null,
  created_at timestamptz not null default now()
);

create table upstairs.people (
  id text primary key,
  name text not null,
  title text not null,
  email text not null,
  roles text[] not null,
  function text not null,
  manager_id text,
  zone text not null,
  available boolean not null,
  created_at timestamptz not null default now()
);

create table upstairs.directory_version (
  singleton boolean primary key default true check (singleton),
  version bigint not null
);
insert into upstairs.directory_version (version) values (1);

create function upstairs.bump_directory_version() returns trigger language plpgsql as $$
begin
  if exists (select from changed) then
    update upstairs.directory_version set version = version + 1;
  end if;
  return null;
end
$$;
create trigger people_inserted after insert on upstairs.people referencing new table as changed
  for each statement execute function upstairs.bump_directory_version();
create trigger people_updated after update on upstairs.people referencing new table as changed
  for each statement execute function upstairs.bump_directory_version();
create trigger people_deleted after delete on upstairs.people referencing old table as changed
  for each statement execute function upstairs.bump_directory_version();

create table upstairs.accounts (
  id text primary key,
  name text not null,
  folded_name text not null unique,
  tier text,
  arr_amount bigint,
  arr_currency text,
  customer_since text,
  csm_id text,
  created_at timestamptz not null default now(),
  check ((arr_amount is null) = (arr_currency is null))
);

create table upstairs.policies (
  version integer primary key,
  body jsonb not null,
  created_at timestamptz not null default now()
);

create table upstairs.api_keys (
  id text primary key,
  person_id text not null references upstairs.people (id),
  label text not null,
  hash text not null unique,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);
create index on upstairs.api_keys (person_id);

create table upstairs.idempotency_keys (
  principal text not null,
  route text not null,
  key text not null,
  body_hash text not null,
  lease text not null,
  lease_until timestamptz not null,
  status integer,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (principal, route, key)
);
create index on upstairs.idempotency_keys (created_at);

create table upstairs.inbox_reads (
  person_id text not null,
  notice_id text not null,
  read_at timestamptz not null default now(),
  primary key (person_id, notice_id)
);

create table upstairs.demo_mails (
  id bigint generated always as identity primary key,
  message_id text not null unique,
  mail jsonb not null,
  at bigint not null
);

-- Down Migration

drop schema upstairs cascade;
