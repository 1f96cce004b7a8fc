import type { ClientBase } from 'pg';
import type { EscalationEvent } from '../../../domain/escalation/events';
import type { Database } from './database';
import { readRecorded } from './journal';

/** An escalation, with what tells its own now. */
export interface RecordedEscalation {
  id: string;
  lastAt: number;
  lastRecordedAt: number;
}

/** Those that were raised since a moment, the newest first. */
export async function raisedSince(db: Database, sinceAt: number, limit: number): Promise<RecordedEscalation[]> {
  return db.query
    .selectFrom('read.escalations')
    .select(['id', 'last_at as lastAt', 'last_recorded_at as lastRecordedAt'])
    .where('raised_at', '>=', sinceAt)
    .orderBy('raised_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** The whole journals of some escalations, by their id. */
export async function journalsOf(client: ClientBase, ids: readonly string[]): Promise<Map<string, EscalationEvent[]>> {
  const journals = new Map<string, EscalationEvent[]>(ids.map((id) => [id, []]));
  for (const { escalationId, event } of await readRecorded(client, ids)) journals.get(escalationId)?.push(event);
  return journals;
}
