import { sql } from 'kysely';
import type { SqlBool } from 'kysely';
import type { ClientBase } from 'pg';
import type { EscalationEvent } from '../../../domain/escalation/events';
import type { Database } from './database';
import type { RecordedEvent } from './projection';

/** An event as the timeline shows it. */
export type TimelineEvent = EscalationEvent & { recordedAt: number };

/** A page of an escalation's timeline, oldest first. */
export interface TimelineQuery {
  afterSeq?: number;
  beforeSeq?: number;
  newestFirst?: boolean;
  limit: number;
  /** Only events whose type begins with one of these. */
  types?: readonly string[];
}

/** A page, and the seq that the next one goes on from, in the same order; null at the end. */
export interface TimelinePage {
  items: TimelineEvent[];
  nextFromSeq: number | null;
}

interface JournalRow {
  seq: number;
  type: string;
  at: number;
  recorded_at: number;
  actor: EscalationEvent['actor'];
  data: unknown;
}

const asEvent = ({ seq, type, at, actor, data }: JournalRow) => ({ seq, at, actor, type, data }) as EscalationEvent;

/** Reads a page of an escalation's timeline. */
export async function readTimeline(db: Database, escalationId: string, query: TimelineQuery): Promise<TimelinePage> {
  let select = db.query
    .selectFrom('upstairs.journal')
    .select(['seq', 'type', 'at', 'recorded_at', 'actor', 'data'])
    .where('escalation_id', '=', escalationId)
    .where('seq', '>', query.afterSeq ?? 0)
    .orderBy('seq', query.newestFirst ? 'desc' : 'asc')
    .limit(query.limit + 1);
  if (query.beforeSeq !== undefined) select = select.where('seq', '<', query.beforeSeq);
  if (query.types) select = select.where(sql<SqlBool>`type ^@ any(${[...query.types]})`);
  const rows = await select.execute();
  const items = rows.slice(0, query.limit).map((row) => ({ ...asEvent(row), recordedAt: row.recorded_at }));
  return { items, nextFromSeq: rows.length > query.limit ? (items.at(-1)?.seq ?? null) : null };
}

/** The whole journal of an escalation after a seq, oldest first. */
export async function readAll(db: Database, escalationId: string, afterSeq = 0): Promise<TimelineEvent[]> {
  return (await readTimeline(db, escalationId, { afterSeq, limit: Number.MAX_SAFE_INTEGER - 1 })).items;
}

/** What was said when a step was completed in a round; null where the journal does not hold it yet. */
export async function wordsOfStep(
  db: Database,
  escalationId: string,
  { step, round }: { step?: unknown; round?: unknown },
): Promise<{ body: unknown } | null> {
  const { rows } = await db.pool.query<{ body: unknown }>(
    `select data -> 'body' as body from upstairs.journal
      where escalation_id = $1 and type = 'step.completed' and data ->> 'step' = $2 and data ->> 'round' = $3
      order by seq desc limit 1`,
    [escalationId, step, String(round)],
  );
  return rows[0] ?? null;
}

/** The position of the newest event; 0 where nothing has happened yet. */
export async function latestPosition(db: Database): Promise<number> {
  const row = await db.query
    .selectFrom('upstairs.journal')
    .select(({ fn }) => fn.max('position').as('position'))
    .executeTakeFirst();
  return row?.position ?? 0;
}

const RECORDED = `select escalation_id, seq, type, at, recorded_at, actor, data from upstairs.journal
  where escalation_id = any($1) order by escalation_id, seq`;

/** The journals of some escalations, one after the other, each oldest first. */
export async function readRecorded(
  client: ClientBase,
  escalationIds: readonly string[],
): Promise<(RecordedEvent & { escalationId: string })[]> {
  const { rows } = await client.query<JournalRow & { escalation_id: string }>(RECORDED, [escalationIds]);
  return rows.map((row) => ({
    escalationId: row.escalation_id,
    event: asEvent(row),
    recordedAt: row.recorded_at,
  }));
}
