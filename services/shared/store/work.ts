import { sql } from 'kysely';
import type { Expression, SqlBool } from 'kysely';
import type { Person } from '../../../domain/people';
import type { Database } from './database';
import type { StoredEscalation } from './escalations';
import { personOf } from './people';

/** A company is not deeper than this, also where two people are each other's managers. */
const DEEPEST = 10;

const BELOW = `with recursive below (id, depth) as (
    select id, 1 from upstairs.people where manager_id = $1
    union
    select people.id, below.depth + 1 from below join upstairs.people on people.manager_id = below.id
    where below.depth < ${DEEPEST}
  )
  select id, name, title, email, roles, function, manager_id, zone, available, left_at, absences from upstairs.directory
  where id in (select id from below) and id <> $1 order by id limit $2`;

/** Everybody who reports to somebody, directly or through others. */
export async function peopleBelow(db: Database, personId: string, limit: number): Promise<Person[]> {
  const { rows } = await db.pool.query<Parameters<typeof personOf>[0]>({
    name: 'work.below',
    text: BELOW,
    values: [personId, limit],
  });
  return rows.map(personOf);
}

/**
 * The escalations in which something may wait for one of these people, the next due first: those that they take part
 * in, and those whose chain has reached them.
 */
export async function escalationsOf(
  db: Database,
  personIds: readonly string[],
  limit: number,
): Promise<StoredEscalation[]> {
  if (personIds.length === 0) return [];
  const people = sql`any(${[...personIds]})`;
  return nextDue(
    db,
    sql<SqlBool>`(id in (select escalation_id from read.participants where person_id = ${people})
      or id in (select escalation_id from read.inbox where person_id = ${people} and kind = 'rung'))`,
    limit,
  );
}

/** Those that nobody has acknowledged yet, the next due first: they wait for whoever is on duty. */
export async function escalationsUnacknowledged(db: Database, limit: number): Promise<StoredEscalation[]> {
  return nextDue(db, sql<SqlBool>`stage = 'intake'`, limit);
}

async function nextDue(db: Database, condition: Expression<SqlBool>, limit: number): Promise<StoredEscalation[]> {
  const rows = await db.query
    .selectFrom('read.escalations')
    .select(['state', 'last_recorded_at'])
    .where(sql<SqlBool>`(status in ('open', 'paused', 'closed') or (status = 'settled' and due_at is not null))`)
    .where('quiet', '=', false)
    .where(condition)
    .orderBy(sql`coalesce(due_at, 9007199254740991)`)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ state, last_recorded_at: lastRecordedAt }) => ({ state, lastRecordedAt }));
}
