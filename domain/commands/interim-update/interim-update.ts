import { clockOf, isActive, keepInformed } from '../../escalation/clocks';
import { spokenAt } from '../../escalation/spoken';
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
  in: ['open'],
  ready(state) {
    if (!state.ownerId) conflict('too-early', 'The acknowledgment comes first.');
  },
  perform(draft, { body }) {
    const occurredAt = spokenAt(draft.state, body.message, draft.now, '#/message');
    const mailed = body.message.channel === 'mail';
    const deliveryId = mailed ? `message.${draft.state.seq + 1}` : null;
    draft.emit('customer.informed', { message: body.message, occurredAt, deliveryId });
    const clock = clockOf(draft.state, 'keep-informed');
    if (clock && isActive(clock) && occurredAt > clock.anchorAt) keepInformed(draft, occurredAt);
  },
};
