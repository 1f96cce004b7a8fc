import { sql } from 'kysely';
import type { Database } from './database';

/** What an escalation still owes its customer, in numbers; moments are epoch milliseconds. */
export interface OwedCommitments {
  open: number;
  /** Past their date. */
  broken: number;
  /** The earliest date, passed or to come. */
  nextDueAt: number | null;
}

/** The commitments owed by the escalations of a list, by escalation; who owes none is not among them. */
export async function commitmentsOf(
  db: Database,
  escalationIds: readonly string[],
): Promise<Map<string, OwedCommitments>> {
  if (escalationIds.length === 0) return new Map();
  const rows = await db.query
    .selectFrom('read.commitments')
    .select([
      'escalation_id as id',
      sql<number>`count(*) filter (where state = 'open')`.as('open'),
      sql<number>`count(*) filter (where state = 'broken')`.as('broken'),
      sql<number>`min(due_at)`.as('nextDueAt'),
    ])
    .where('escalation_id', 'in', [...escalationIds])
    .where('state', 'in', ['open', 'broken'])
    .groupBy('escalation_id')
    .execute();
  return new Map(rows.map(({ id, ...owed }) => [id, owed]));
}
