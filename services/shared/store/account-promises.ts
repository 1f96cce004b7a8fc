import type { Database } from './database';

/** Whether a promise of the table `commitment` was not kept by its date. */
const WAS_BROKEN = `(commitment.state in ('broken', 'replaced')
  or (commitment.state = 'kept' and commitment.kept_at > commitment.due_at))`;

const BROKEN = `select count(*)::integer as broken from read.escalations as escalation
  join read.commitments as commitment on commitment.escalation_id = escalation.id
  where escalation.account_id = $1 and ${WAS_BROKEN}`;

/** How many promises to this customer were not kept by their date, in all of their escalations. */
export async function brokenPromisesTo(db: Database, accountId: string): Promise<number> {
  const { rows } = await db.pool.query<{ broken: number }>({
    name: 'account.broken-promises',
    text: BROKEN,
    values: [accountId],
  });
  return rows[0]?.broken ?? 0;
}
