import { informCustomer } from '../../escalation/inform-customer';
import { MANAGER_UPWARDS } from '../../people';
import { conflict } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { InterimUpdateBody } from './interim-update.schema';

/** Honest word to the customer while the answer is not there; the full account stays due. */
export const interimUpdate: CommandDefinition<InterimUpdateBody> = {
  name: 'interim-update',
  title: 'Interim update',
  help: 'What we know and when the customer hears from us next. The full account stays due.',
  by: ['the-owner', ...MANAGER_UPWARDS],
  in: ['open', 'paused'],
  ready(state) {
    if (!state.ownerId) conflict('too-early', 'The acknowledgment comes first.');
  },
  tells: ({ message }) => ({ message, pointer: '#/message' }),
  perform(draft, { body }) {
    informCustomer(draft, body.message, { pointer: '#/message', asks: body.asks === true });
  },
};
