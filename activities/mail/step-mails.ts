import type { Person } from '../../domain/people';
import type { ClosureBody } from '../../domain/steps/closure/closure.schema';
import type { CustomerUpdateBody } from '../../domain/steps/customer-update/customer-update.schema';
import type { IntakeBody } from '../../domain/steps/intake/intake.schema';
import type { LegalReviewBody } from '../../domain/steps/legal-review/legal-review.schema';
import type { EscalationBrief, OutgoingMail, StepWork } from '../ports';
import { checkInInvitationMail } from './check-in-invitation';
import { messageMail } from './customer-message';
import { legalOpinionMail } from './legal-opinion-mail';
import { ownerToldMail } from './owner-told-mail';

/** How to write each mail of a step, by the name under which its Message-ID is kept; null where there is none to send. */
export type StepMails<Name extends string = string> = Record<Name, () => OutgoingMail | null>;

/** The acknowledgment to the customer, and word to the owner. */
export function intakeMails(
  work: StepWork<IntakeBody>,
  publicUrl: string,
): StepMails<'customerMessageId' | 'ownerMessageId'> {
  const { owner } = work.escalation;
  return {
    customerMessageId: () => messageMail(work, work.body.acknowledgment),
    ownerMessageId: () => owner && ownerToldMail(work, owner, publicUrl),
  };
}

/** Word to the owner of what Legal lets the customer be told. */
export function legalReviewMails(work: StepWork<LegalReviewBody>, publicUrl: string): StepMails<'ownerMessageId'> {
  const { owner } = work.escalation;
  return { ownerMessageId: () => owner && legalOpinionMail(work, owner, publicUrl) };
}

/** The full account to the customer. */
export function customerUpdateMails(work: StepWork<CustomerUpdateBody>): StepMails<'customerMessageId'> {
  return { customerMessageId: () => messageMail(work, work.body.message) };
}

/** The closing message to the customer, and the check-in for the calendar of whoever does it. */
export function closureMails(
  work: StepWork<ClosureBody>,
  publicUrl: string,
): StepMails<'customerMessageId' | 'invitationMessageId'> {
  const { escalation, round } = work;
  const invitee = checkInInvitee(escalation);
  const organizer = escalation.owner ?? escalation.signer ?? invitee;
  return {
    customerMessageId: () => messageMail(work, work.body.message),
    invitationMessageId: () =>
      invitee && organizer && checkInInvitationMail({ escalation, round, invitee, organizer, publicUrl }),
  };
}

/** Who is asked to check in: the CSM, or the owner where the account has none. */
export function checkInInvitee({ csm, owner }: EscalationBrief): Person | null {
  return csm ?? owner;
}

const MAILS: Readonly<Record<string, (work: StepWork<never>, publicUrl: string) => StepMails>> = {
  intake: intakeMails,
  'legal-review': legalReviewMails,
  'customer-update': customerUpdateMails,
  closure: closureMails,
};

/** The mails of any step; the body was parsed by the step's own schema. */
export function mailsOfStep(work: StepWork, publicUrl: string): StepMails {
  return Object.hasOwn(MAILS, work.step) ? (MAILS[work.step]?.(work as StepWork<never>, publicUrl) ?? {}) : {};
}
