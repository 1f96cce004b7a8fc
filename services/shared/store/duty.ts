import type { DutyShift } from '../../../domain/duty';
import type { Rota } from '../duty/rota.schema';
import type { Stretch } from '../duty/written-shifts';
import type { Database } from './database';
import { transact } from './database';

/** The rota as it was last written. */
export interface StoredRota {
  rota: Rota;
  changedBy: string | null;
  changedAt: number | null;
}

/** The rota; one without shifts where nobody has written any. */
export async function readRota(db: Database): Promise<StoredRota> {
  const { rows } = await db.pool.query<{ body: Rota; changed_by: string; changed_at: number }>(
    'select body, changed_by, changed_at from upstairs.duty_rota',
  );
  const [row] = rows;
  if (!row) return { rota: { shifts: [], cover: [] }, changedBy: null, changedAt: null };
  return { rota: row.body, changedBy: row.changed_by, changedAt: row.changed_at };
}

/** Puts a rota in the place of the one before; the same again changes nothing. */
export async function writeRota(db: Database, rota: Rota, changedBy: string): Promise<void> {
  await db.pool.query(
    `insert into upstairs.duty_rota (body, changed_by) values ($1, $2)
      on conflict (singleton) do update set body = excluded.body, changed_by = excluded.changed_by, changed_at = now()
      where duty_rota.body is distinct from excluded.body`,
    [JSON.stringify(rota), changedBy],
  );
}

/** The shifts of the feed that touch a time, the earliest first. */
export async function feedShifts(db: Database, { fromAt, toAt }: Stretch): Promise<DutyShift[]> {
  const { rows } = await db.pool.query<DutyShift>(
    `select from_at as "fromAt", to_at as "toAt", person_id as "personId" from upstairs.duty_feed
      where to_at > $1 and from_at < $2 order by position`,
    [fromAt, toAt],
  );
  return rows;
}

/** Puts the shifts of a feed in the place of those before. */
export async function writeFeed(db: Database, shifts: readonly DutyShift[]): Promise<void> {
  const rows = shifts.map(({ fromAt, toAt, personId }, position) => ({
    position,
    from_at: fromAt,
    to_at: toAt,
    person_id: personId,
  }));
  await transact(db, async (client) => {
    await client.query('delete from upstairs.duty_feed');
    await client.query(
      `insert into upstairs.duty_feed (position, from_at, to_at, person_id)
        select position, from_at, to_at, person_id from json_populate_recordset(null::upstairs.duty_feed, $1::json)`,
      [JSON.stringify(rows)],
    );
  });
}

/** How many shifts the feed has, and when the last of them ends; null where there is no feed. */
export async function feedExtent(db: Database): Promise<{ shifts: number; untilAt: number | null }> {
  const { rows } = await db.pool.query<{ shifts: number; untilAt: number | null }>(
    'select count(*)::bigint as shifts, max(to_at) as "untilAt" from upstairs.duty_feed',
  );
  return rows[0] ?? { shifts: 0, untilAt: null };
}
