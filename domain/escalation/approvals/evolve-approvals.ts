import type { Evolver } from '../evolver';
import type { Escalation } from '../state';
import type { Approval } from './approval';

function change(state: Escalation, approvalId: string, to: Partial<Approval>): Escalation {
  const approvals = state.approvals.map((one) => (one.id === approvalId ? { ...one, ...to } : one));
  return { ...state, approvals };
}

const requested: Evolver<'approval.requested'> = (state, { at, actor, data }) => {
  if (!actor) throw new Error('approval.requested without a person');
  const approval: Approval = {
    id: data.approvalId,
    subject: data.subject,
    because: data.because,
    reason: data.reason,
    requestedBy: actor,
    requestedAt: at,
    approverId: data.approverId,
    state: 'open',
    decidedAt: null,
    decidedBy: null,
    note: null,
    attempt: data.attempt,
    round: state.round,
    usedAt: null,
  };
  return { ...state, approvals: [...state.approvals, approval] };
};

const decided: Evolver<'approval.decided'> = (state, { at, actor, data }) =>
  change(state, data.approvalId, { state: data.decision, decidedAt: at, decidedBy: actor, note: data.note });

const cancelled: Evolver<'approval.cancelled'> = (state, { at, data }) =>
  change(state, data.approvalId, { state: 'cancelled', decidedAt: at, note: data.because });

const used: Evolver<'approval.used'> = (state, { at, data }) => change(state, data.approvalId, { usedAt: at });

const unchanged = (state: Escalation) => state;

/** How approvals change. */
export const approvalEvolvers = {
  'approval.requested': requested,
  'approval.decided': decided,
  'approval.cancelled': cancelled,
  'approval.used': used,
  'attempt.lapsed': unchanged,
};
