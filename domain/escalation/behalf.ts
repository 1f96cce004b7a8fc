import type { Person } from '../people';
import { beforeOwner, onShift, responsibleFor, upwardsFrom } from './chain';
import { standInFor } from './presence';
import type { Clock, Escalation } from './state';

/** Whom a clock watches in the first place: before there is an owner whose shift it is, also where another answers. */
function watchedFirst(state: Escalation, clock: Clock, at: number): Person | null {
  const responsible = responsibleFor(state, clock, at);
  const shift = beforeOwner(state, clock) ? onShift(state, at) : null;
  return shift && standInFor(state, shift, at)?.id === responsible?.id ? shift : responsible;
}

/** In whose place somebody is reminded of a clock; null where it watches them. */
export function remindedFor(state: Escalation, clock: Clock, to: Person, at: number): Person | null {
  const watched = watchedFirst(state, clock, at);
  return watched && watched.id !== to.id ? watched : null;
}

/** In whose place somebody gets a rung of a clock's chain; null where they are in the line themselves. */
export function climbedFor(state: Escalation, clock: Clock, to: Person, at: number): Person | null {
  const responsible = responsibleFor(state, clock, at);
  const watched = watchedFirst(state, clock, at);
  const line = [...(watched ? [watched] : []), ...(responsible ? upwardsFrom(state, responsible.id) : [])];
  if (line.some(({ id }) => id === to.id)) return null;
  return line.find((one) => standInFor(state, one, at)?.id === to.id) ?? null;
}
