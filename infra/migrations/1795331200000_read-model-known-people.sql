-- Up Migration

-- Whom an escalation knows, so that a change of the directory finds those that it concerns without reading their states.
alter table read.escalations add column known_ids text[];
create index on read.escalations using gin (known_ids);

-- Down Migration

alter table read.escalations drop column known_ids;
