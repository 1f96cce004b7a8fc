import type { LegalReviewBody } from '../../domain/steps/legal-review/legal-review.schema';
import { sendEach } from '../mail/send-each';
import { legalReviewMails } from '../mail/step-mails';
import { oneLine } from '../mail/wording';
import type { StepActivity, StepPorts } from './step-ports';

/** Legal review: the owner learns at once what may be told to the customer, and on which conditions. */
export function legalReview({ mail, publicUrl }: StepPorts): StepActivity<LegalReviewBody> {
  return async (work) => {
    const { owner } = work.escalation;
    const { conditions = null, personId } = work.body;
    const sent = await sendEach(mail, legalReviewMails(work, publicUrl));
    const held = conditions ? ', on conditions' : '';
    const ownerTold = owner ? `; ${oneLine(owner.name)} told` : '';
    return {
      summary: `Legal review: the customer may be told${held}${ownerTold}`,
      result: { conditions, counselId: personId ?? work.by.id, ...sent },
    };
  };
}
