import type { ApprovalSubject } from '../../../domain/escalation/approvals/approval';
import { subjectInWords } from '../../../domain/escalation/approvals/subject-in-words';
import type { EventType } from '../../../domain/escalation/events';
import { because, excerpt, moment, plain, who, type Teller } from './telling';

const asked = (subject: ApprovalSubject) =>
  subject.kind === 'remedy'
    ? `${subjectInWords(subject)}, "${excerpt(subject.description, 80)}"`
    : subjectInWords(subject);

/** How promises beyond the first and decisions are told. */
export const agreementTellers = {
  'commitment.moved': (event) =>
    `${who(event)} moved a promise from ${moment(event.data.fromAt)} to ${moment(event.data.dueAt)}${because(event.data.reason)}.`,
  'commitment.replaced': (event) =>
    `${who(event)} replaced the promise ${event.data.commitmentId} by ${event.data.byId}${because(event.data.reason)}.`,
  'approval.requested': (event, { nameOf }) =>
    `${who(event)} asked ${event.data.approverId ? nameOf(event.data.approverId) : 'whoever may'} to allow ${asked(event.data.subject)}${because(event.data.because)}.`,
  'approval.decided': (event) =>
    `${who(event)} ${event.data.decision} ${event.data.approvalId}${because(event.data.note)}.`,
  'approval.cancelled': ({ data }) => `The decision ${data.approvalId} is not needed any more${because(data.because)}.`,
  'approval.used': ({ data }) => `The ${plain(data.name)} was done as ${data.approvalId} allows it.`,
  'attempt.lapsed': ({ data }) =>
    `The ${plain(data.name)} was allowed, but could not be done any more${because(data.because)}.`,
} satisfies { [T in EventType]?: Teller<T> };
