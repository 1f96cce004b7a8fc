import type { Level } from '../../../domain/priority';
import type { Database } from './database';

/** What an executive lends their weight to: open escalations by level, accounts, and how often they were briefed. */
export interface SponsorLoad {
  personId: string;
  name: string;
  title: string;
  open: Partial<Record<Level, number>>;
  accounts: number;
  briefs: number;
}

const LOADS = `select people.id as "personId", people.name, people.title,
    coalesce((select json_object_agg(level, number) from (
      select level, count(*)::int as number from read.escalations
      where sponsor_id = people.id and status in ('open', 'paused', 'closed') group by level
    ) as by_level), '{}') as open,
    (select count(*)::int from upstairs.accounts where sponsor_id = people.id) as accounts,
    (select count(*)::int from read.inbox
      where person_id = people.id and kind = 'sponsor-brief' and at >= $1) as briefs
  from upstairs.people
  where roles && array['executive', 'vp']
    or exists (select from read.escalations where sponsor_id = people.id and status in ('open', 'paused', 'closed'))
  order by people.name, people.id limit $2`;

/**
 * Everybody who sponsors something or may, by name.
 * @param briefsSince epoch milliseconds: briefs from then on are counted
 */
export async function sponsorLoads(db: Database, briefsSince: number, limit: number): Promise<SponsorLoad[]> {
  const { rows } = await db.pool.query<SponsorLoad>({
    name: 'sponsors.loads',
    text: LOADS,
    values: [briefsSince, limit],
  });
  return rows;
}

/** How many open escalations each of these people sponsors; who sponsors none is left out. */
export async function sponsored(db: Database, personIds: readonly string[]): Promise<Map<string, number>> {
  if (personIds.length === 0) return new Map();
  const rows = await db.query
    .selectFrom('read.escalations')
    .select(({ fn }) => ['sponsor_id as id', fn.countAll<number>().as('count')])
    .where('sponsor_id', 'in', [...personIds])
    .where('status', 'in', ['open', 'paused', 'closed'])
    .groupBy('sponsor_id')
    .execute();
  return new Map(rows.flatMap(({ id, count }) => (id === null ? [] : [[id, count] as const])));
}
