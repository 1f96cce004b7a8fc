import { sql } from 'kysely';
import type { EscalationEvent, EventOf } from '../../../domain/escalation/events';
import type { AccountFacts } from '../../../domain/intake';
import type { Person } from '../../../domain/people';
import { factsOf } from './accounts';
import type { Database } from './database';
import { matchingEscalations } from './escalations';
import type { CommitmentRow } from './read-tables';

/** An escalation of an account, as far as its figures need it. */
export interface AccountEscalation {
  id: string;
  ref: string;
  status: string;
  root_cause: string | null;
  raised_at: number;
  last_at: number;
}

/** A promise of an account's escalation. */
export type AccountPromise = Pick<
  CommitmentRow,
  'escalation_id' | 'id' | 'text' | 'due_at' | 'responsible_id' | 'state' | 'kept_at' | 'moved'
>;

/** The events from which breaches and check-ins follow. */
export type AccountEvent = { escalationId: string } & (
  | EventOf<'clock.started'>
  | EventOf<'clock.breached'>
  | EventOf<'clock.met'>
  | EventOf<'check-in.attempted'>
  | EventOf<'step.completed'>
);

/** One account by its id, or null. */
export async function findAccount(db: Database, id: string): Promise<AccountFacts | null> {
  const row = await db.query.selectFrom('upstairs.accounts').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? factsOf(row) : null;
}

/** The escalations of an account that this person may see, the newest first. */
export async function accountEscalations(
  db: Database,
  accountId: string,
  visibleTo: Person,
  limit: number,
): Promise<AccountEscalation[]> {
  return matchingEscalations(db, { visibleTo, accountId: [accountId] })
    .select(['id', 'ref', 'status', 'root_cause', 'raised_at', 'last_at'])
    .orderBy('raised_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** What was promised in these escalations: what is owed first, by its date. */
export async function promisesIn(db: Database, ids: readonly string[], limit: number): Promise<AccountPromise[]> {
  if (ids.length === 0) return [];
  return db.query
    .selectFrom('read.commitments')
    .select(['escalation_id', 'id', 'text', 'due_at', 'responsible_id', 'state', 'kept_at', 'moved'])
    .where('escalation_id', '=', sql<string>`any(${[...ids]})`)
    .orderBy(sql`state not in ('open', 'broken')`)
    .orderBy(sql`case when state in ('open', 'broken') then due_at else -due_at end`)
    .orderBy('escalation_id')
    .orderBy('id')
    .limit(limit)
    .execute();
}

const EVENTS = `select escalation_id, seq, at, actor, type, data from upstairs.journal
  where escalation_id = any($1)
    and type in ('clock.started', 'clock.breached', 'clock.met', 'check-in.attempted', 'step.completed')
    and (type <> 'step.completed' or data ->> 'step' = 'check-in')
  order by escalation_id, seq`;

/** What happened to the clocks of these escalations, and their check-ins, each oldest first. */
export async function accountEvents(db: Database, ids: readonly string[]): Promise<AccountEvent[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.pool.query<EscalationEvent & { escalation_id: string }>(EVENTS, [ids]);
  return rows.map(({ escalation_id: escalationId, ...event }) => ({ ...event, escalationId }) as AccountEvent);
}
