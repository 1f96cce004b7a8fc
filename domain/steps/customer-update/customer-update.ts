import { HOUR_MS } from '../../duration';
import { keepInformed, meetClock } from '../../escalation/clocks';
import { checkPromises, makePromises, promisesTold } from '../../escalation/promises/make-promises';
import { spokenAt } from '../../escalation/spoken';
import type { StepDefinition } from '../step';
import type { CustomerUpdateBody } from './customer-update.schema';

const placeOf = (index: number) => `#/commitments/${index}`;

/** The owner gives the customer the full account in person within 8 h of the acknowledgment. */
export const customerUpdate: StepDefinition<CustomerUpdateBody> = {
  name: 'customer-update',
  title: 'Customer update',
  help: 'What was understood, what will be done, and by when: at least one dated commitment.',
  clock: { anchor: 'acknowledgment', budgetMs: 8 * HOUR_MS },
  after: ['intake', 'investigation'],
  by: ['the-owner'],
  tells: ({ message, understood, willDo, commitments }) => ({
    ...{ message, pointer: '#/message', words: { '#/understood': understood, '#/willDo': willDo } },
    promises: promisesTold(commitments, placeOf),
  }),
  complete(draft, { body, now }) {
    checkPromises(draft, body.commitments, placeOf, body.sendAllTheSame === true);
    const occurredAt = spokenAt(draft.state, body.message, now, '#/message');
    const then = () => {
      meetClock(draft, 'customer-update', occurredAt);
      makePromises(draft, body.commitments);
      keepInformed(draft, occurredAt);
    };
    return { occurredAt, then };
  },
};
