import { endOffer } from '../../escalation/hand-over/end-offer';
import type { CommandDefinition } from '../command';
import type { DeclineHandOverBody } from './decline-hand-over.schema';

/** Does not take over what was offered: it stays with its owner, who is told why. */
export const declineHandOver: CommandDefinition<DeclineHandOverBody> = {
  name: 'decline-hand-over',
  title: 'Decline the hand-over',
  help: 'It stays with its owner, who reads your reason.',
  by: ['the-offered'],
  in: ['open', 'paused', 'closed'],
  perform(draft, { body }) {
    endOffer(draft, 'declined', body.reason);
  },
};
