import type { Person } from '../people';
import { isHere } from '../people';
import { knownPerson } from './known';
import type { Escalation } from './state';

/** Delegates of delegates are followed so far; a loop is refused when it is written. */
const FURTHEST = 5;

/** Who is told in somebody's place at a moment: they themselves while they are here, else their delegate, if any is. */
export function standInFor(state: Pick<Escalation, 'people'>, person: Person, at: number): Person | null {
  let one: Person | null = person;
  for (let steps = 0; one && steps <= FURTHEST; steps += 1) {
    if (isHere(one, at)) return one;
    one = knownPerson(state, delegateOf(one, at));
  }
  return null;
}

function delegateOf({ absences = [] }: Person, at: number): string | null {
  return absences.find(({ fromAt, untilAt }) => fromAt <= at && at < untilAt)?.delegateId ?? null;
}
