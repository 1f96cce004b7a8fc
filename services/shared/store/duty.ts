import type { DutyShift } from '../../../domain/duty';
import type { Rota } from '../duty/rota.schema';
import type { Stretch } from '../duty/written-shifts';
import type { Database } from './database';
import { transact } from './database';

/** The rota as it was last written. */
export interface StoredRota {
  rota: Rota;
  /** Counts the changes; 0: nobody has written any. */
  revision: number;
  changedBy: string | null;
  changedAt: number | null;
}

/** The rota; one without shifts where nobody has written any. */
export async function readRota(db: Database): Promise<StoredRota> {
  const { rows } = await db.pool.query<{ body: Rota; revision: number; changed_by: string; changed_at: number }>(
    'select body, revision, changed_by, changed_at from upstairs.duty_rota',
  );
  const [row] = rows;
  if (!row) return { rota: { shifts: [], cover: [] }, revision: 0, changedBy: null, changedAt: null };
  return { rota: row.body, revision: row.revision, changedBy: row.changed_by, changedAt: row.changed_at };
}

/**
 * Puts a rota in the place of the one before; the same again changes nothing. Answers whether it stands now.
 * @param seen the revision that was read: written over no other; absent: over any
 */
export async function writeRota(db: Database, rota: Rota, changedBy: string, seen?: number): Promise<boolean> {
  const { rows } = await db.pool.query<{ stands: boolean }>(
    `with written as (
        insert into upstairs.duty_rota (body, changed_by)
          select $1::jsonb, $2::text where coalesce($3::integer, 0) = 0 or exists (select from upstairs.duty_rota)
        on conflict (singleton) do update set body = excluded.body, changed_by = excluded.changed_by,
            changed_at = now(), revision = duty_rota.revision + 1
          where duty_rota.body is distinct from excluded.body and duty_rota.revision = coalesce($3, duty_rota.revision)
        returning 1)
      select exists (select from written) or exists (select from upstairs.duty_rota where body = $1::jsonb) as stands`,
    [JSON.stringify(rota), changedBy, seen],
  );
  return rows[0]?.stands ?? false;
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
    // One after the other: of two at once neither would see the rows of the other, and both would insert theirs.
    await client.query('lock table upstairs.duty_feed in share row exclusive mode');
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
