-- Up Migration

-- `spec` is the policy as people wrote it; `body`, made from it, is what escalations are pinned to.
alter table upstairs.policies
  add column effective_from timestamptz,
  add column spec jsonb,
  add column drafted_by text,
  add column approved_by text,
  add column note text;
update upstairs.policies set effective_from = created_at;
alter table upstairs.policies
  alter column effective_from set not null,
  alter column effective_from set default now();
create index on upstairs.policies (effective_from, version);

create table upstairs.policy_drafts (
  id uuid primary key,
  title text not null,
  body jsonb not null,
  based_on integer not null,
  state text not null default 'draft',
  -- Counts the changes: whoever writes says which one they have seen.
  revision integer not null default 1,
  author_id text not null,
  -- Everybody who has written in it: none of them approves it.
  writer_ids text[] not null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  changed_by text not null,
  decided_by text,
  decided_at timestamptz,
  note text,
  version integer
);
create index on upstairs.policy_drafts (state, changed_at);

-- Down Migration

drop table upstairs.policy_drafts;
alter table upstairs.policies
  drop column effective_from, drop column spec, drop column drafted_by, drop column approved_by, drop column note;
