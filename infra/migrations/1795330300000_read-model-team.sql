-- Up Migration

-- Who is around an escalation, and what they have to do. Rows of before are folded anew when a release is prepared
-- (rebuild.ts).
alter table read.escalations
  add column escalation_manager_id text,
  add column sponsor_id text,
  add column team_ids text[];
create index on read.escalations (escalation_manager_id, raised_at, id) where escalation_manager_id is not null;
create index on read.escalations (sponsor_id, raised_at, id) where sponsor_id is not null;
create index on read.escalations using gin (team_ids);

create table read.tasks (
  escalation_id text not null,
  id text not null,
  text text not null,
  person_id text not null,
  due_at bigint not null,
  counterpart boolean not null,
  state text not null,
  done_at bigint,
  primary key (escalation_id, id)
);
create index on read.tasks (person_id, state, due_at);

-- Down Migration

drop table read.tasks;
alter table read.escalations
  drop column escalation_manager_id, drop column sponsor_id, drop column team_ids;
