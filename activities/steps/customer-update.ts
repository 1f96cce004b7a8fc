import type { CustomerUpdateBody } from '../../domain/steps/customer-update/customer-update.schema';
import { sendEach } from '../mail/send-each';
import { count } from '../mail/wording';
import { howTold, messageMail } from './customer-message';
import type { StepActivity, StepPorts } from './step-ports';

/** Customer update: the owner's full account goes to the customer, in the owner's own words. */
export function customerUpdate({ mail }: StepPorts): StepActivity<CustomerUpdateBody> {
  return async (work) => {
    const { escalation, body } = work;
    const sent = await sendEach(mail, { customerMessageId: () => messageMail(work, body.message) });
    return {
      summary: `Account ${howTold(escalation, body.message)}, with ${count(body.commitments.length, 'commitment')}`,
      result: { channel: body.message.channel, ...sent },
    };
  };
}
