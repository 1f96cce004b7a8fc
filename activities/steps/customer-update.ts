import type { CustomerUpdateBody } from '../../domain/steps/customer-update/customer-update.schema';
import { howTold } from '../mail/customer-message';
import { sendEach } from '../mail/send-each';
import { customerUpdateMails } from '../mail/step-mails';
import { count } from '../mail/wording';
import type { StepActivity, StepPorts } from './step-ports';

/** Customer update: the owner's full account goes to the customer, in the owner's own words. */
export function customerUpdate({ mail }: StepPorts): StepActivity<CustomerUpdateBody> {
  return async (work) => {
    const { escalation, body } = work;
    const sent = await sendEach(mail, customerUpdateMails(work));
    return {
      summary: `Account ${howTold(escalation, body.message)}, with ${count(body.commitments.length, 'commitment')}`,
      result: { channel: body.message.channel, ...sent },
    };
  };
}
