import { sql } from 'kysely';
import { HOUR_MS } from '../../../domain/duration';
import type { Person } from '../../../domain/people';
import type { Database } from './database';
import { isDueWithin, isOverdue, owedWithin } from './escalation-filters';
import type { EscalationFilters, Span } from './escalation-filters';
import { matchingEscalations } from './escalations';

/** How many of the escalations of one stage and level stand how. */
export interface Tally {
  stage: string | null;
  level: string;
  total: number;
  overdue: number;
  dueWithinHour: number;
  unacknowledged: number;
  nobodyNotified: number;
  breached: number;
  /** How long they were paused, and how long they lived since they were raised, until their closure. */
  pausedMs: number;
  lifeMs: number;
}

/** The escalations that match, counted by stage and level; each count says what the filter of its name says. */
export async function tallyEscalations(
  db: Database,
  query: EscalationFilters & { visibleTo: Person },
): Promise<Tally[]> {
  const now = Date.now();
  return matchingEscalations(db, query)
    .select([
      'stage',
      'level',
      sql<number>`count(*)`.as('total'),
      sql<number>`count(*) filter (where ${isOverdue(now)})`.as('overdue'),
      sql<number>`count(*) filter (where ${isDueWithin(HOUR_MS, now)})`.as('dueWithinHour'),
      sql<number>`count(*) filter (where acknowledged_at is null)`.as('unacknowledged'),
      sql<number>`count(*) filter (where unheard)`.as('nobodyNotified'),
      sql<number>`count(*) filter (where breached)`.as('breached'),
      sql<number>`coalesce(sum(paused_ms + coalesce(${ownNow(now)} - paused_since, 0)), 0)::float8`.as('pausedMs'),
      sql<number>`coalesce(sum(${endOfLife(now)} - raised_at), 0)::float8`.as('lifeMs'),
    ])
    .groupBy(['stage', 'level'])
    .execute();
}

/** The escalation's own now. */
function ownNow(now: number) {
  return sql<number>`(${now}::bigint + greatest(0, last_at - last_recorded_at))`;
}

/** As `pausedTime` has it (domain/escalation/pause/paused-time.ts). */
function endOfLife(now: number) {
  return sql<number>`coalesce(closed_at, case when status in ('withdrawn', 'merged') then last_at else ${ownNow(now)} end)`;
}

/** How many commitments of the escalations that match are owed with a date in this span. */
export async function countPromised(
  db: Database,
  query: EscalationFilters & { visibleTo: Person },
  span: Span,
): Promise<number> {
  const matching = matchingEscalations(db, query).select(['id', 'last_at', 'last_recorded_at']).as('escalations');
  const { count } = await db.query
    .selectFrom(matching)
    .innerJoin('read.commitments as commitment', (join) => join.on(owedWithin(span)))
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
