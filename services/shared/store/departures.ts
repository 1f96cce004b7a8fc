import type { Database } from './database';

/** Nothing that opened anything before somebody left opens it again, also where they come back later. */
const SET_LEFT = `with before as (select id, left_at from upstairs.people where id = $1 for update),
  changed as (
    update upstairs.people set left_at = $2 from before
    where people.id = before.id and people.left_at is distinct from $2
  ),
  gone as (select id from before where least(left_at, $2::bigint) <= $3),
  revoked as (
    update upstairs.api_keys set revoked_at = now() from gone where person_id = gone.id and revoked_at is null
  ),
  signed_out as (delete from upstairs.sessions using gone where sess ->> 'personId' = gone.id)
  select id from before`;

/**
 * Says since when somebody is with the company no more, or that they are back (null); false where nobody has this id.
 * Where the one or the other has come to pass, their keys and sessions have ended for good.
 * @param leftAt epoch milliseconds
 */
export async function setLeft(db: Database, id: string, leftAt: number | null): Promise<boolean> {
  const { rows } = await db.pool.query<{ id: string }>(SET_LEFT, [id, leftAt, Date.now()]);
  return rows.length === 1;
}
