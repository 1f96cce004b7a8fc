import type { ClosureBody } from '../../domain/steps/closure/closure.schema';
import type { Person } from '../../domain/people';
import { checkInDueAt, checkInInvitationMail } from '../mail/check-in-invitation';
import { sendEach } from '../mail/send-each';
import { oneLine } from '../mail/wording';
import type { EscalationBrief } from '../ports';
import { howTold, messageMail } from './customer-message';
import type { StepActivity, StepPorts } from './step-ports';

/** Closure: the closing message goes to the customer, and the check-in into the CSM's calendar. */
export function closure({ mail, publicUrl }: StepPorts): StepActivity<ClosureBody> {
  return async (work) => {
    const { escalation, body, round } = work;
    const invitee = escalation.csm ?? escalation.owner;
    const organizer = escalation.owner ?? escalation.signer ?? invitee;
    const sent = await sendEach(mail, {
      customerMessageId: () => messageMail(work, body.message),
      invitationMessageId: () =>
        invitee && organizer && checkInInvitationMail({ escalation, round, invitee, organizer, publicUrl }),
    });
    return {
      summary: `Closing message ${howTold(escalation, body.message)}; ${invited(escalation, invitee)}`,
      result: {
        channel: body.message.channel,
        ...sent,
        inviteeId: invitee?.id ?? null,
        checkInDueAt: checkInDueAt(escalation),
      },
    };
  };
}

function invited({ csm }: EscalationBrief, invitee: Person | null): string {
  if (!invitee) return 'nobody to invite to the check-in';
  const missing = csm ? '' : ', since the account has no CSM';
  return `${oneLine(invitee.name)} invited to the check-in${missing}`;
}
