import type { Action } from '../actions';
import { approvalOf } from '../chain';
import type { Clock, Escalation } from '../state';
import { subjectInWords } from './subject-in-words';

/** What a decision asks of somebody, in words. */
export function wordsForApproval(state: Escalation, clock: Clock): string {
  const approval = approvalOf(state, clock);
  return approval ? `Decide on ${approval.requestedBy.name}'s request: ${subjectInWords(approval.subject)}` : clock.id;
}

/** What answers the clock of a decision. */
export const TOWARDS_DECISION: readonly Pick<Action, 'name' | 'kind'>[] = [
  { kind: 'command', name: 'decide-approval' },
];

/** Whether a step was tried, and waits for a decision to be done. */
export function isHeld({ approvals }: Escalation, step: string): boolean {
  return approvals.some((one) => one.state === 'open' && one.attempt?.name === step);
}
