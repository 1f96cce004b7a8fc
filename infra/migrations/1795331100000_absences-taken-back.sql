-- Up Migration

-- An absence that was taken back stays: for as long as it held, others decided in somebody's place.
alter table upstairs.absences
  add column deleted_at timestamptz,
  add column deleted_by text,
  add check ((deleted_at is null) = (deleted_by is null));
drop index upstairs.absences_person_id_until_at_idx;
create index on upstairs.absences (person_id, until_at) where deleted_at is null;

create or replace view upstairs.directory as
  select id, name, title, email, roles, function, manager_id, zone, available, left_at,
    (select json_agg(json_build_object('fromAt', from_at, 'untilAt', until_at, 'delegateId', delegate_id) order by from_at)
      from (
        select from_at, until_at, delegate_id from upstairs.absences
        where person_id = people.id and deleted_at is null and until_at > extract(epoch from now()) * 1000
        order by from_at limit 20
      ) as coming) as absences
  from upstairs.people;

-- Down Migration

create or replace view upstairs.directory as
  select id, name, title, email, roles, function, manager_id, zone, available, left_at,
    (select json_agg(json_build_object('fromAt', from_at, 'untilAt', until_at, 'delegateId', delegate_id) order by from_at)
      from (
        select from_at, until_at, delegate_id from upstairs.absences
        where person_id = people.id and until_at > extract(epoch from now()) * 1000
        order by from_at limit 20
      ) as coming) as absences
  from upstairs.people;
delete from upstairs.absences where deleted_at is not null;
drop index upstairs.absences_person_id_until_at_idx;
alter table upstairs.absences drop column deleted_at, drop column deleted_by;
create index on upstairs.absences (person_id, until_at);
