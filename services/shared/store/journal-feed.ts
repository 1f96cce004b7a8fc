import { sql } from 'kysely';
import type { EscalationEvent } from '../../../domain/escalation/events';
import type { Database } from './database';
import { groupBy } from './grouping';

/** An event of some escalation at its place in the journal of all. */
export interface FeedEntry {
  position: number;
  escalationId: string;
  /** Null where the read model does not hold the escalation. */
  ref: string | null;
  /** As it is now. */
  level: string | null;
  /** Without the policy, the plan, the people and the narrative, which are large and nothing that happened. */
  event: EscalationEvent;
}

const LARGE = sql`array['policy', 'plan', 'directory', 'people']`;

function selectFeed(db: Database) {
  return db.query
    .selectFrom('upstairs.journal as journal')
    .leftJoin('read.escalations as escalation', 'escalation.id', 'journal.escalation_id')
    .select(['journal.position', 'journal.escalation_id', 'escalation.ref', 'escalation.level'])
    .select(['journal.seq', 'journal.type', 'journal.at', 'journal.actor'])
    .select(sql<unknown>`(journal.data - ${LARGE}) #- '{complaint,narrative}'`.as('data'));
}

type FeedRow = Awaited<ReturnType<ReturnType<typeof selectFeed>['execute']>>[number];

/** What happened after a position, in the order in which it became visible: a reader who goes on from there misses nothing. */
export async function readFeed(db: Database, position: number, limit: number): Promise<FeedEntry[]> {
  const rows = await selectFeed(db)
    .where('journal.position', '>', position)
    .orderBy('journal.position')
    .limit(limit)
    .execute();
  return rows.map(entryOf);
}

/** The newest that happened, in the same order. */
export async function readNewestFeed(db: Database, limit: number): Promise<FeedEntry[]> {
  const rows = await selectFeed(db).orderBy('journal.position', 'desc').limit(limit).execute();
  return rows.reverse().map(entryOf);
}

/** Who takes part in these escalations, as it is now. */
export async function participantsOfAll(
  db: Database,
  escalationIds: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
  const rows = await db.query
    .selectFrom('read.participants')
    .select(['escalation_id', 'person_id'])
    .where('escalation_id', '=', sql<string>`any(${[...escalationIds]})`)
    .execute();
  const byEscalation = groupBy(rows, ({ escalation_id }) => escalation_id);
  return new Map([...byEscalation].map(([id, some]) => [id, new Set(some.map(({ person_id }) => person_id))]));
}

function entryOf({ position, escalation_id, ref, level, seq, type, at, actor, data }: FeedRow): FeedEntry {
  return {
    position,
    escalationId: escalation_id,
    ref,
    level,
    event: { seq, type, at, actor, data } as EscalationEvent,
  };
}
