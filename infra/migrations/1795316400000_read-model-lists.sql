-- Up Migration

-- What the console's lists show and sort by. Rows of before are folded anew when a release is prepared (rebuild.ts).
alter table read.escalations
  add column csm_id text,
  add column contact_name text,
  add column contact_email text,
  add column acknowledged_at bigint;
-- By urgency: when the earliest clock ends by the wall clock, of those that end together the weightier first.
create index on read.escalations
  (coalesce(due_at - greatest(0, last_at - last_recorded_at), 9007199254740991), (-score), id);
create index on read.escalations (csm_id, raised_at, id);

alter table read.clocks
  add column next_at bigint,
  add column next_rung text,
  add column chain_rung text;

-- Down Migration

alter table read.clocks drop column next_at, drop column next_rung, drop column chain_rung;
drop index if exists read.escalations_coalesce_expr_id_idx;
alter table read.escalations
  drop column csm_id, drop column contact_name, drop column contact_email, drop column acknowledged_at;
