-- Up Migration

-- Since when somebody is with the company no more, epoch milliseconds.
alter table upstairs.people add column left_at bigint;

create table upstairs.absences (
  id text primary key,
  person_id text not null references upstairs.people (id) on delete cascade,
  from_at bigint not null,
  until_at bigint not null,
  delegate_id text references upstairs.people (id) on delete set null,
  note text,
  created_by text not null,
  created_at timestamptz not null default now(),
  check (from_at < until_at)
);
create index on upstairs.absences (person_id, until_at);
create index on upstairs.absences (delegate_id);

-- The duty rota: the week as it repeats, and cover for single stretches of it.
create table upstairs.duty_rota (
  singleton boolean primary key default true check (singleton),
  body jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null default now()
);

-- Shifts as an ICS feed had them, written out.
create table upstairs.duty_feed (
  position integer primary key,
  from_at bigint not null,
  to_at bigint not null,
  person_id text not null,
  check (from_at < to_at)
);
create index on upstairs.duty_feed (to_at);

create trigger absences_inserted after insert on upstairs.absences referencing new table as changed
  for each statement execute function upstairs.bump_directory_version();
create trigger absences_updated after update on upstairs.absences referencing new table as changed
  for each statement execute function upstairs.bump_directory_version();
create trigger absences_deleted after delete on upstairs.absences referencing old table as changed
  for each statement execute function upstairs.bump_directory_version();
create trigger duty_rota_inserted after insert on upstairs.duty_rota referencing new table as changed
  for each statement execute function upstairs.bump_directory_version();
create trigger duty_rota_updated after update on upstairs.duty_rota referencing new table as changed
  for each statement execute function upstairs.bump_directory_version();
create trigger duty_feed_inserted after insert on upstairs.duty_feed referencing new table as changed
  for each statement execute function upstairs.bump_directory_version();
create trigger duty_feed_deleted after delete on upstairs.duty_feed referencing old table as changed
  for each statement execute function upstairs.bump_directory_version();

-- People as escalations learn of them: with their next absences, those not past.
create view upstairs.directory as
  select id, name, title, email, roles, function, manager_id, zone, available, left_at,
    (select json_agg(json_build_object('fromAt', from_at, 'untilAt', until_at, 'delegateId', delegate_id) order by from_at)
      from (
        select from_at, until_at, delegate_id from upstairs.absences
        where person_id = people.id and until_at > extract(epoch from now()) * 1000
        order by from_at limit 20
      ) as coming) as absences
  from upstairs.people;

-- Down Migration

drop view upstairs.directory;
drop table upstairs.duty_feed;
drop table upstairs.duty_rota;
drop table upstairs.absences;
alter table upstairs.people drop column left_at;
