import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Absence, DirectoryExcerpt, Person, Role } from '../../../domain/people';
import type { Database } from './database';
import type { Tables } from './tables';
import { materialiseZone } from './zones';

/** A person as they are written into the directory: the zone by its name. */
export type PersonFacts = Omit<Person, 'zone' | 'absences' | 'leftAt'> & { zone: string };

/** Which people a list holds. */
export interface PeopleQuery {
  role?: Role;
  limit?: number;
  /** Ids after this one. */
  afterId?: string;
}

/** How many people were written, and the directory's version after it. */
export interface PeopleUpsert {
  changed: number;
  version: number;
}

type WrittenRow = Omit<Selectable<Tables['upstairs.people']>, 'created_at' | 'left_at'>;

/** A row of the directory; `absences` where they were read, those that are not over. */
type PersonRow = WrittenRow & { left_at: number | null; absences?: readonly Absence[] | null };

const COLUMNS = ['id', 'name', 'title', 'email', 'roles', 'function', 'manager_id', 'zone', 'available'] as const;
const READ = [...COLUMNS, 'left_at', 'absences'] as const;

/** A chain upwards is never longer than this, also where two people are each other's managers. */
const CHAIN_DEPTH = 10;

/** Writes people, new or changed; the directory's version rises only where somebody is not as before. */
export async function upsertPeople(db: Database, people: readonly PersonFacts[]): Promise<PeopleUpsert> {
  if (people.length === 0) return { changed: 0, version: await directoryVersion(db) };
  // The last line about a person holds: one statement may not write the same row twice.
  const rows = [...new Map(people.map((person) => [person.id, rowOf(person)])).values()];
  const list = COLUMNS.join(', ');
  const written = await db.pool.query(
    `insert into upstairs.people (${list})
      select ${list} from json_populate_recordset(null::upstairs.people, $1::json)
      on conflict (id) do update set ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}
      where (${COLUMNS.map((column) => `people.${column}`).join(', ')}) is distinct from
        (${COLUMNS.map((column) => `excluded.${column}`).join(', ')})`,
    [JSON.stringify(rows)],
  );
  return { changed: written.rowCount ?? 0, version: await directoryVersion(db) };
}

/** One person, or null. */
export async function findPerson(db: Database, id: string): Promise<Person | null> {
  const row = await db.query.selectFrom('upstairs.directory').select(READ).where('id', '=', id).executeTakeFirst();
  return row ? personOf(row) : null;
}

/** Those with a mail address, however it is spelt; two at most, which is one too many to know who is meant. */
export async function findPeopleByEmail(db: Database, email: string): Promise<Person[]> {
  const { rows } = await db.pool.query<PersonRow>(
    `select ${READ.join(', ')} from upstairs.directory where lower(email) = lower($1) order by id limit 2`,
    [email],
  );
  return rows.map(personOf);
}

/** Gives a person these roles and no other; the directory's version rises only where they are not as before. */
export async function setRoles(db: Database, id: string, roles: readonly Role[]): Promise<void> {
  await db.pool.query('update upstairs.people set roles = $2 where id = $1 and roles is distinct from $2::text[]', [
    id,
    roles,
  ]);
}

/** People by id. */
export async function listPeople(db: Database, query: PeopleQuery = {}): Promise<Person[]> {
  let select = db.query.selectFrom('upstairs.directory').select(READ).orderBy('id');
  if (query.role) select = select.where(sql<boolean>`${query.role} = any(roles)`);
  if (query.afterId !== undefined) select = select.where('id', '>', query.afterId);
  if (query.limit !== undefined) select = select.limit(query.limit);
  return (await select.execute()).map(personOf);
}

/** The names of people by id; who is unknown is left out. */
export async function namesOf(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const people = await db.query
    .selectFrom('upstairs.people')
    .select(['id', 'name'])
    .where('id', '=', sql<string>`any(${[...new Set(ids)]})`)
    .execute();
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** The version of the directory; rises whenever a person changes. */
export async function directoryVersion(db: Database): Promise<number> {
  const row = await db.query.selectFrom('upstairs.directory_version').select('version').executeTakeFirstOrThrow();
  return row.version;
}

const EXCERPT = `with recursive chain (id, depth) as (
    select unnest($1::text[]), 0
    union
    select next.id, chain.depth + 1 from chain cross join lateral (
      select manager_id as id from upstairs.people where people.id = chain.id and manager_id is not null
      union all
      select delegate_id from upstairs.absences
        where person_id = chain.id and delegate_id is not null and deleted_at is null
          and until_at > extract(epoch from now()) * 1000
    ) as next
    where chain.depth < ${CHAIN_DEPTH}
  )
  select (select version from upstairs.directory_version) as version,
    (select json_agg(to_json(directory) order by directory.id) from upstairs.directory where id in (select id from chain))
      as people`;

/** The people named, with everybody above them and all who stand in for them; who is unknown is left out. */
export async function excerpt(db: Database, ids: readonly string[]): Promise<DirectoryExcerpt> {
  const values = [[...new Set(ids)]];
  const { rows } = await db.pool.query<{ version: number; people: PersonRow[] | null }>({
    name: 'people.excerpt',
    text: EXCERPT,
    values,
  });
  return { version: rows[0]?.version ?? 0, people: (rows[0]?.people ?? []).map(personOf) };
}

function rowOf({ id, name, title, email, roles, function: of, managerId, zone, available }: PersonFacts): WrittenRow {
  return { id, name, title, email, roles: [...roles], function: of, manager_id: managerId, zone, available };
}

/** A row of the directory as the domain knows a person. */
export function personOf(row: PersonRow): Person {
  return {
    id: row.id,
    name: row.name,
    title: row.title,
    email: row.email,
    roles: row.roles,
    function: row.function,
    managerId: row.manager_id,
    zone: materialiseZone(row.zone),
    available: row.available,
    ...(row.absences && row.absences.length > 0 ? { absences: row.absences } : {}),
    ...(row.left_at === null ? {} : { leftAt: row.left_at }),
  };
}
