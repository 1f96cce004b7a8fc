import { informCustomer } from '../../escalation/inform-customer';
import { checkPromises, makePromises, promisesTold } from '../../escalation/promises/make-promises';
import { MANAGER_UPWARDS } from '../../people';
import { conflict } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { AddCommitmentBody } from './add-commitment.schema';

const here = () => '#';

/** One more promise to the customer, outside of the full account. */
export const addCommitment: CommandDefinition<AddCommitmentBody> = {
  name: 'add-commitment',
  title: 'Add a commitment',
  help: 'One more dated promise, which the customer is told: it gets a clock of its own.',
  by: ['the-owner', ...MANAGER_UPWARDS],
  in: ['open', 'paused'],
  ready(state) {
    if (!state.ownerId) conflict('too-early', 'The acknowledgment comes first.');
  },
  tells: ({ message, ...promise }) => ({ message, pointer: '#/message', promises: promisesTold([promise], here) }),
  perform(draft, { body: { message, sendAllTheSame, ...promise } }) {
    checkPromises(draft, [promise], here, sendAllTheSame === true);
    informCustomer(draft, message, { pointer: '#/message', asks: false, with: 'add-commitment' });
    makePromises(draft, [promise]);
  },
};
