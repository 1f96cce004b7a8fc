import type { ExpressionBuilder } from 'kysely';
import type { EscalationEvent } from '../../../domain/escalation/events';
import { storable } from './canonical';
import type { Database } from './database';
import type { Tables } from './tables';

/** What is to be raised; `decide` gives the events that raise it under the ref it gets. */
export interface RaiseReservation {
  escalationId: string;
  externalRef: string | null;
  decide: (ref: string) => EscalationEvent[];
}

/** An escalation that is raised, once and for all: retries get the same ref and the same events. */
export interface ReservedRaise {
  /** `exists`: another escalation has this external reference; its id, ref and events are the ones given. */
  outcome: 'reserved' | 'exists';
  escalationId: string;
  ref: string;
  events: EscalationEvent[];
}

interface StoredRaise {
  escalation_id: string;
  ref: string;
  events: EscalationEvent[];
}

/** A concurrent pair with the same external reference gives one escalation: the unique key decides which. */
export async function reserveRaise(db: Database, reservation: RaiseReservation): Promise<ReservedRaise> {
  const stored = (await find(db, reservation)) ?? (await insert(db, reservation)) ?? (await find(db, reservation));
  if (!stored) throw new Error(`the reservation of ${reservation.escalationId} vanished`);
  return {
    outcome: stored.escalation_id === reservation.escalationId ? 'reserved' : 'exists',
    escalationId: stored.escalation_id,
    ref: stored.ref,
    events: stored.events,
  };
}

/**
 * Whether something was raised under an external reference. What was withdrawn has it no more for a customer who comes
 * again, only for a list that is brought again: `withdrawnToo`.
 */
export async function isRaised(
  db: Database,
  externalRef: string,
  { escalationId, withdrawnToo }: { escalationId: string; withdrawnToo: boolean },
): Promise<boolean> {
  const row = await db.query
    .selectFrom('upstairs.raises')
    .select('ref')
    .where('external_ref', '=', externalRef)
    .where((eb) =>
      eb.or([eb.lit(withdrawnToo), eb('escalation_id', '=', escalationId), eb.not(eb.exists(withdrawn(eb)))]),
    )
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes the external reference from what was withdrawn, for another escalation than that one. */
export async function freeWithdrawnRef(db: Database, externalRef: string, escalationId: string): Promise<void> {
  await db.query
    .updateTable('upstairs.raises')
    .set({ external_ref: null })
    .where('external_ref', '=', externalRef)
    .where('escalation_id', '<>', escalationId)
    .where((eb) => eb.exists(withdrawn(eb)))
    .execute();
}

function withdrawn(eb: ExpressionBuilder<Tables, 'upstairs.raises'>) {
  return eb
    .selectFrom('read.escalations as escalation')
    .select('escalation.id')
    .whereRef('escalation.id', '=', 'upstairs.raises.escalation_id')
    .where('escalation.status', '=', 'withdrawn');
}

async function find(db: Database, { escalationId, externalRef }: RaiseReservation): Promise<StoredRaise | undefined> {
  return db.query
    .selectFrom('upstairs.raises')
    .select(['escalation_id', 'ref', 'events'])
    .where((eb) => eb.or([eb('escalation_id', '=', escalationId), eb('external_ref', '=', externalRef)]))
    .orderBy((eb) => eb('escalation_id', '=', escalationId), 'desc')
    .executeTakeFirst();
}

/** Waits for a concurrent insert of the same keys; undefined where that one came first. */
async function insert(db: Database, reservation: RaiseReservation): Promise<StoredRaise | undefined> {
  const { escalationId, externalRef, decide } = reservation;
  const next = await db.pool.query<{ number: number }>(`select nextval('upstairs.raise_number') as number`);
  const number = next.rows[0]?.number ?? 0;
  const events = storable(decide(`UP-${number}`));
  return db.query
    .insertInto('upstairs.raises')
    .values({ escalation_id: escalationId, number, external_ref: externalRef, events: JSON.stringify(events) })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['escalation_id', 'ref', 'events'])
    .executeTakeFirst();
}
