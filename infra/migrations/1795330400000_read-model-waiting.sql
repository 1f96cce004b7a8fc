-- Up Migration

-- Pauses, levels that people set, offers and the policy's own fields. Rows of before are folded anew when a release is
-- prepared (rebuild.ts).
alter table read.escalations
  add column pauses integer,
  add column paused_ms bigint,
  add column paused_since bigint,
  add column paused_until bigint,
  add column set_level text,
  add column set_until bigint,
  add column offered_to text,
  add column custom jsonb;
create index on read.escalations using gin (custom jsonb_path_ops);

alter table read.clocks add column left_ms bigint;

-- Down Migration

alter table read.clocks drop column left_ms;
alter table read.escalations
  drop column pauses, drop column paused_ms, drop column paused_since, drop column paused_until,
  drop column set_level, drop column set_until, drop column offered_to, drop column custom;
