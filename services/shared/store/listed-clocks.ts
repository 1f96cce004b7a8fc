import type { Database } from './database';
import { groupBy } from './grouping';
import type { ClockRow } from './read-tables';

/** The clocks of the escalations of a list that still watch something, by escalation, the next due first. */
export async function clocksOf(db: Database, escalationIds: readonly string[]): Promise<Map<string, ClockRow[]>> {
  if (escalationIds.length === 0) return new Map();
  const rows = await db.query
    .selectFrom('read.clocks')
    .selectAll()
    .where('escalation_id', 'in', [...escalationIds])
    .where('met_at', 'is', null)
    .where('state', 'in', ['running', 'paused', 'breached'])
    .orderBy('due_at')
    .orderBy('id')
    .execute();
  return groupBy(rows, ({ escalation_id: id }) => id);
}
