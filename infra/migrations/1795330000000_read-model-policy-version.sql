-- Up Migration

-- The policy that an escalation goes by. Rows of before are folded anew when a release is prepared (rebuild.ts).
alter table read.escalations add column policy_version integer;
create index on read.escalations (policy_version, raised_at, id);

-- Down Migration

alter table read.escalations drop column policy_version;
