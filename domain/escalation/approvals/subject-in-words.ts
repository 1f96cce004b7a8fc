import { moneyInWords } from '../../money-in-words';
import type { ApprovalSubject } from './approval';

/** What a decision is about, in words. */
export function subjectInWords(subject: ApprovalSubject): string {
  if (subject.kind === 'message') return `words to the customer (${subject.of.replaceAll('-', ' ')})`;
  const kind = subject.solution.replaceAll('-', ' ');
  return subject.amount ? `${kind} of ${moneyInWords(subject.amount)}` : kind;
}
