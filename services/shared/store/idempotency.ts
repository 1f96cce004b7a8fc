import { randomUUID } from 'node:crypto';
import type { Database } from './database';

/** A request that may come again: who asks for what under which key, and the hash of its body. */
export interface IdempotentRequest {
  principal: string;
  route: string;
  key: string;
  bodyHash: string;
}

/**
 * What is known of such a request: nobody has answered it (do so, then `finish` or `abandon` by the lease), this was
 * the answer, somebody is answering it, or the key was used with another body.
 */
export type IdempotencyAnswer =
  | { outcome: 'fresh'; lease: string }
  | { outcome: 'replay'; status: number; body: unknown }
  | { outcome: 'in-flight' }
  | { outcome: 'mismatch' };

interface KeyRow {
  lease: string;
  body_hash: string;
  status: number | null;
  response: unknown;
}

/** Keys are forgotten after a day; whoever takes a lease must answer within 30 s, or a retry takes over. */
const BEGIN = `insert into upstairs.idempotency_keys as known (principal, route, key, body_hash, lease, lease_until)
  values ($1, $2, $3, $4, $5, now() + interval '30 seconds')
  on conflict (principal, route, key) do update set
    body_hash = excluded.body_hash, lease = excluded.lease, lease_until = excluded.lease_until,
    status = null, response = null,
    created_at = case when known.created_at < now() - interval '24 hours' then now() else known.created_at end
  where known.created_at < now() - interval '24 hours'
    or (known.status is null and known.lease_until < now() and known.body_hash = excluded.body_hash)
  returning lease`;

/** Takes the lease on a request, or tells why not. */
export async function beginIdempotent(db: Database, request: IdempotentRequest): Promise<IdempotencyAnswer> {
  await purge(db);
  const lease = randomUUID();
  const { principal, route, key, bodyHash } = request;
  const taken = await db.pool.query(BEGIN, [principal, route, key, bodyHash, lease]);
  if (taken.rowCount === 1) return { outcome: 'fresh', lease };
  const { rows } = await db.pool.query<KeyRow>(
    `select lease, body_hash, status, response from upstairs.idempotency_keys
      where principal = $1 and route = $2 and key = $3`,
    [principal, route, key],
  );
  const [known] = rows;
  // Abandoned between the two statements: whoever tries again gets the lease.
  if (!known) return { outcome: 'in-flight' };
  if (known.body_hash !== bodyHash) return { outcome: 'mismatch' };
  if (known.status === null) return { outcome: 'in-flight' };
  return { outcome: 'replay', status: known.status, body: known.response };
}

/** Keeps the answer for retries; the first one holds, whoever took over. */
export async function finishIdempotent(
  db: Database,
  { principal, route, key }: IdempotentRequest,
  answer: { status: number; body: unknown },
): Promise<void> {
  await db.pool.query(
    `update upstairs.idempotency_keys set status = $4, response = $5::jsonb
      where principal = $1 and route = $2 and key = $3 and status is null`,
    [principal, route, key, answer.status, JSON.stringify(answer.body ?? null)],
  );
}

/** Gives the lease back: nothing was done, and a retry may come at once. */
export async function abandonIdempotent(db: Database, request: IdempotentRequest, lease: string): Promise<void> {
  const { principal, route, key } = request;
  await db.pool.query(
    `delete from upstairs.idempotency_keys
      where principal = $1 and route = $2 and key = $3 and lease = $4 and status is null`,
    [principal, route, key, lease],
  );
}

const PURGE_EVERY_MS = 10 * 60 * 1_000;
const purgedAt = new WeakMap<Database, number>();

/** On the way, now and then: no timer of our own. */
async function purge(db: Database): Promise<void> {
  const now = Date.now();
  if (now - (purgedAt.get(db) ?? 0) < PURGE_EVERY_MS) return;
  purgedAt.set(db, now);
  await db.pool.query(`delete from upstairs.idempotency_keys where created_at < now() - interval '24 hours'`);
}
