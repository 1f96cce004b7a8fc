import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { circleWith, type Delegation } from '../absences/delegate-circle';
import type { Database } from './database';
import { transact } from './database';

/** What somebody writes of an absence. Moments are epoch milliseconds, `untilAt` excluded. */
export interface AbsenceFacts extends Delegation {
  note: string | null;
  writtenBy: string;
}

/** An absence of the directory. */
export interface StoredAbsence extends AbsenceFacts {
  id: string;
}

/** What became of an absence that was to be written. */
export type AbsenceWritten =
  | { outcome: 'added'; absence: StoredAbsence }
  | { outcome: 'overlap'; other: StoredAbsence }
  | { outcome: 'circle'; personIds: string[] }
  | { outcome: 'too-many' };

/** So many absences that are not over somebody has at most: an escalation carries them. */
export const MOST_ABSENCES = 20;

/** Those that hold: one that was taken back stays written down, and counts no more. */
const LIST = `select id, person_id as "personId", from_at as "fromAt", until_at as "untilAt", delegate_id as "delegateId",
    note, created_by as "writtenBy"
  from upstairs.absences where deleted_at is null`;

/** A person's absences, the last one first; those that are long over are left out. */
export async function listAbsences(db: Database, personId: string, endingAfter: number): Promise<StoredAbsence[]> {
  const { rows } = await db.pool.query<StoredAbsence>(
    `${LIST} and person_id = $1 and until_at > $2 order by from_at desc, id limit 200`,
    [personId, endingAfter],
  );
  return rows;
}

/**
 * Adds an absence, unless the person is away then already, or a circle of delegates would close. Absences are written
 * one at a time, so that no two of them close a circle between them.
 */
export async function addAbsence(db: Database, facts: AbsenceFacts, now: number): Promise<AbsenceWritten> {
  return transact(db, async (client) => {
    await client.query('lock table upstairs.absences in share row exclusive mode');
    const coming = await client.query<StoredAbsence>(`${LIST} and until_at > $1`, [Math.min(now, facts.fromAt)]);
    const own = coming.rows.filter(({ personId }) => personId === facts.personId);
    const other = own.find(({ fromAt, untilAt }) => fromAt < facts.untilAt && untilAt > facts.fromAt);
    if (other) return { outcome: 'overlap', other };
    if (own.filter(({ untilAt }) => untilAt > now).length >= MOST_ABSENCES) return { outcome: 'too-many' };
    const personIds = circleWith(facts, coming.rows);
    if (personIds) return { outcome: 'circle', personIds };
    return { outcome: 'added', absence: await insert(client, facts) };
  });
}

async function insert(client: ClientBase, facts: AbsenceFacts): Promise<StoredAbsence> {
  const id = randomUUID();
  const { personId, fromAt, untilAt, delegateId, note, writtenBy } = facts;
  await client.query(
    `insert into upstairs.absences (id, person_id, from_at, until_at, delegate_id, note, created_by)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, personId, fromAt, untilAt, delegateId, note, writtenBy],
  );
  return { ...facts, id };
}

/** Takes an absence back; false where this person has none with this id. */
export async function takeBackAbsence(db: Database, personId: string, id: string, byId: string): Promise<boolean> {
  const { rowCount } = await db.pool.query(
    `update upstairs.absences set deleted_at = now(), deleted_by = $3
      where id = $1 and person_id = $2 and deleted_at is null`,
    [id, personId, byId],
  );
  return rowCount === 1;
}
