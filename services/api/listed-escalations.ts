import type { Database } from '../shared/store/database';
import type { ListedEscalation } from '../shared/store/escalations';
import { clocksOf } from '../shared/store/listed-clocks';
import { commitmentsOf } from '../shared/store/listed-commitments';
import { escalationItemView } from './views/escalation-item-view';
import type { EscalationItemView } from './views/escalation.schema';

/** Rows of a list as JSON, with what other tables know of them. */
export async function itemViews(db: Database, rows: readonly ListedEscalation[]): Promise<EscalationItemView[]> {
  const ids = rows.map(({ id }) => id);
  const [clocks, commitments] = await Promise.all([clocksOf(db, ids), commitmentsOf(db, ids)]);
  return rows.map((row) =>
    escalationItemView(row, { clocks: clocks.get(row.id) ?? [], commitments: commitments.get(row.id) }),
  );
}
