import type { EscalationView } from '../../../../api/views/escalation.schema';

/** Somebody with the places that they hold in an escalation. */
export interface PersonHere {
  id: string;
  name: string;
  places: string[];
}

/** Everyone who takes part, each once, whoever answers for most first. */
export function placesOf(escalation: EscalationView): PersonHere[] {
  const { owner, signer, account, raisedBy, commitments, participants } = escalation;
  const here = new Map<string, PersonHere>();
  const add = (person: { id: string; name: string } | null, place: string) => {
    if (!person) return;
    const known = here.get(person.id) ?? { id: person.id, name: person.name, places: [] };
    if (!known.places.includes(place)) known.places.push(place);
    here.set(person.id, known);
  };
  add(owner, 'Owner');
  add(signer, 'Signed the acknowledgment');
  add(account.csm, "The account's CSM");
  for (const { responsible, state } of commitments)
    add(responsible, state === 'open' || state === 'broken' ? 'Keeps a promise' : 'Had a promise to keep');
  add(raisedBy, 'Raised it');
  for (const person of participants) if (!here.has(person.id)) add(person, 'Took part');
  return [...here.values()];
}
