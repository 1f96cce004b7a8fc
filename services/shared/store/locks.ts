import { createHash } from 'node:crypto';

/** Our advisory locks, apart from those of other programs in the same database. The migrations name the first one too. */
const ONE_OF_A_KIND = 1_970_304_884;
const PER_ESCALATION = 1_970_304_885;
const PER_SAVER = 1_970_304_886;

/** Held shared by whoever writes to the read model, alone by whoever swaps it. */
const READ_MODEL = 2;
const REBUILD = 3;

/** Begins a transaction that records one escalation: no other does so meanwhile, and the read model is not swapped. */
export function beginRecording(escalationId: string): string {
  return `begin; select pg_advisory_xact_lock_shared(${ONE_OF_A_KIND}, ${READ_MODEL}), pg_advisory_xact_lock(${PER_ESCALATION}, ${keyOf(escalationId)})`;
}

/** Begins a transaction in which nobody else saves a view for this person, so that they can be counted. */
export function beginSaving(personId: string): string {
  return `begin; select pg_advisory_xact_lock(${PER_SAVER}, ${keyOf(personId)})`;
}

function keyOf(id: string): number {
  return createHash('sha256').update(id).digest().readInt32BE(0);
}

/** One rebuild at a time; held by its connection. */
export const TRY_REBUILD = `select pg_try_advisory_lock(${ONE_OF_A_KIND}, ${REBUILD}) as mine`;

/** Begins a transaction in which nobody else writes to the read model, nor to the journal. */
export const BEGIN_SWAP = `begin; select pg_advisory_xact_lock(${ONE_OF_A_KIND}, ${READ_MODEL})`;
