import type { Approval, ApprovalSubject } from '../../../domain/escalation/approvals/approval';
import { subjectInWords } from '../../../domain/escalation/approvals/subject-in-words';
import type { Commitment, Escalation } from '../../../domain/escalation/state';
import type { Actor } from '../../../domain/people';
import type { ApprovalView, CommitmentView } from './agreements.schema';
import { iso, isoOrNull } from './moments';
import { personRef, personRefOrNull } from './people-refs';

/** What was promised to the customer. */
export function commitmentsView(state: Escalation): CommitmentView[] {
  return state.commitments.map((commitment) => commitmentView(state, commitment));
}

function commitmentView(state: Escalation, commitment: Commitment): CommitmentView {
  return {
    id: commitment.id,
    text: commitment.text,
    dueAt: iso(commitment.dueAt),
    responsible: personRef(state, commitment.responsibleId),
    state: commitment.state,
    madeAt: iso(commitment.madeAt),
    keptAt: isoOrNull(commitment.keptAt),
    movedFrom: commitment.movedFrom.map(iso),
    dependsOn: [...commitment.dependsOn],
    remedy: commitment.remedy,
    clockId: `commitment:${commitment.id}`,
  };
}

/** What somebody is asked to allow, and what became of it. */
export function approvalsView(state: Escalation): ApprovalView[] {
  return state.approvals.map((approval) => approvalView(state, approval));
}

function approvalView(state: Escalation, approval: Approval): ApprovalView {
  const { id, subject, because, reason, note } = approval;
  return {
    ...{ id, subject: subjectView(subject), what: subjectInWords(subject), because, reason, note },
    requestedBy: actorView(approval.requestedBy),
    requestedAt: iso(approval.requestedAt),
    approver: personRefOrNull(state, approval.approverId),
    state: approval.state,
    decidedAt: isoOrNull(approval.decidedAt),
    decidedBy: approval.decidedBy && actorView(approval.decidedBy),
    holds: approval.attempt?.name ?? null,
    usedAt: isoOrNull(approval.usedAt),
    clockId: `approval:${id}`,
  };
}

function subjectView(subject: ApprovalSubject): ApprovalView['subject'] {
  const empty = { solution: null, description: null, amount: null, of: null, subject: null, text: null };
  return { ...empty, ...subject };
}

function actorView({ id, name, title, roles }: Actor): ApprovalView['requestedBy'] {
  return { id, name, title, roles: [...roles] };
}
