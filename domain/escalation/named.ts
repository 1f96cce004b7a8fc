import type { Notice } from '../notice';
import type { Person, Role } from '../people';
import { holdsAny, isHere, MAY_OWN } from '../people';
import { invalid } from '../rejection';
import type { Draft } from './draft';
import { endOffer } from './hand-over/end-offer';
import { knownPerson } from './known';
import { wordTo } from './notices';
import type { Escalation } from './state';
import { counterpartKeeper, keepCounterpartTasks } from './tasks/counterpart-tasks';

/** The person that a field names; refused where the directory does not know them. */
export function namedPerson(state: Escalation, id: string, pointer: string): Person {
  const person = knownPerson(state, id);
  if (!person) {
    invalid('unknown-person', `Nobody in the directory has the id "${id}".`, { pointer, detail: 'unknown person' });
  }
  return person;
}

/** The person that a field names, who must hold one of these roles. */
export function namedWithRole(
  state: Escalation,
  id: string,
  pointer: string,
  roles: readonly Role[],
  what: string,
): Person {
  const person = namedPerson(state, id, pointer);
  if (person.leftAt !== undefined && person.leftAt <= state.lastAt) {
    invalid('unavailable-person', `${person.name} has left the company.`, { pointer, detail: 'has left' });
  }
  if (!holdsAny(person, roles)) {
    invalid('not-eligible', `${person.name} may not ${what}.`, {
      pointer,
      detail: `needs the role ${roles.join(' or ')}`,
    });
  }
  return person;
}

/** Somebody who may own an escalation: a senior person who is here, never tier 1 (docs/process.md "People"). */
export function namedOwner(state: Escalation, id: string, pointer: string, now = state.lastAt): Person {
  const person = namedWithRole(state, id, pointer, MAY_OWN, 'own an escalation');
  if (person.id === state.sponsor?.personId) {
    const detail = 'sponsors it';
    invalid('not-eligible', `${person.name} sponsors it: a sponsor lends weight and is never the owner.`, {
      pointer,
      detail,
    });
  }
  if (!isHere(person, now)) {
    invalid('unavailable-person', `${person.name} is away and cannot take it.`, { pointer, detail: 'is away' });
  }
  return person;
}

/**
 * Makes somebody the one owner, and tells them; an offer to somebody else is overtaken.
 * @param via `inbox` where they get a mail anyway, as from the intake
 * @param others those who are told besides
 */
export function assignOwner(
  draft: Draft,
  owner: Person,
  reason: string | null,
  via: Notice['via'],
  others: readonly Notice[] = [],
): void {
  if (draft.state.handOver?.toId !== owner.id) endOffer(draft, 'overtaken', null);
  const { state } = draft;
  const keeper = counterpartKeeper(state);
  const text = `You own ${state.ref}: ${state.complaint.summary}`;
  draft.emit('owner.assigned', {
    ownerId: owner.id,
    previousId: state.ownerId,
    reason,
    notices: [wordTo(owner.id, via, 'owner-assigned', state, text), ...others],
  });
  keepCounterpartTasks(draft, keeper, 'the owner is another');
}
