import type { ClosureBody } from '../../domain/steps/closure/closure.schema';
import type { Person } from '../../domain/people';
import { checkInDueAt } from '../mail/check-in-invitation';
import { howTold } from '../mail/customer-message';
import { sendEach } from '../mail/send-each';
import { checkInInvitee, closureMails } from '../mail/step-mails';
import { oneLine } from '../mail/wording';
import type { EscalationBrief } from '../ports';
import type { StepActivity, StepPorts } from './step-ports';

/** Closure: the closing message goes to the customer, and the check-in into the CSM's calendar. */
export function closure({ mail, publicUrl }: StepPorts): StepActivity<ClosureBody> {
  return async (work) => {
    const { escalation, body } = work;
    const invitee = checkInInvitee(escalation);
    const sent = await sendEach(mail, closureMails(work, publicUrl));
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
