-- Up Migration

-- The account's own executive sponsor, for what it raises from now on, and which way they face.
alter table upstairs.accounts
  add column sponsor_id text,
  add column sponsor_facing text,
  add check ((sponsor_id is null) = (sponsor_facing is null));
create index on upstairs.accounts (sponsor_id) where sponsor_id is not null;

-- Down Migration

alter table upstairs.accounts drop column sponsor_id, drop column sponsor_facing;
