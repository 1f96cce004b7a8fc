import type { Evolver } from '../evolver';
import type { Escalation } from '../state';
import type { Approval } from './approval';

/** So many characters of what was asked for are kept once it is over. */
const MOST_KEPT = 300;

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

/** What is over and done needs its words no more: they stand in the journal, and a state has to stay small. */
function shortened(state: Escalation, approvalId: string): Escalation {
  const approval = state.approvals.find(({ id }) => id === approvalId);
  if (!approval) return state;
  const { subject, attempt } = approval;
  return change(state, approvalId, {
    attempt: attempt && { ...attempt, body: null },
    subject:
      subject.kind === 'message'
        ? { ...subject, text: beginningOf(subject.text) }
        : { ...subject, description: beginningOf(subject.description) },
  });
}

function beginningOf(words: string): string {
  return words.length > MOST_KEPT ? `${words.slice(0, MOST_KEPT - 1)}…` : words;
}

const decided: Evolver<'approval.decided'> = (state, { at, actor, data: { approvalId, decision, note } }) => {
  const after = change(state, approvalId, { state: decision, decidedAt: at, decidedBy: actor, note });
  return decision === 'refused' ? shortened(after, approvalId) : after;
};

const cancelled: Evolver<'approval.cancelled'> = (state, { at, data: { approvalId, because } }) =>
  shortened(change(state, approvalId, { state: 'cancelled', decidedAt: at, note: because }), approvalId);

const used: Evolver<'approval.used'> = (state, { at, data: { approvalId } }) =>
  shortened(change(state, approvalId, { usedAt: at }), approvalId);

const lapsed: Evolver<'attempt.lapsed'> = (state, { data: { approvalId } }) => shortened(state, approvalId);

/** How approvals change. */
export const approvalEvolvers = {
  'approval.requested': requested,
  'approval.decided': decided,
  'approval.cancelled': cancelled,
  'approval.used': used,
  'attempt.lapsed': lapsed,
};
