import type { EscalationView } from '../../../../api/views/escalation.schema';

/** Somebody with the places that they hold in an escalation. */
export interface PersonHere {
  id: string;
  name: string;
  places: string[];
  /** They were put on the team, and can be taken off again. */
  onTeam: boolean;
}

const facingWords = { inside: 'into the company', customer: 'to the customer', both: 'both ways' } as const;

/** Everyone who takes part, each once, whoever answers for most first. */
export function placesOf(escalation: EscalationView): PersonHere[] {
  const { owner, signer, account, raisedBy, commitments, participants } = escalation;
  const { escalationManager, sponsor, team, tasks } = escalation;
  const here = new Map<string, PersonHere>();
  const add = (person: { id: string; name: string } | null, place: string) => {
    if (!person) return;
    const known = here.get(person.id) ?? { id: person.id, name: person.name, places: [], onTeam: false };
    if (!known.places.some((one) => one.toLowerCase() === place.toLowerCase())) known.places.push(place);
    here.set(person.id, known);
  };
  add(owner, 'Owner');
  add(escalationManager, 'Escalation manager');
  add(signer, 'Signed the acknowledgment');
  if (sponsor) add(sponsor.person, sponsorWords(sponsor));
  add(account.csm, "The account's CSM");
  for (const { person, role } of team) {
    add(person, role);
    const known = here.get(person.id);
    if (known) known.onTeam = true;
  }
  for (const { responsible, state } of commitments)
    add(responsible, state === 'open' || state === 'broken' ? 'Keeps a promise' : 'Had a promise to keep');
  for (const { person, state } of tasks) if (state === 'open') add(person, 'Has a task');
  add(raisedBy, 'Raised it');
  for (const person of participants) if (!here.has(person.id)) add(person, 'Took part');
  return [...here.values()];
}

function sponsorWords({ facing, standing }: NonNullable<EscalationView['sponsor']>): string {
  return `Sponsor, facing ${facingWords[facing]}${standing ? ', for the account' : ''}`;
}
