import { conflict, invalid } from '../../rejection';
import { isDone } from '../stage';
import type { Escalation } from '../state';
import { termsOf } from '../terms';
import type { Approval, ApprovalSubject } from './approval';
import type { Holder, Remedy } from './authority';
import { beyondAuthority, isSameRemedy } from './authority';

type RemedySubject = Extract<ApprovalSubject, { kind: 'remedy' }>;

/** An approval of a remedy. */
export type RemedyApproval = Approval & { subject: RemedySubject };

/** Every approval of a remedy in the present round, in the order in which they were asked for. */
export function remediesOf(state: Escalation): RemedyApproval[] {
  return state.approvals.filter(
    (one): one is RemedyApproval => one.subject.kind === 'remedy' && one.round === state.round,
  );
}

/** The decision about this very remedy that is still owed, if one is. */
export function undecidedAbout(state: Escalation, remedy: Remedy): RemedyApproval | undefined {
  return remediesOf(state).find((one) => one.state === 'open' && isSameRemedy(one.subject, remedy));
}

/** The approval that allows this very remedy and was not used yet, if there is one. */
export function allowanceFor(state: Escalation, remedy: Remedy): RemedyApproval | undefined {
  return remediesOf(state).find(
    (one) => one.state === 'approved' && one.usedAt === null && isSameRemedy(one.subject, remedy),
  );
}

/**
 * The approval under which somebody carries out a remedy; null where their own authority is enough.
 * @param approvalId the one that they name, if they do
 * @throws Rejected where it is beyond their authority and nobody has allowed it.
 */
export function grantFor(state: Escalation, by: Holder, remedy: Remedy, approvalId?: string): RemedyApproval | null {
  if (termsOf(state).authority === null) return null;
  if (approvalId !== undefined) return namedGrant(state, remedy, approvalId);
  const beyond = beyondAuthority(state, by, remedy);
  if (beyond === null) return null;
  return allowanceFor(state, remedy) ?? conflict('needs-approval', `Somebody has to allow it first: ${beyond}.`);
}

function namedGrant(state: Escalation, remedy: Remedy, approvalId: string): RemedyApproval {
  const approval = state.approvals.find(({ id }) => id === approvalId);
  if (!approval) refuseUnknown(state, approvalId, '#/approvalId');
  if (approval.state === 'open') conflict('remedy-undecided', `${approval.id} is not decided yet.`);
  if (approval.state !== 'approved') conflict('needs-approval', `${approval.id} was not approved.`);
  const allowance = remediesOf(state).find(({ id }) => id === approvalId);
  if (!allowance || !isSameRemedy(allowance.subject, remedy)) {
    conflict('needs-approval', `${approval.id} allows another remedy: it holds for that kind, amount and round only.`);
  }
  if (allowance.usedAt !== null) conflict('needs-approval', `${approval.id} was used already: it allows it once.`);
  return allowance;
}

/** Refuses an id that no approval has. */
export function refuseUnknown({ approvals }: Escalation, approvalId: string, pointer: string): never {
  const detail = approvals.length > 0 ? `one of ${approvals.map(({ id }) => id).join(', ')}` : 'none was asked for';
  invalid('unknown-approval', `There is no approval "${approvalId}" here.`, { pointer, detail });
}

/**
 * The remedies that may be neither promised nor named as an amount: those that wait for a decision and those that were
 * refused, until another one is decided on.
 */
export function notAllowed(state: Escalation): RemedyApproval[] {
  if (isDone(state, 'solution')) return [];
  const all = remediesOf(state);
  return all.filter((one, index) => {
    if (one.state === 'open') return true;
    const allowedSince = all.some(
      (other, at) => at > index && other.state === 'approved' && isSameRemedy(one.subject, other.subject),
    );
    return one.state === 'refused' && !allowedSince;
  });
}

/** The remedy that a promise of "the remedy" would speak of now, where it is not allowed. */
export function remedyInDoubt(state: Escalation): RemedyApproval | undefined {
  const latest = remediesOf(state).findLast((one) => one.state !== 'cancelled');
  return latest && notAllowed(state).find(({ id }) => id === latest.id);
}
