import type { Evolver } from '../evolver';
import type { Escalation } from '../state';
import { placeKey } from './holdings';
import type { Place } from './leaver';

const passedOn: Evolver<'place.passed-on'> = (state, { data: { place, fromId, toId } }) => {
  const after = { ...state, stranded: state.stranded.filter((key) => key !== placeKey(fromId, place)) };
  return toId === null ? emptied(after, place, fromId) : taken(after, place, toId);
};

function taken(state: Escalation, { kind, id }: Place, toId: string): Escalation {
  const { complaint } = state;
  switch (kind) {
    case 'signer':
      return { ...state, signerId: toId };
    case 'csm':
      return { ...state, complaint: { ...complaint, account: { ...complaint.account, csmId: toId } } };
    case 'escalation-manager':
      return { ...state, escalationManagerId: toId };
    case 'sponsor':
      return { ...state, sponsor: state.sponsor && { ...state.sponsor, personId: toId } };
    case 'commitment':
      return { ...state, commitments: changed(state.commitments, id, { responsibleId: toId }) };
    case 'task':
      return { ...state, tasks: changed(state.tasks, id, { personId: toId }) };
    case 'approval':
      return { ...state, approvals: changed(state.approvals, id, { approverId: toId }) };
    default:
      return state;
  }
}

function emptied(state: Escalation, { kind }: Place, personId: string): Escalation {
  if (kind === 'sponsor') return { ...state, sponsor: null };
  return kind === 'team' ? { ...state, team: state.team.filter((one) => one.personId !== personId) } : state;
}

function changed<T extends { id: string }>(all: readonly T[], id: string | null, to: Partial<T>): T[] {
  return all.map((one) => (one.id === id ? { ...one, ...to } : one));
}

const stranded: Evolver<'place.stranded'> = (state, { data: { personId, place } }) => ({
  ...state,
  stranded: [...new Set([...state.stranded, placeKey(personId, place)])],
});

/** How what leavers leave behind changes the state. */
export const leaverEvolvers = {
  'place.passed-on': passedOn,
  'place.stranded': stranded,
};
