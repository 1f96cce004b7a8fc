import { HOUR_MS } from '../../duration';
import type { Notice, NoticeKind } from '../../notice';
import { conflict } from '../../rejection';
import { sameJson } from '../../same-json';
import { cancelClock, startClock } from '../clocks';
import type { Draft } from '../draft';
import { knownPerson } from '../known';
import { standInFor } from '../presence';
import type { Escalation } from '../state';
import { clockTermsOf } from '../terms';
import type { Approval, ApprovalSubject, HeldAttempt } from './approval';
import { approverFor } from './deciders';
import { remediesOf } from './remedies';
import { subjectInWords } from './subject-in-words';

/** What stands in the way of something until somebody allows it. */
export interface Hold {
  subject: ApprovalSubject;
  because: string;
  reason: string | null;
  /** Whom to ask; absent: whom the rules name. */
  approverId?: string;
}

const DEFAULT_BUDGET_MS = 2 * HOUR_MS;
const MOST_OPEN = 20;
const MOST = 500;

/** Asks for a decision, whose clock begins at once. Of remedies only one is asked for at a time: the newer one counts. */
export function askFor(draft: Draft, hold: Hold, attempt: HeldAttempt | null): void {
  const { subject, because, reason } = hold;
  refuseTooMany(draft.state, attempt);
  const approvalId = `a${draft.state.approvals.length + 1}`;
  if (subject.kind === 'remedy') cancelRemedies(draft, `${approvalId} is asked for instead`);
  const { state, now, actor } = draft;
  if (!actor) throw new Error('somebody asks for a decision');
  const approverId = hold.approverId ?? approverFor(state, subject, actor.id, now);
  const notices = askedNotices(draft, approvalId, subject, approverId);
  draft.emit('approval.requested', { approvalId, subject, because, reason, approverId, attempt, notices });
  const clockId = `approval:${approvalId}`;
  const { budgetMs = DEFAULT_BUDGET_MS } = clockTermsOf(draft.state, clockId, 'approval');
  startClock(draft, clockId, 'approval', draft.now, budgetMs);
}

/** The same is asked for once, and so many things at a time that somebody can still decide on them. */
function refuseTooMany({ approvals }: Escalation, attempt: HeldAttempt | null): void {
  const open = approvals.filter(({ state }) => state === 'open');
  const same = attempt && open.find((one) => sameJson(one.attempt, attempt));
  if (same) conflict('already-done', `${same.id} asks for the very same already, and is not decided yet.`);
  if (open.length >= MOST_OPEN) conflict('not-now', `${MOST_OPEN} decisions are asked for: wait until some are made.`);
  if (approvals.length >= MOST) conflict('not-now', `${MOST} decisions were asked for here, which is the most.`);
}

function askedNotices(
  { state, now }: Draft,
  id: string,
  subject: ApprovalSubject,
  approverId: string | null,
): Notice[] {
  const approver = knownPerson(state, approverId);
  const told = approver && (standInFor(state, approver, now) ?? approver);
  const what = subjectInWords(subject);
  const held = subject.kind === 'message' && state.ownerId !== null;
  return [
    ...(told ? [aboutApproval(state, id, { toId: told.id, kind: 'approval-asked', text: `Decide: ${what}.` })] : []),
    ...(held ? [heldNotice(state, id, state.ownerId ?? '', what)] : []),
  ];
}

function heldNotice(state: Escalation, id: string, toId: string, what: string): Notice {
  const text = `Held until somebody has seen it: ${what}. The clocks run on.`;
  return { ...aboutApproval(state, id, { toId, kind: 'message-held', text }), via: 'inbox' };
}

/** Word about a decision; of an escalation that is quiet it stays in the inbox. */
export function aboutApproval(
  state: Escalation,
  approvalId: string,
  word: { toId: string; kind: NoticeKind; text: string },
): Notice {
  const id = `${state.id}/${word.kind}.${approvalId}/${word.toId}`;
  return { id, ...word, via: state.quiet ? 'inbox' : 'mail', clockIds: [`approval:${approvalId}`] };
}

/** Takes back every decision that is still owed: nothing waits for it any more. */
export function cancelApprovals(draft: Draft, because: string): void {
  cancelAll(draft, draft.state.approvals, because);
}

/** Takes back the decisions about remedies that are still owed. */
export function cancelRemedies(draft: Draft, because: string): void {
  cancelAll(draft, remediesOf(draft.state), because);
}

function cancelAll(draft: Draft, approvals: readonly Approval[], because: string): void {
  for (const { id, state } of approvals) if (state === 'open') cancelApproval(draft, id, because);
}

/** Takes back one decision that is still owed. */
export function cancelApproval(draft: Draft, approvalId: string, because: string): void {
  draft.emit('approval.cancelled', { approvalId, because });
  cancelClock(draft, `approval:${approvalId}`, because);
}
