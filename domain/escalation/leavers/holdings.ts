import type { Escalation } from '../state';
import type { Place, PlaceKind } from './leaver';

/** What waits for nobody any more keeps its holder: who did it stays on record. */
const OWED = ['open', 'broken'];

/** Everything here that is somebody's. In a settled escalation only tasks are still chased. */
export function holdingsOf(state: Escalation, personId: string): Place[] {
  const tasks = state.tasks
    .filter((one) => one.personId === personId && one.state === 'open')
    .map(({ id }) => placeOf('task', id));
  if (state.status === 'withdrawn' || state.status === 'merged') return [];
  if (state.status === 'settled') return tasks;
  const promises = state.commitments.filter((one) => one.responsibleId === personId && OWED.includes(one.state));
  const decisions = state.approvals.filter((one) => one.approverId === personId && one.state === 'open');
  const held: Partial<Record<PlaceKind, string | null | undefined>> = {
    owner: state.ownerId,
    signer: state.signerId,
    csm: state.complaint.account.csmId,
    'escalation-manager': state.escalationManagerId,
    sponsor: state.sponsor?.personId,
    team: state.team.find((one) => one.personId === personId)?.personId,
    'hand-over': state.handOver?.toId,
  };
  const single = (Object.keys(held) as PlaceKind[]).filter((kind) => held[kind] === personId);
  return [
    ...single.map((kind) => placeOf(kind, null)),
    ...promises.map(({ id }) => placeOf('commitment', id)),
    ...tasks,
    ...decisions.map(({ id }) => placeOf('approval', id)),
  ];
}

/** A place as a key. */
export function placeKey(personId: string, { kind, id }: Place): string {
  return `${personId}/${kind}${id === null ? '' : `:${id}`}`;
}

/** A place in words, for whoever gets it. */
export function placeInWords(state: Escalation, { kind, id }: Place): string {
  switch (kind) {
    case 'commitment':
      return `the promise "${state.commitments.find((one) => one.id === id)?.text ?? id}"`;
    case 'task':
      return `the task "${state.tasks.find((one) => one.id === id)?.text ?? id}"`;
    default:
      return IN_WORDS[kind];
  }
}

const IN_WORDS: Readonly<Record<Exclude<PlaceKind, 'commitment' | 'task'>, string>> = {
  owner: 'the escalation itself',
  signer: 'the word that was given in the acknowledgment',
  approval: 'a decision that is asked for',
  csm: 'the check-in with the customer',
  'escalation-manager': 'its coordination, with the authority of a manager',
  sponsor: 'its sponsorship',
  team: 'the place on the team',
  'hand-over': 'the offer to take it over',
};

function placeOf(kind: PlaceKind, id: string | null): Place {
  return { kind, id };
}
