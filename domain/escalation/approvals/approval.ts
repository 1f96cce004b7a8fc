import type { Money } from '../../money';
import type { Notice } from '../../notice';
import type { Actor } from '../../people';

/** What somebody is asked to allow: a remedy beyond the owner's authority, or words to the customer before they go out. */
export type ApprovalSubject =
  | { kind: 'remedy'; solution: string; description: string; amount: Money | null }
  | { kind: 'message'; of: string; subject: string | null; text: string };

/** The step or command that is done as soon as it is allowed, in the words of who asked; null once that is over. */
export interface HeldAttempt {
  name: string;
  body: unknown;
}

/** A decision that somebody with the authority owes. It has a clock and a chain of its own, `approval:<id>`. */
export interface Approval {
  id: string;
  subject: ApprovalSubject;
  /** Why it is needed: which limit it is beyond. */
  because: string;
  /** What the one who asks has to say about it. */
  reason: string | null;
  requestedBy: Actor;
  requestedAt: number;
  /** The one who is asked; others with the authority may decide as well. */
  approverId: string | null;
  state: 'open' | 'approved' | 'refused' | 'cancelled';
  decidedAt: number | null;
  decidedBy: Actor | null;
  note: string | null;
  attempt: HeldAttempt | null;
  /** The round that it was asked for in: it allows nothing in another one. */
  round: number;
  /** When what it allows was done; it allows it once. */
  usedAt: number | null;
}

/** What happens to approvals. */
export interface ApprovalEvents {
  'approval.requested': {
    approvalId: string;
    subject: ApprovalSubject;
    because: string;
    reason: string | null;
    approverId: string | null;
    attempt: HeldAttempt | null;
    notices: Notice[];
  };
  'approval.decided': {
    approvalId: string;
    decision: 'approved' | 'refused';
    note: string | null;
    notices: Notice[];
  };
  'approval.cancelled': { approvalId: string; because: string };
  /** What was allowed was done: by this step or command, whose events stand beside it. */
  'approval.used': { approvalId: string; name: string };
  /** What was allowed could not be done any more. */
  'attempt.lapsed': { approvalId: string; name: string; because: string; notices: Notice[] };
}
