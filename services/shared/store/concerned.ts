import type { ConcernedRequest } from '../../../activities/ports';
import { holdingsOf } from '../../../domain/escalation/leavers/holdings';
import type { PlaceKind } from '../../../domain/escalation/leavers/leaver';
import type { Escalation } from '../../../domain/escalation/state';
import type { Database } from './database';

/** Those in which something still happens. */
const ALIVE = `(status in ('open', 'paused', 'closed') or status = 'settled' and exists (
  select from read.clocks where escalation_id = escalations.id and met_at is null and state in ('running', 'paused', 'breached')))`;

/** The next escalations that a change of the directory concerns: those that know the person, or wait for whoever is on duty. */
export async function concernedEscalations(
  db: Database,
  { about, afterId, limit }: ConcernedRequest,
): Promise<string[]> {
  const concerned = about.kind === 'rota' ? "stage = 'intake' and $3::text is null" : 'known_ids @> array[$3]::text[]';
  const { rows } = await db.pool.query<{ id: string }>(
    `select id from read.escalations where ${ALIVE} and id > $1 and ${concerned} order by id limit $2`,
    [afterId ?? '', limit, about.kind === 'rota' ? null : about.personId],
  );
  return rows.map(({ id }) => id);
}

/** What somebody holds, over all escalations. */
export interface HeldByPerson {
  escalations: number;
  places: Partial<Record<PlaceKind, number>>;
}

const MOST_COUNTED = 5_000;
const PAGE = 200;

/** Counts what somebody holds in all escalations in which something still happens. */
export async function countHeld(db: Database, personId: string): Promise<HeldByPerson> {
  const held: HeldByPerson = { escalations: 0, places: {} };
  let afterId = '';
  for (let counted = 0; counted < MOST_COUNTED; counted += PAGE) {
    const { rows } = await db.pool.query<{ id: string; state: Escalation }>(
      `select id, state from read.escalations where ${ALIVE} and id > $1
        and id in (select escalation_id from read.participants where person_id = $2) order by id limit $3`,
      [afterId, personId, PAGE],
    );
    for (const { state } of rows) count(held, state, personId);
    if (rows.length < PAGE) break;
    afterId = rows.at(-1)?.id ?? '';
  }
  return held;
}

function count(held: HeldByPerson, state: Escalation, personId: string): void {
  const places = holdingsOf(state, personId);
  if (places.length > 0) held.escalations += 1;
  for (const { kind } of places) held.places[kind] = (held.places[kind] ?? 0) + 1;
}
