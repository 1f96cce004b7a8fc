import { knownPerson } from './known';
import type { Escalation } from './state';

/**
 * Those who take part: the holders of its places, the team, whoever promised something or has a task, whoever acted, and
 * those who stand in for them, or will; whose absence is over needs them no more.
 */
export function participantsOf(state: Escalation): string[] {
  const holders = [state.raisedBy.id, state.ownerId, state.signerId, state.complaint.account.csmId];
  const around = [state.escalationManagerId, state.sponsor?.personId ?? null, state.handOver?.toId ?? null];
  const promised = state.commitments.map(({ responsibleId }) => responsibleId);
  const team = [...state.team, ...state.tasks].map(({ personId }) => personId);
  const deciding = state.approvals.map(({ approverId }) => approverId);
  const acted = Object.keys(state.lastActedAt);
  const ids = [...holders, ...around, ...promised, ...team, ...deciding, ...acted].filter((id) => id !== null);
  return [...new Set([...ids, ...ids.flatMap((id) => standInsOf(state, id))])].sort();
}

function standInsOf(state: Escalation, personId: string): string[] {
  const { absences = [] } = knownPerson(state, personId) ?? {};
  return absences.flatMap(({ delegateId, untilAt }) => (delegateId && untilAt > state.lastAt ? [delegateId] : []));
}
