-- Up Migration

-- How often a promise was moved, and the decisions that are asked for. Rows of before are folded anew when a release is
-- prepared (rebuild.ts).
alter table read.commitments
  add column moved integer,
  add column remedy boolean;

create table read.approvals (
  escalation_id text not null,
  id text not null,
  kind text not null,
  approver_id text,
  requested_by text not null,
  requested_at bigint not null,
  state text not null,
  decided_by text,
  decided_at bigint,
  primary key (escalation_id, id)
);
create index on read.approvals (approver_id, state);
create index on read.approvals (escalation_id) where state = 'open';

-- Down Migration

drop table read.approvals;
alter table read.commitments drop column moved, drop column remedy;
