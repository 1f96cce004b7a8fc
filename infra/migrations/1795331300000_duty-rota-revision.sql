-- Up Migration

-- Counts the changes: whoever writes says which one they have seen.
alter table upstairs.duty_rota add column revision integer not null default 1;

-- Down Migration

alter table upstairs.duty_rota drop column revision;
