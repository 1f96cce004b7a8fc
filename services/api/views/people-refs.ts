import type { Escalation } from '../../../domain/escalation/state';

/** A person where only who it is matters. */
export interface PersonRef {
  id: string;
  name: string;
}

/** A person of the escalation; somebody whom it does not know keeps their id as name. */
export function personRef(state: Escalation, id: string): PersonRef {
  return { id, name: state.people[id]?.name ?? id };
}

/** The same where there may be nobody. */
export function personRefOrNull(state: Escalation, id: string | null): PersonRef | null {
  return id === null ? null : personRef(state, id);
}
