import { holdsAny, MANAGER_UPWARDS, type Person } from '../../../domain/people';
import { excerpt } from '../../shared/store/people';
import type { ApiDeps } from '../deps';
import { Problem } from '../problems/problem';

/** Somebody who is to be on duty, and the field that says so. */
export interface NamedForDuty {
  personId: string;
  pointer: string;
}

const MOST_ERRORS = 50;

/** Whoever is on duty acknowledges in person: somebody known, who is with the company and may do so. */
export async function requireAbleToAnswer({ database }: ApiDeps, named: readonly NamedForDuty[]): Promise<void> {
  const { people } = await excerpt(
    database,
    named.map(({ personId }) => personId),
  );
  const byId = new Map(people.map((person) => [person.id, person]));
  const unknown = wrongIn(named, ({ personId }) => (byId.has(personId) ? null : 'unknown person'));
  if (unknown.length > 0)
    throw new Problem('unknown-person', 'Not everybody is in the directory.', { errors: unknown });
  const wrongPeople = (why: (person: Person) => string | null) =>
    wrongIn(named, ({ personId }) => why(byId.get(personId) as Person));
  const gone = wrongPeople(({ name, leftAt = Infinity }) => (leftAt <= Date.now() ? `${name} has left` : null));
  if (gone.length > 0) throw new Problem('unavailable-person', 'Not everybody is with the company.', { errors: gone });
  const lower = wrongPeople((person) =>
    holdsAny(person, MANAGER_UPWARDS)
      ? null
      : `${person.name} may not be on duty: that takes a manager, director or VP`,
  );
  if (lower.length > 0)
    throw new Problem('not-eligible', 'Not everybody may acknowledge an escalation.', { errors: lower });
}

/** What is wrong, said once for each field: a file names the same person in hundreds of shifts. */
function wrongIn(named: readonly NamedForDuty[], why: (one: NamedForDuty) => string | null) {
  const found = new Map<string, { pointer: string; detail: string }>();
  for (const one of named) {
    const detail = why(one);
    if (detail !== null) found.set(`${one.pointer} ${detail}`, { pointer: one.pointer, detail });
  }
  return [...found.values()].slice(0, MOST_ERRORS);
}
