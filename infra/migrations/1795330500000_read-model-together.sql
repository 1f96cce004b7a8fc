-- Up Migration

-- Under which umbrella an escalation is, and into which one it was merged; the journal fills them in when it is folded
-- anew.
alter table read.escalations add column umbrella_id text, add column merged_into_id text;
create index on read.escalations (umbrella_id) where umbrella_id is not null;
create index on read.escalations (merged_into_id) where merged_into_id is not null;

-- Down Migration

alter table read.escalations drop column umbrella_id, drop column merged_into_id;
