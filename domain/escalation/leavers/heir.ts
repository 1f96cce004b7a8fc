import type { Person, Role } from '../../people';
import { holdsAny, isHere, MAY_OWN } from '../../people';
import { isTheirOwn } from '../approvals/deciders';
import { dutyManager, upwardsFrom } from '../chain';
import type { Escalation } from '../state';
import type { Place, PlaceKind } from './leaver';

/** Places that need somebody of a certain standing. */
const NEEDS: Partial<Record<PlaceKind, readonly Role[]>> = {
  owner: MAY_OWN,
  signer: MAY_OWN,
  sponsor: ['executive', 'vp'],
};

/** Places that end with who held them, where there is no other for them. */
export const MAY_BE_EMPTY: readonly PlaceKind[] = ['team', 'hand-over', 'sponsor'];

/**
 * Who gets what somebody leaves behind: the first person above them who is here, else the duty manager. Nobody gets a
 * decision that they may not make: one that they asked for themselves, or on what they own.
 */
export function heirOf(state: Escalation, leaverId: string, place: Place, at: number): Person | null {
  if (place.kind === 'team' || place.kind === 'hand-over') return null;
  const duty = dutyManager(state, at);
  const candidates = [...upwardsFrom(state, leaverId), ...(duty ? [duty] : [])];
  return candidates.find((one) => one.id !== leaverId && isHere(one, at) && mayTake(state, one, place)) ?? null;
}

function mayTake(state: Escalation, one: Person, { kind, id }: Place): boolean {
  if (kind === 'approval') return !state.approvals.some((asked) => asked.id === id && isTheirOwn(state, asked, one.id));
  // The sponsor lends weight and is never the owner (docs/process.md "People").
  if (kind === 'owner' && state.sponsor?.personId === one.id) return false;
  if (kind === 'sponsor' && state.ownerId === one.id) return false;
  const needed = NEEDS[kind];
  return needed === undefined || holdsAny(one, needed);
}
