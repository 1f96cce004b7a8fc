import type { Person } from '../../people';
import { invalid } from '../../rejection';
import { namedPerson } from '../named';
import type { Escalation } from '../state';

/** Whether somebody is entry-level staff: an agent and nothing else. */
function isEntryLevel({ roles }: Pick<Person, 'roles'>): boolean {
  return roles.every((role) => role === 'agent');
}

/**
 * Somebody of any function who may be pulled in: still with the company, and not entry-level, who are not put on it
 * (docs/process.md "People"). Whoever is away may be: their delegate is told meanwhile.
 */
export function namedColleague(state: Escalation, id: string, pointer: string, now: number): Person {
  const person = namedPerson(state, id, pointer);
  if (isEntryLevel(person)) {
    const detail = 'entry-level staff are not put on it';
    invalid('not-eligible', `${person.name} is an agent: entry-level staff are not put on an escalation.`, {
      pointer,
      detail,
    });
  }
  if (person.leftAt !== undefined && person.leftAt <= now) {
    invalid('unavailable-person', `${person.name} has left the company.`, { pointer, detail: 'has left' });
  }
  return person;
}
