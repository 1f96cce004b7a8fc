/** Why a command was not taken: the last part of the problem's `type`, stable for programs. */
export type RejectionType =
  | 'malformed'
  | 'too-early'
  | 'already-done'
  | 'not-open'
  | 'not-now'
  | 'not-allowed'
  | 'unknown-person'
  | 'not-eligible'
  | 'unavailable-person'
  | 'acknowledgment-incomplete'
  | 'acknowledgment-impersonal'
  | 'invalid-content'
  | 'contact-missing'
  | 'commitments-open'
  | 'unknown-commitment'
  | 'unknown-clock'
  | 'no-csm'
  | 'calendar-never-open'
  | 'unknown-command'
  | 'not-in-plan'
  | 'merging'
  | 'merged-already'
  | 'merges-cross'
  | 'not-mergeable'
  | 'unknown-escalation'
  | 'not-joinable'
  | 'shared-step'
  | 'promise-before-tasks'
  | 'remedy-undecided'
  | 'needs-approval'
  | 'unknown-approval'
  | 'own-approval'
  | 'beyond-authority'
  | 'unknown-task'
  | 'task-cycle'
  | 'not-asked'
  | 'paused-already'
  | 'would-breach'
  | 'field-missing'
  | 'unknown-field'
  | 'unknown-policy';

/** One wrong field: an RFC 6901 pointer as a URI fragment, and what was expected there. */
export interface FieldProblem {
  pointer: string;
  detail: string;
}

/** A refusal of the domain: 403 this person may not, 409 the state does not allow it, 422 the content is wrong. */
export interface Rejection {
  type: RejectionType;
  status: 403 | 404 | 409 | 422;
  detail: string;
  errors?: FieldProblem[];
}

/** Thrown inside `decide` to leave it at once; nothing outside ever sees it. */
export class Rejected extends Error {
  constructor(readonly rejection: Rejection) {
    super(rejection.detail);
    this.name = 'Rejected';
  }
}

/** Refuses because the state does not allow it now. */
export function conflict(type: RejectionType, detail: string): never {
  throw new Rejected({ type, status: 409, detail });
}

/** Refuses because this person may not. */
export function forbidden(detail: string): never {
  throw new Rejected({ type: 'not-allowed', status: 403, detail });
}

/** Refuses because the content is wrong, naming each wrong field. */
export function invalid(type: RejectionType, detail: string, ...errors: FieldProblem[]): never {
  throw new Rejected({ type, status: 422, detail, errors });
}
