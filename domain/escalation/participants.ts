import type { Escalation } from './state';

/** Those who take part: who raised it, the owner, the signer, the CSM, and whoever promised something. */
export function participantsOf(state: Escalation): string[] {
  const ids = [
    state.raisedBy.id,
    state.ownerId,
    state.signerId,
    state.complaint.account.csmId,
    ...state.commitments.map(({ responsibleId }) => responsibleId),
  ];
  return [...new Set(ids.filter((id) => id !== null))];
}
