import type { Escalation } from './state';

/** Those who take part: who raised it, the owner, the signer, the CSM, whoever promised something, whoever acted. */
export function participantsOf(state: Escalation): string[] {
  const holders = [state.raisedBy.id, state.ownerId, state.signerId, state.complaint.account.csmId];
  const promised = state.commitments.map(({ responsibleId }) => responsibleId);
  const ids = [...holders, ...promised, ...Object.keys(state.lastActedAt)].filter((id) => id !== null);
  return [...new Set(ids)].sort();
}
