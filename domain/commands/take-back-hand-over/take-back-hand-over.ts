import { endOffer } from '../../escalation/hand-over/end-offer';
import { conflict } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { TakeBackHandOverBody } from './take-back-hand-over.schema';

/** Takes an offer back that nobody has accepted yet. */
export const takeBackHandOver: CommandDefinition<TakeBackHandOverBody> = {
  name: 'take-back-hand-over',
  title: 'Take the offer back',
  help: 'It stays yours: whom you offered it to is told.',
  by: ['the-owner'],
  in: ['open', 'paused', 'closed'],
  ready(state) {
    if (!state.handOver) conflict('not-now', 'It is not offered to anybody.');
  },
  perform(draft, { body }) {
    endOffer(draft, 'taken-back', body.reason ?? null);
  },
};
