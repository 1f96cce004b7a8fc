import type { IntakeBody } from '../../domain/steps/intake/intake.schema';
import { howTold } from '../mail/customer-message';
import { sendEach } from '../mail/send-each';
import { intakeMails } from '../mail/step-mails';
import { oneLine } from '../mail/wording';
import type { StepActivity, StepPorts } from './step-ports';

/** Intake: the personal acknowledgment goes to the customer, and the owner is told what they own and what is due. */
export function intake({ mail, publicUrl }: StepPorts): StepActivity<IntakeBody> {
  return async (work) => {
    const { escalation, body } = work;
    const { owner } = escalation;
    const sent = await sendEach(mail, intakeMails(work, publicUrl));
    const ownerTold = owner ? `; ${oneLine(owner.name)} told that they own it` : '';
    return {
      summary: `Acknowledgment ${howTold(escalation, body.acknowledgment)}${ownerTold}`,
      result: { channel: body.acknowledgment.channel, ...sent },
    };
  };
}
