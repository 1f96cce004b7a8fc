import type { ClientBase } from 'pg';
import type { EscalationEvent } from '../../../domain/escalation/events';
import type { Facing, Sponsor } from '../../../domain/escalation/team/team';
import type { Database } from './database';

/** The sponsor that an account has of its own; null where it has none. */
export async function accountSponsor(db: Database, accountId: string): Promise<Sponsor | null> {
  const row = await db.query
    .selectFrom('upstairs.accounts')
    .select(['sponsor_id', 'sponsor_facing'])
    .where('id', '=', accountId)
    .executeTakeFirst();
  if (!row || row.sponsor_id === null) return null;
  return { personId: row.sponsor_id, facing: row.sponsor_facing as Facing, standing: true };
}

/**
 * Keeps for the account whom somebody named as its own sponsor in one of its escalations, in the transaction that writes
 * down that they did: by whichever way it came, and once.
 */
export async function keepAccountSponsor(
  client: ClientBase,
  accountId: string,
  fresh: readonly EscalationEvent[],
): Promise<void> {
  const named = fresh.findLast((event) => event.type === 'sponsor.named' && event.data.account === true);
  if (named?.type !== 'sponsor.named') return;
  const { sponsor } = named.data;
  await client.query({
    name: 'account-sponsors.keep',
    text: 'update upstairs.accounts set sponsor_id = $2, sponsor_facing = $3 where id = $1',
    values: [accountId, sponsor?.personId ?? null, sponsor?.facing ?? null],
  });
}
