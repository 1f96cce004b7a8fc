import type { Escalation } from '../../../domain/escalation/state';

/** Freezes a state and what it holds one level down, so that a decision which changes it in place fails at once. */
export function freeze(state: Escalation): Escalation {
  Object.freeze(state.clocks);
  for (const clock of state.clocks) {
    if (Object.isFrozen(clock)) continue;
    Object.freeze(clock);
    if (clock.chain) Object.freeze(clock.chain);
  }
  for (const list of [
    state.steps,
    state.commitments,
    state.deliveries,
    state.rungs,
    state.unheard,
    state.unreachedAt,
  ]) {
    if (Object.isFrozen(list)) continue;
    Object.freeze(list);
    for (const one of list) Object.freeze(one);
  }
  Object.freeze(state.people);
  Object.freeze(state.complaint);
  Object.freeze(state.complaint.account);
  Object.freeze(state.lastActedAt);
  return Object.freeze(state);
}
