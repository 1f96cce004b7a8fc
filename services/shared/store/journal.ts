import type { ClientBase } from 'pg';
import type { EscalationEvent } from '../../../domain/escalation/events';
import type { Database } from './database';
import type { RecordedEvent } from './projection';

/** An event as the timeline shows it. */
export type TimelineEvent = EscalationEvent & { recordedAt: number };

/** A page of an escalation's timeline, oldest first. */
export interface TimelineQuery {
  afterSeq?: number;
  limit: number;
  /** Only events of these types. */
  types?: readonly string[];
}

/** A page, and where the next one begins; null at the end. */
export interface TimelinePage {
  items: TimelineEvent[];
  nextAfterSeq: number | null;
}

/** That something happened, as the stream tells it. */
export interface JournalEntry {
  position: number;
  escalationId: string;
  seq: number;
  type: string;
  at: number;
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
    .orderBy('seq')
    .limit(query.limit + 1);
  if (query.types) select = select.where('type', 'in', [...query.types]);
  const rows = await select.execute();
  const items = rows.slice(0, query.limit).map((row) => ({ ...asEvent(row), recordedAt: row.recorded_at }));
  return { items, nextAfterSeq: rows.length > query.limit ? (items.at(-1)?.seq ?? null) : null };
}

/** The whole journal of an escalation after a seq, oldest first. */
export async function readAll(db: Database, escalationId: string, afterSeq = 0): Promise<TimelineEvent[]> {
  return (await readTimeline(db, escalationId, { afterSeq, limit: Number.MAX_SAFE_INTEGER - 1 })).items;
}

/** What happened after a position, in the order in which it became visible: a reader who goes on from there misses nothing. */
export async function readAfter(db: Database, position: number, limit: number): Promise<JournalEntry[]> {
  return db.query
    .selectFrom('upstairs.journal')
    .select(['position', 'escalation_id as escalationId', 'seq', 'type', 'at'])
    .where('position', '>', position)
    .orderBy('position')
    .limit(limit)
    .execute();
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
