import type { Person } from '../people';
import type { Escalation } from './state';

/** The person with this id, if the escalation knows them; `constructor` and the like are nobody's id. */
export function knownPerson(state: Pick<Escalation, 'people'>, id: string | null | undefined): Person | null {
  return id && Object.hasOwn(state.people, id) ? (state.people[id] ?? null) : null;
}
