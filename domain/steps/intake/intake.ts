import { HOUR_MS } from '../../duration';
import { meetClock, startPlannedClocks } from '../../escalation/clocks';
import { assignOwner, namedOwner } from '../../escalation/named';
import { spokenAt } from '../../escalation/spoken';
import { MANAGER_UPWARDS } from '../../people';
import type { StepDefinition } from '../step';
import { checkAcknowledgment } from './acknowledgment';
import type { IntakeBody } from './intake.schema';

/** A manager acknowledges in person within 2 h of the receipt and names one owner. */
export const intake: StepDefinition<IntakeBody> = {
  name: 'intake',
  title: 'Intake',
  help: 'A personal acknowledgment to the customer, and one named owner.',
  clock: { anchor: 'receipt', budgetMs: 2 * HOUR_MS },
  after: [],
  by: MANAGER_UPWARDS,
  complete(draft, { body, by, now }) {
    const owner = namedOwner(draft.state, body.ownerId, '#/ownerId', draft.now);
    const { acknowledgment } = body;
    const occurredAt = spokenAt(draft.state, acknowledgment, now, '#/acknowledgment');
    checkAcknowledgment({
      body: acknowledgment.body,
      written: acknowledgment.channel === 'mail' || acknowledgment.channel === 'social',
      signer: by,
      otherOwner: owner.id === by.id ? null : owner,
      sendAllTheSame: body.sendAllTheSame === true,
    });
    const then = () => {
      assignOwner(draft, owner, null, 'inbox');
      meetClock(draft, 'intake', occurredAt);
      startPlannedClocks(draft, 'acknowledgment', occurredAt);
    };
    return { occurredAt, then };
  },
};
