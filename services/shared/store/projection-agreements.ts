import type { Escalation } from '../../../domain/escalation/state';
import type { ApprovalRow, CommitmentRow } from './read-tables';

/** The promises of an escalation. */
export function commitmentRows(state: Escalation): CommitmentRow[] {
  return state.commitments.map((commitment) => ({
    escalation_id: state.id,
    id: commitment.id,
    text: commitment.text,
    due_at: commitment.dueAt,
    responsible_id: commitment.responsibleId,
    made_at: commitment.madeAt,
    state: commitment.state,
    kept_at: commitment.keptAt,
    moved: commitment.movedFrom.length,
    remedy: commitment.remedy,
  }));
}

/** The decisions that were asked for in an escalation. */
export function approvalRows(state: Escalation): ApprovalRow[] {
  return state.approvals.map((approval) => ({
    escalation_id: state.id,
    id: approval.id,
    kind: approval.subject.kind,
    approver_id: approval.approverId,
    requested_by: approval.requestedBy.id,
    requested_at: approval.requestedAt,
    state: approval.state,
    decided_by: approval.decidedBy?.id ?? null,
    decided_at: approval.decidedAt,
  }));
}
